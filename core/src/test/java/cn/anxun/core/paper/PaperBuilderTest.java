package cn.anxun.core.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.paper.PaperProblem.Code;
import cn.anxun.core.text.Texts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaperBuilderTest {
  private static final PaperTemplates STANDARD = PaperTemplates.standard();

  @Test
  void build_whenACheckRecord_holdsEverythingTheLawAsksForAndAllHazards() {
    PaperVisit visit = new PaperVisit(Paper.ADMINISTRATIVE);

    PaperDraft draft =
        PaperBuilder.build(
            STANDARD, Paper.CHECK_RECORD, visit.facts(Role.INSPECTOR), PaperVisit.answers());

    assertThat(draft.problems()).isEmpty();
    assertThat(printed(draft.fields(), true))
        .contains("某区应急管理局", "现场检查记录", "某某机械厂", "建设路8号", "一车间")
        .contains("2026年3月2日9时05分至2026年3月2日11时30分")
        .contains("李明、王芳", "43060001、43060002", "出示证件", "赵六", "厂长", "张三")
        .contains("消火栓箱被遮挡", "《消防法》第二十八条", "疏散通道堆放杂物", "已现场整改完毕", "喷漆房未设可燃气体报警器")
        .contains("责令于2026年3月12日前整改完毕", "责令从危险区域内撤出作业人员", "第六十八条")
        .contains("行政执法人员（签名）", "被检查单位负责人（签名）", "（待编号）");
    assertThat(draft.fields().texts(PaperIssued.HAZARDS)).hasSize(3);
  }

  @Test
  void build_whenAnOrder_leavesOutWhatWasFixedAndSaysEachDeadline() {
    PaperVisit visit = new PaperVisit(Paper.ADMINISTRATIVE);

    PaperDraft draft =
        PaperBuilder.build(
            STANDARD, Paper.ORDER, visit.facts(Role.INSPECTOR), PaperVisit.answers());

    assertThat(draft.problems()).isEmpty();
    assertThat(printed(draft.fields(), true))
        .contains("第2项问题于2026年3月12日前", "第1项问题于2026年4月1日前")
        .contains("行政复议", "六十日", "行政诉讼", "六个月", "（印章）", "一式两份")
        .doesNotContain("疏散通道堆放杂物");
    assertThat(draft.fields().find(PaperIssued.DEADLINE)).hasValue(LocalDate.of(2026, 4, 1));
  }

  @Test
  void build_whenPersonsAreNamed_keepsThemOutOfTheContents() {
    PaperVisit visit = new PaperVisit(Paper.ADMINISTRATIVE);

    for (Paper paper : List.of(Paper.CHECK_RECORD, Paper.ORDER)) {
      Fields fields =
          PaperBuilder.build(STANDARD, paper, visit.facts(Role.INSPECTOR), PaperVisit.answers())
              .fields();

      String open =
          new String(
              JsonText.bytes(fields.find(PaperIssued.CONTENTS).get()), StandardCharsets.UTF_8);
      assertThat(open).doesNotContain("李明", "43060001", "赵六", "张三", "13800000000");
      assertThat(printed(fields, false)).doesNotContain("李明", "43060001", "赵六", "13800000000");
    }
  }

  @Test
  void build_whenSomethingIsMissing_namesEachField() {
    PaperVisit visit = new PaperVisit(Paper.ADMINISTRATIVE);
    PaperAnswers nothing =
        new PaperAnswers(
            List.of(new Officer("李明", "")),
            PaperAnswers.Party.NOBODY,
            "",
            null,
            null,
            null,
            "",
            Map.of());

    List<PaperProblem> problems =
        PaperBuilder.build(STANDARD, Paper.CHECK_RECORD, visit.facts(Role.INSPECTOR), nothing)
            .problems();

    assertThat(problems)
        .extracting(problem -> problem.field() + ' ' + problem.code())
        .containsExactly(
            "place MISSING",
            "checked_from MISSING",
            "checked_until MISSING",
            "officers NO_CERTIFICATE",
            "officers TOO_FEW_OFFICERS");
    for (Code code : Code.values()) {
      PaperProblem problem = new PaperProblem(code, "officers", "2");
      assertThat(problem.message(Texts.CHINESE)).doesNotContain("{");
      assertThat(problem.message(Texts.ENGLISH)).doesNotContain("{");
    }
  }

  @Test
  void build_whenTheRoleOrTheVisitDoesNotAllowIt_saysSo() {
    PaperVisit inspection = new PaperVisit(Paper.ADMINISTRATIVE);
    PaperVisit patrol = new PaperVisit("巡查走访");

    assertThat(codes(inspection, Role.GRID_WORKER, Paper.ORDER)).contains(Code.NOT_ALLOWED);
    assertThat(codes(patrol, Role.INSPECTOR, Paper.ORDER)).contains(Code.NOT_ALLOWED);
    assertThat(codes(inspection, Role.INSPECTOR, Paper.NOTICE)).contains(Code.NOT_ALLOWED);
    assertThat(codes(patrol, Role.GRID_WORKER, Paper.NOTICE)).isEmpty();
    assertThat(Paper.listAllowed(Role.AUDITOR, Paper.ADMINISTRATIVE)).isEmpty();
  }

  @Test
  void build_whenTheVisitHasOneAlready_asksToVoidItFirst() {
    PaperVisit visit = new PaperVisit(Paper.ADMINISTRATIVE);
    PaperRecord issued = issued(visit, Paper.ORDER, "（区）应急责改〔2026〕1号");

    PaperFacts facts = visit.facts(Role.INSPECTOR, Optional.empty(), List.of(issued));

    assertThat(PaperBuilder.build(STANDARD, Paper.ORDER, facts, PaperVisit.answers()).problems())
        .containsExactly(new PaperProblem(Code.ALREADY_ISSUED, "paper", "（区）应急责改〔2026〕1号"));
    assertThat(
            PaperBuilder.build(STANDARD, Paper.CHECK_RECORD, facts, PaperVisit.answers())
                .problems())
        .isEmpty();
  }

  @Test
  void build_whenAReview_answersTheOrderLineByLine() {
    PaperVisit visit = new PaperVisit(Paper.ADMINISTRATIVE);
    PaperRecord order = issued(visit, Paper.ORDER, "（区）应急责改〔2026〕1号");
    List<PaperLine> ordered = order.contents().lines();
    PaperFacts facts = visit.facts(Role.INSPECTOR, Optional.of(order), List.of(order));
    Map<String, PaperAnswers.Answer> answers = new LinkedHashMap<>();
    answers.put(ordered.get(0).hazard(), new PaperAnswers.Answer(true, "", null));

    PaperDraft half =
        PaperBuilder.build(STANDARD, Paper.REVIEW, facts, PaperVisit.answers(answers));
    answers.put(ordered.get(1).hazard(), new PaperAnswers.Answer(false, "", null));
    PaperDraft whole =
        PaperBuilder.build(STANDARD, Paper.REVIEW, facts, PaperVisit.answers(answers));

    assertThat(half.problems())
        .containsExactly(new PaperProblem(Code.NOT_ANSWERED, "reviews", "2"));
    assertThat(whole.problems()).isEmpty();
    assertThat(whole.fields().text(PaperIssued.ANSWERS)).isEqualTo(order.id());
    assertThat(printed(whole.fields(), true))
        .contains("（区）应急责改〔2026〕1号", "已按要求整改完毕", "继续整改，于2026年3月17日前完成");
  }

  @Test
  void layout_whenTheSiteRefused_saysSoWithTheWitness() {
    PaperVisit visit = new PaperVisit(Paper.ADMINISTRATIVE);
    Fields fields =
        PaperBuilder.build(STANDARD, Paper.ORDER, visit.facts(Role.INSPECTOR), PaperVisit.answers())
            .fields()
            .toBuilder()
            .set(PaperIssued.REFUSED_TO_SIGN, true)
            .set(PaperIssued.REFUSAL_REASON, "对第1项有异议")
            .set(PaperIssued.WITNESS, "陈七")
            .build();

    assertThat(printed(fields, true)).contains("拒绝签字，理由：对第1项有异议", "见证人（签名）", "陈七");
  }

  @Test
  void layout_whenNothingIsAsItShouldBe_stillPrints() {
    assertThat(PaperLayout.of(Fields.NONE, true)).isNotEmpty();
    Fields odd =
        Fields.builder()
            .set(PaperIssued.CONTENTS, Json.of("?"))
            .set(PaperIssued.OFFICERS, Json.of(3))
            .set(PaperIssued.SIGNATURES, Json.texts(List.of("x")))
            .build();
    assertThat(PaperLayout.of(odd, true)).isNotEmpty();
  }

  private static List<Code> codes(PaperVisit visit, Role role, Paper paper) {
    return PaperBuilder.build(STANDARD, paper, visit.facts(role), PaperVisit.answers())
        .problems()
        .stream()
        .map(PaperProblem::code)
        .toList();
  }

  private static PaperRecord issued(PaperVisit visit, Paper paper, String number) {
    Fields fields =
        PaperBuilder.build(STANDARD, paper, visit.facts(Role.INSPECTOR), PaperVisit.answers())
            .fields()
            .toBuilder()
            .set(PaperIssued.PAPER_NO, number)
            .build();
    return new PaperRecord("order-1", PaperVisit.DAY, PaperState.ISSUED, fields, "li", "p", "");
  }

  private static String printed(Fields fields, boolean named) {
    return PaperLayout.of(fields, named).toString();
  }
}
