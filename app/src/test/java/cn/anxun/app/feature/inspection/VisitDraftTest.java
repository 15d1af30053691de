package cn.anxun.app.feature.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.feature.inspection.VisitCheck.Finding;
import cn.anxun.app.feature.inspection.VisitCheck.Found;
import cn.anxun.app.feature.inspection.VisitDraft.Capture;
import cn.anxun.core.checklist.Checklist;
import cn.anxun.core.checklist.ChecklistAnswers.Answer;
import cn.anxun.core.checklist.Checklists;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.hazardlibrary.HazardLibrary;
import cn.anxun.core.json.JsonText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisitDraftTest {
  static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  static final Checklist SHOP = Checklists.standard().getFor("小商铺", "");
  static final VisitSite SITE =
      new VisitSite(
          "site-1", false, "阳光超市", "26-K3-0001-X", "小商铺", "商贸", "430602001", "", "", true);

  static VisitDraft begun() {
    return VisitDraft.begin("visit-1", DAY, Round.initial(DAY), SITE, SHOP);
  }

  static HazardDraft hazard(String id, String item) {
    return new HazardDraft(
        id,
        item,
        "exit-blocked",
        HazardLibrary.standard().get("exit-blocked").prefill(DAY),
        List.of());
  }

  /** Nobody has said what it shows. */
  private static Attachment unsaid(int number) {
    return new Attachment("sha-" + number, 100 + number, "image/jpeg", HazardDraft.UNSAID);
  }

  static Attachment photo(int number) {
    return new Attachment("sha-" + number, 100 + number, "image/jpeg", HazardDraft.BEFORE);
  }

  @Test
  void json_givesBackWhatWasWritten() {
    VisitDraft draft =
        begun()
            .put(hazard("h-1", "exit-blocked"))
            .put(hazard("h-2", "").with(HazardFound.FUNDS_YUAN, "12.5x").dueBy(DAY.plusDays(7)))
            .addPhoto("h-1", photo(1))
            .answer("wire-loose", Answer.NOT_APPLICABLE)
            .with(Fields.builder().set(Inspected.RECORD_NO, "（岳）检〔2026〕1号").build())
            .with(new Round(DAY, List.of("王五", "赵六"), "专项", "行政检查", List.of("安全生产月")))
            .with(Optional.of(new Capture("h-1", "c.jpg")));
    Unfinished unfinished = Unfinished.NONE.put(begun()).put(draft);
    assertThat(Unfinished.read(unfinished.write())).isEqualTo(unfinished);
    VisitDraft other = VisitDraft.begin("visit-2", DAY, Round.initial(DAY), SITE.named("别处"), SHOP);
    assertThat(Unfinished.read(unfinished.put(other).write())).isEqualTo(unfinished.put(other));
    FinishedVisit finished = new FinishedVisit(draft, "26-K3-0002-Y", "李明");
    assertThat(FinishedVisit.read(StoredJson.of(JsonText.write(finished.write()))))
        .isEqualTo(finished);
  }

  @Test
  void put_whenItStandsForAQuestion_failsIt() {
    VisitDraft draft = begun().put(hazard("h-1", "exit-blocked"));
    assertThat(draft.answers()).containsEntry("exit-blocked", Answer.FAILED);
    assertThat(draft.remove("h-1").answers()).isEmpty();
    VisitDraft two = draft.put(hazard("h-2", "exit-blocked"));
    assertThat(two.remove("h-1").answers()).containsEntry("exit-blocked", Answer.FAILED);
    assertThat(two.remove("none")).isEqualTo(two);
  }

  @Test
  void passRest_leavesWhatWasAnswered() {
    VisitDraft draft =
        begun()
            .put(hazard("h-1", "exit-blocked"))
            .answer("wire-loose", Answer.NOT_APPLICABLE)
            .passRest(SHOP);
    assertThat(draft.answers()).hasSize(SHOP.items().size());
    assertThat(draft.answers())
        .containsEntry("exit-blocked", Answer.FAILED)
        .containsEntry("wire-loose", Answer.NOT_APPLICABLE)
        .containsEntry("window-bars", Answer.PASSED);
  }

  @Test
  void attachments_whenFixedOnTheSpot_areBeforeAndAfter() {
    VisitDraft draft = begun().put(hazard("h-1", "")).addPhoto("h-1", unsaid(1));
    draft = draft.addPhoto("h-1", unsaid(2)).addPhoto("h-1", unsaid(1));
    HazardDraft hazard = draft.find("h-1").orElseThrow();
    assertThat(hazard.attachments())
        .extracting(Attachment::sha256)
        .containsExactly("sha-2", "sha-1");
    assertThat(hazard.attachments())
        .extracting(Attachment::role)
        .containsExactly("before", "after");
    assertThat(hazard.dueBy(DAY).attachments())
        .extracting(Attachment::role)
        .containsExactly("before", "before");
    assertThat(draft.removePhoto("h-1", "sha-2").find("h-1").orElseThrow().photos()).hasSize(1);
  }

  @Test
  void check_saysWhatIsMissing() {
    HazardDraft blank = hazard("h-1", "").with(HazardFound.DESCRIPTION, "");
    HazardDraft major =
        hazard("h-2", "")
            .with(HazardFound.LEVEL, "重大")
            .with(HazardFound.FUNDS_YUAN, "一百")
            .dueBy(DAY.minusDays(1));
    HazardDraft open = hazard("h-3", "").with(HazardFound.FIXED_ON_THE_SPOT, false);
    VisitDraft draft =
        begun()
            .with(new Round(DAY, List.of(), "日常", Round.ADMINISTRATIVE, List.of()))
            .put(blank)
            .put(major)
            .put(open);
    assertThat(VisitCheck.check(draft))
        .containsExactly(
            new Found(Finding.ONE_OFFICER, -1),
            new Found(Finding.NO_DESCRIPTION, 0),
            new Found(Finding.DEADLINE_PAST, 1),
            new Found(Finding.NO_CRITERION, 1),
            new Found(Finding.FUNDS_UNREADABLE, 1),
            new Found(Finding.NO_DISPOSITION, 2));
    assertThat(VisitCheck.check(begun().put(hazard("h-1", "")))).isEmpty();
  }
}
