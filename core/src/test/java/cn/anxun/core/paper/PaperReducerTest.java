package cn.anxun.core.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.PaperNumbered;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.SubjectHistory;
import cn.anxun.core.ledger.TestLedger;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.state.Notice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperReducerTest {
  private final PaperVisit visit = new PaperVisit(Paper.ADMINISTRATIVE);
  private final TestLedger ledger = visit.ledger;

  @Test
  void fold_whenAPaperIsNumberedLater_takesTheFirstNumberAlone() {
    String paper = issue(Paper.ORDER, "");
    assertThat(only().value("state")).isEqualTo(Json.of("waiting"));

    number(paper, "（区）应急责改〔2026〕3号");
    number(paper, "（区）应急责改〔2026〕4号");

    assertThat(only().value("state")).isEqualTo(Json.of("issued"));
    assertThat(only().fields().text(PaperIssued.PAPER_NO)).isEqualTo("（区）应急责改〔2026〕3号");
    assertThat(only().marks()).containsExactly(Mark.WITHOUT_EFFECT);
  }

  @Test
  void fold_whenTwoPapersBearOneNumber_shows() {
    String first = issue(Paper.ORDER, "（区）应急责改〔2026〕3号");
    String second = issue(Paper.ORDER, "（区）应急责改〔2026〕3号");
    issue(Paper.CHECK_RECORD, "（区）应急检记〔2026〕3号");

    assertThat(visit.state().notices())
        .filteredOn(notice -> notice.type() == Notice.Type.SUSPECTED_DOUBLE)
        .extracting(Notice::entryIds)
        .containsExactly(List.of(first, second));
  }

  @Test
  void fold_whenAGridWorkerIssuesAnOrder_itOrdersNothing() {
    ledger.by("grid", Role.GRID_WORKER);
    issue(Paper.ORDER, "（区）应急责改〔2026〕3号");

    assertThat(only().value("state")).isEqualTo(Json.of("unauthorized"));
  }

  @Test
  void fold_whenTheHandSignedPaperIsAttached_saysSo_untilItIsTakenOff() {
    String paper = issue(Paper.ORDER, "（区）应急责改〔2026〕3号");
    ledger.attaches(paper, "before");
    assertThat(only().value("signed_copy")).isEqualTo(Json.FALSE);

    String copy = ledger.attaches(paper, PaperReducer.SIGNED_COPY);
    assertThat(only().value("signed_copy")).isEqualTo(Json.TRUE);

    ledger.voids(paper, copy);
    assertThat(only().value("signed_copy")).isEqualTo(Json.FALSE);
  }

  @Test
  void fold_whenTwoOfficersIssueAnOrderForOneVisit_showsBoth_untilOneIsVoid() {
    String first = atVisit(visit, Paper.ORDER);
    atVisit(visit, Paper.CHECK_RECORD);
    assertThat(suspects(visit)).isEmpty();

    String second = atVisit(visit, Paper.ORDER);
    assertThat(suspects(visit))
        .extracting(notice -> notice.type() + " " + notice.subject())
        .containsExactlyInAnyOrder("PAPER_ISSUED_TWICE " + first, "PAPER_ISSUED_TWICE " + second);
    assertThat(suspects(visit)).allMatch(one -> one.entryIds().equals(List.of(first, second)));

    ledger.voids(second, second);
    assertThat(suspects(visit)).isEmpty();
  }

  @Test
  void fold_whenOfficersPapersWereIssuedAgainstTheRule_showsThem() {
    PaperVisit patrol = new PaperVisit("巡查走访");
    atVisit(patrol, Paper.NOTICE);
    assertThat(suspects(patrol)).isEmpty();
    String order = atVisit(patrol, Paper.ORDER);

    assertThat(suspects(patrol))
        .extracting(notice -> notice.type() + " " + notice.subject())
        .containsExactly("PAPER_NOT_ALLOWED " + order);

    ledger.by("grid", Role.GRID_WORKER);
    String byGridWorker = atVisit(visit, Paper.ORDER);
    assertThat(suspects(visit))
        .extracting(notice -> notice.type() + " " + notice.subject())
        .containsExactly("PAPER_NOT_ALLOWED " + byGridWorker);
  }

  private static List<Notice> suspects(PaperVisit at) {
    List<Notice> suspects = new ArrayList<>(at.state().notices());
    suspects.removeIf(
        notice ->
            notice.type() != Notice.Type.PAPER_NOT_ALLOWED
                && notice.type() != Notice.Type.PAPER_ISSUED_TWICE);
    return suspects;
  }

  private static String atVisit(PaperVisit at, Paper paper) {
    return at.ledger.open(
        PaperIssued.KIND,
        "2026-03-02",
        "paper",
        paper.label(),
        "inspection",
        at.visit,
        "contents",
        Json.members().put("title", paper.label()).build());
  }

  @Test
  void record_whenVoided_isKnownToItsHistoryWithTheReason() {
    String paper = issue(Paper.ORDER, "");
    number(paper, "（区）应急责改〔2026〕3号");
    ledger.voids(paper, paper);

    LedgerState state = visit.state();
    List<LedgerEntry> entries = ledger.store().listSubject(paper, Long.MAX_VALUE);
    PaperRecord record = PaperRecord.of(SubjectHistory.of(paper, entries)).orElseThrow();

    assertThat(state.list("paper")).isEmpty();
    assertThat(record.state()).isEqualTo(PaperState.VOID);
    assertThat(record.number()).isEqualTo("（区）应急责改〔2026〕3号");
    assertThat(record.voidReason()).isNotEmpty();
    assertThat(PaperLayout.of(record, true).get(0))
        .isEqualTo(
            new PaperBlock.Annulled(
                "本文书已于" + PrintedDates.day(record.voidedOn()) + "作废。原因：" + record.voidReason()));
  }

  private FoldedRecord only() {
    assertThat(visit.state().list("paper")).hasSize(1);
    return visit.state().list("paper").get(0);
  }

  private String issue(Paper paper, String number) {
    Json contents = Json.members().put("title", paper.label()).build();
    return number.isEmpty()
        ? ledger.open(PaperIssued.KIND, "2026-03-02", "paper", paper.label(), "contents", contents)
        : ledger.open(
            PaperIssued.KIND,
            "2026-03-02",
            "paper",
            paper.label(),
            "contents",
            contents,
            "paper_no",
            number);
  }

  private void number(String paper, String number) {
    ledger.add(PaperNumbered.KIND, paper, "2026-03-03", "paper_no", number);
  }
}
