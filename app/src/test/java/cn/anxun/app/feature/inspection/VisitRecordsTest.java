package cn.anxun.app.feature.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.anxun.app.feature.inspection.VisitRecords.Opened;
import cn.anxun.core.checklist.ChecklistAnswers;
import cn.anxun.core.checklist.ChecklistAnswers.Answer;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisitRecordsTest {
  private static final Json POINT = Json.members().put("lat", 29L).put("lon", 113L).build();

  private static List<Opened> records(VisitDraft visit) {
    return new VisitRecords(visit, VisitDraftTest.SHOP, Optional.of(POINT)).list();
  }

  @Test
  void list_whenTheSiteIsNew_registersItFirst() {
    VisitSite site =
        new VisitSite(
            "s-9", true, "老王面馆", "", "小商铺", "", "", "91350211M0000XUF46", " 建设路1号 ", false);
    VisitDraft visit =
        VisitDraft.begin(
            "v-9",
            VisitDraftTest.DAY,
            Round.initial(VisitDraftTest.DAY),
            site,
            VisitDraftTest.SHOP);
    List<Opened> records = records(visit);
    assertThat(records)
        .extracting(opened -> opened.kind().name(), Opened::subject)
        .containsExactly(tuple("SiteRegistered", "s-9"), tuple("Inspected", "v-9"));
    Fields fields = records.get(0).fields();
    assertThat(fields.text(SiteRegistered.NAME)).isEqualTo("老王面馆");
    assertThat(fields.text(SiteRegistered.ADDRESS)).isEqualTo("建设路1号");
    assertThat(fields.find(RecordFields.INDUSTRY)).isEmpty();
    assertThat(fields.find(RecordFields.POINT)).hasValue(POINT);
    assertThat(records.get(1).fields().text(Inspected.RESULT)).isEqualTo("未发现问题");
    assertThat(records.get(1).fields().is(Inspected.PLANNED)).isFalse();
  }

  @Test
  void list_inheritsTheRoundAndTheSite() {
    VisitDraft visit =
        VisitDraftTest.begun()
            .with(new Round(VisitDraftTest.DAY, List.of("王五"), "专项", "行政检查", List.of("百日行动")))
            .put(VisitDraftTest.hazard("h-1", "exit-blocked"))
            .put(
                VisitDraftTest.hazard("h-2", "")
                    .dueBy(VisitDraftTest.DAY.plusDays(7))
                    .with(HazardFound.FUNDS_YUAN, " 300.5 "))
            .addPhoto("h-1", VisitDraftTest.photo(1))
            .passRest(VisitDraftTest.SHOP);
    List<Opened> records = records(visit);
    Fields inspection = records.get(0).fields();
    assertThat(inspection.text(Inspected.CHECK)).isEqualTo("专项");
    assertThat(inspection.text(Inspected.AUTHORITY)).isEqualTo("行政检查");
    assertThat(inspection.find(Inspected.INSPECTORS)).hasValue(2L);
    assertThat(inspection.texts(Inspected.INSPECTOR_NAMES)).containsExactly("王五");
    assertThat(inspection.text(Inspected.RESULT)).isEqualTo("责令限期整改");
    assertThat(inspection.is(Inspected.PLANNED)).isTrue();
    ChecklistAnswers answers =
        ChecklistAnswers.read(inspection.find(Inspected.CHECKLIST).orElseThrow());
    assertThat(answers.checklist()).isEqualTo("small-shop");
    assertThat(answers.answers()).hasSize(VisitDraftTest.SHOP.items().size());
    assertThat(answers.answers().get(0).answer()).isEqualTo(Answer.FAILED);
    assertThat(answers.answers().get(0).hazards()).containsExactly("h-1");
    for (Opened opened : records) {
      assertThat(opened.fields().texts(RecordFields.CAMPAIGN)).containsExactly("百日行动");
      assertThat(opened.fields().text(RecordFields.SITE)).isEqualTo("site-1");
      assertThat(opened.fields().text(RecordFields.SITE_KIND)).isEqualTo("小商铺");
      assertThat(opened.fields().text(RecordFields.INDUSTRY)).isEqualTo("商贸");
      assertThat(opened.fields().text(RecordFields.DIVISION)).isEqualTo("430602001");
    }
    Fields first = records.get(1).fields();
    assertThat(first.text(HazardFound.INSPECTION)).isEqualTo("visit-1");
    assertThat(first.is(HazardFound.FIXED_ON_THE_SPOT)).isTrue();
    assertThat(records.get(1).attachments()).hasSize(1);
    assertThat(records.get(2).fields().find(HazardFound.FUNDS_YUAN).orElseThrow())
        .isEqualByComparingTo(new BigDecimal("300.5"));
  }

  @Test
  void list_hasOnlyFieldsThatTheKindKnowsAndCanRead() {
    VisitDraft visit =
        VisitDraftTest.begun()
            .put(VisitDraftTest.hazard("h-1", "exit-blocked"))
            .passRest(VisitDraftTest.SHOP);
    for (Opened opened : records(visit)) {
      opened
          .fields()
          .values()
          .forEach(
              (name, value) -> {
                Field<?> field = opened.kind().fields().get(name);
                assertThat(field).as(name).isNotNull();
                assertThat(field.read(value)).as(name).isPresent();
              });
    }
  }

  @Test
  void result_followsFromWhatWasFoundUnlessChosen() {
    VisitDraft spot = VisitDraftTest.begun().put(VisitDraftTest.hazard("h-1", ""));
    assertThat(VisitRecords.result(spot)).isEqualTo("当场改正");
    VisitDraft due =
        spot.put(VisitDraftTest.hazard("h-2", "").dueBy(VisitDraftTest.DAY.plusDays(3)));
    assertThat(VisitRecords.result(due)).isEqualTo("发现隐患");
    assertThat(
            VisitRecords.result(due.with(Fields.builder().set(Inspected.RESULT, "拒绝检查").build())))
        .isEqualTo("拒绝检查");
  }
}
