package cn.anxun.core.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.PaperNumbered;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.Transferred;
import cn.anxun.core.entry.VisitJoined;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.TestLedger;
import cn.anxun.core.paper.PaperAnswers.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisitPapersTest {
  private final PaperVisit paperVisit = new PaperVisit(Paper.ADMINISTRATIVE);
  private final TestLedger ledger = paperVisit.ledger;

  @Test
  void fold_whenAColleagueIssuesTheRecordOfAVisit_theVisitHasItUntilItIsVoid() {
    assertThat(visit().is(Inspected.RECORD_ISSUED)).isFalse();

    ledger.by("wang", Role.INSPECTOR);
    String paper = issue(Paper.CHECK_RECORD, "（区）应急检记〔2026〕3号", "refused_to_sign", true);

    assertThat(visit().is(Inspected.RECORD_ISSUED)).isTrue();
    assertThat(visit().is(Inspected.REFUSED_TO_SIGN)).isTrue();
    assertThat(visit().text(Inspected.RECORD_NO)).isEqualTo("（区）应急检记〔2026〕3号");
    ledger.voids(paper, paper);
    assertThat(visit().is(Inspected.RECORD_ISSUED)).isFalse();
    assertThat(visit().is(Inspected.REFUSED_TO_SIGN)).isFalse();
    assertThat(visit().text(Inspected.RECORD_NO)).isEmpty();
  }

  @Test
  void fold_whenANumberWasTypedAtTheVisit_thePaperIssuedForItSaysTheNumber() {
    String typed = typedVisit();
    String order = issueFor(typed, Paper.ORDER, "");
    issueFor(typed, Paper.CHECK_RECORD, "（区）应急检记〔2026〕3号");

    assertThat(of(typed).text(Inspected.RECORD_NO)).isEqualTo("（区）应急检记〔2026〕3号");
    assertThat(of(typed).text(Inspected.ORDER_NO)).as("待编号").isEmpty();
    ledger.add(
        PaperNumbered.KIND,
        order,
        "2026-03-03",
        "paper_no",
        "（区）应急责改〔2026〕9号",
        "paper_year",
        2026,
        "paper_serial",
        9);
    assertThat(of(typed).text(Inspected.ORDER_NO)).isEqualTo("（区）应急责改〔2026〕9号");
  }

  @Test
  void fold_whenNoPaperHolds_whatWasTypedStays() {
    String typed = typedVisit();
    ledger.by("grid", Role.GRID_WORKER);
    issueFor(typed, Paper.ORDER, "（区）应急责改〔2026〕9号");
    issueFor(typed, Paper.NOTICE, "告知〔2026〕1号");

    assertThat(of(typed).text(Inspected.RECORD_NO)).isEqualTo("手写检记1号");
    assertThat(of(typed).text(Inspected.ORDER_NO)).isEqualTo("手写责改1号");
    assertThat(VisitPapers.typed(of(typed), Paper.ORDER)).isEqualTo("手写责改1号");
    assertThat(VisitPapers.typed(of(typed), Paper.NOTICE)).isEmpty();
  }

  @Test
  void fold_whenTheVisitWasJoinedIntoAnother_itsPaperIsTheOthers() {
    issue(Paper.CHECK_RECORD, "（区）应急检记〔2026〕3号");
    String other =
        ledger.open(Inspected.KIND, "2026-03-02", "site", paperVisit.site, "authority", "行政检查");

    ledger.add(VisitJoined.KIND, paperVisit.visit, "2026-03-03", "into", other);

    assertThat(of(other).is(Inspected.RECORD_ISSUED)).isTrue();
  }

  @Test
  void find_whenTwoWereIssued_isTheOneWithANumber() {
    issue(Paper.ORDER, "");
    String numbered = issue(Paper.ORDER, "（区）应急责改〔2026〕9号");

    Optional<PaperRecord> found =
        VisitPapers.of(paperVisit.state().list("paper")).find(paperVisit.visit, Paper.ORDER);

    assertThat(found).map(PaperRecord::id).contains(numbered);
  }

  @Test
  void reviews_whenALineWasHandedOverOrGotNoNewDay_sayThatAndOrderNothingAnew() {
    List<FoldedRecord> hazards = paperVisit.state().list("hazard");
    String passed = hazards.get(0).subject();
    String handedOver = hazards.get(2).subject();
    ledger.add(Rectified.KIND, passed, "2026-03-12");
    ledger.add(Reviewed.KIND, passed, "2026-03-13", "passed", true);
    ledger.add(Reviewed.KIND, handedOver, "2026-03-13", "passed", false);
    assertThat(reviews(LocalDate.of(2026, 3, 13)).get(handedOver))
        .isEqualTo(new Answer(false, "未按要求整改完毕，依法另行处理。", null));

    ledger.add(Transferred.KIND, handedOver, "2026-03-13", "to", "消防救援机构");

    assertThat(reviews(LocalDate.of(2026, 3, 13)))
        .containsEntry(passed, new Answer(true, "", null))
        .containsEntry(handedOver, new Answer(false, "未按要求整改完毕，已移送消防救援机构处理。", null));
  }

  private Map<String, Answer> reviews(LocalDate day) {
    PaperFacts facts = paperVisit.facts(Role.INSPECTOR);
    return new PaperFacts(
            facts.bureau(),
            facts.role(),
            day,
            Optional.empty(),
            facts.site(),
            facts.hazards(),
            Optional.empty(),
            List.of())
        .reviews();
  }

  private String typedVisit() {
    return ledger.open(
        Inspected.KIND,
        "2026-03-02",
        "site",
        paperVisit.site,
        "authority",
        "行政检查",
        "record_no",
        "手写检记1号",
        "order_no",
        "手写责改1号");
  }

  private Fields visit() {
    return of(paperVisit.visit);
  }

  private Fields of(String visit) {
    return paperVisit.state().list("inspection").stream()
        .filter(record -> record.subject().equals(visit))
        .findFirst()
        .orElseThrow()
        .fields();
  }

  private String issue(Paper paper, String number, Object... more) {
    return issueFor(paperVisit.visit, paper, number, more);
  }

  private String issueFor(String visit, Paper paper, String number, Object... more) {
    Object[] all = new Object[more.length + (number.isEmpty() ? 6 : 8)];
    Json contents = Json.members().put("title", paper.label()).build();
    Object[] said = {
      "paper", paper.label(), "inspection", visit, "contents", contents, "paper_no", number
    };
    int kept = all.length - more.length;
    System.arraycopy(said, 0, all, 0, kept);
    System.arraycopy(more, 0, all, kept, more.length);
    return ledger.open(PaperIssued.KIND, "2026-03-02", all);
  }
}
