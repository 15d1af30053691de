package cn.anxun.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.CodeListRevised;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.TargetAdjusted;
import cn.anxun.core.entry.TargetsSet;
import cn.anxun.core.entry.YearClosed;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.TestLedger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final Json DOCUMENT = Json.members().put("items", Json.texts(List.of())).build();

  private final TestLedger ledger = new TestLedger().by("wu", Role.OFFICE);

  private LedgerState state() {
    return state(Long.MAX_VALUE);
  }

  private LedgerState state(long seq) {
    return new LedgerFold().fold(ledger.store(), new Cutoff(seq, LocalDate.of(2023, 12, 31)));
  }

  private String list(String date, Object document) {
    return ledger.add(
        CodeListRevised.KIND,
        Documents.codeList("industry"),
        date,
        "list",
        "industry",
        "document",
        document);
  }

  @Test
  void fold_whenRevised_holdsTheLastBySeqWhateverItsDate() {
    String first = list("2023-01-01", "one");
    long then = ledger.seq();
    String second = list("2024-01-10", "two");

    DocumentRevision revision = state().document(Documents.codeList("industry")).orElseThrow();
    assertThat(revision.entryId()).isEqualTo(second);
    assertThat(revision.seq()).isEqualTo(2);
    assertThat(revision.date()).isEqualTo(LocalDate.of(2024, 1, 10));
    assertThat(revision.fields().raw("document")).isEqualTo(Json.of("two"));
    assertThat(revision.adjustments()).isEmpty();
    assertThat(state(then).document(Documents.codeList("industry")).orElseThrow().entryId())
        .isEqualTo(first);
  }

  @Test
  void fold_whenTheLastRevisionIsVoided_holdsTheOneBefore() {
    String first = list("2023-01-01", "one");
    String second = list("2023-02-01", "two");
    ledger.voids(Documents.codeList("industry"), second);

    assertThat(state().document(Documents.codeList("industry")).orElseThrow().entryId())
        .isEqualTo(first);
  }

  @Test
  void fold_whenByOneWhoMayNot_isAProposalUntilTheOfficeRevises() {
    list("2023-01-01", "one");
    ledger.by("zhao", Role.SUPERVISOR);
    String proposal = list("2023-02-01", "two");

    LedgerState state = state();
    assertThat(state.document(Documents.codeList("industry")).orElseThrow().seq()).isEqualTo(1);
    assertThat(state.notices())
        .containsExactly(
            new Notice(
                Notice.Type.PROPOSAL, Documents.codeList("industry"), List.of(proposal), ""));

    ledger.by("wu", Role.OFFICE);
    list("2023-03-01", "two");
    assertThat(state().document(Documents.codeList("industry")).orElseThrow().seq()).isEqualTo(3);
    assertThat(state().notices()).isEmpty();
  }

  @Test
  void fold_whenASupervisorVoidsADocument_isAProposal() {
    String first = list("2023-01-01", "one");
    ledger.by("zhao", Role.SUPERVISOR).voids(Documents.codeList("industry"), first);

    assertThat(state().document(Documents.codeList("industry"))).isPresent();
    assertThat(state().notices()).extracting(Notice::type).containsExactly(Notice.Type.PROPOSAL);
  }

  @Test
  void fold_whenTargetsAreAdjusted_standsBesideTheFrozenOnes() {
    String targets = Documents.targets(2023);
    ledger.add(TargetsSet.KIND, targets, "2023-01-15", "year", 2023, "document", DOCUMENT);
    adjust("≥50");
    adjust("≥40");
    ledger.by("zhao", Role.SUPERVISOR);
    adjust("≥1");

    DocumentRevision revision = state().document(targets).orElseThrow();
    assertThat(revision.date()).isEqualTo(LocalDate.of(2023, 1, 15));
    assertThat(revision.adjustments())
        .extracting(fields -> fields.text(TargetAdjusted.TARGET))
        .containsExactly("≥50", "≥40");

    ledger.by("wu", Role.OFFICE);
    ledger.add(TargetsSet.KIND, targets, "2023-02-15", "year", 2023, "document", DOCUMENT);
    assertThat(state().document(targets).orElseThrow().adjustments()).isEmpty();
  }

  private void adjust(String target) {
    ledger.add(
        TargetAdjusted.KIND,
        Documents.targets(2023),
        "2023-08-01",
        "year",
        2023,
        "form",
        "whole",
        "row",
        "演练次数",
        "target",
        target,
        "document_no",
        "岳应急〔2023〕1号",
        "reason",
        "疫情");
  }

  @Test
  void fold_whenADocumentIsUnderAnothersName_leavesItWithoutEffect() {
    String year = Documents.year(2023);
    String wrong =
        ledger.add(CodeListRevised.KIND, year, "2023-01-01", "list", "x", "document", DOCUMENT);
    String record = ledger.add(DrillHeld.KIND, year, "2023-01-01");

    String named = ledger.add(DrillHeld.KIND, "doc/drill", "2023-01-01");

    LedgerState state = state();
    assertThat(state.documents()).isEmpty();
    assertThat(state.records()).isEmpty();
    assertThat(state.notices())
        .containsExactly(
            new Notice(Notice.Type.WITHOUT_EFFECT, year, List.of(wrong), ""),
            new Notice(Notice.Type.WITHOUT_EFFECT, year, List.of(record), ""),
            new Notice(Notice.Type.WITHOUT_EFFECT, "doc/drill", List.of(named), ""));
  }

  @Test
  void fold_whenAYearIsClosedTwice_holdsTheLaterEdition() {
    String year = Documents.year(2023);
    ledger.add(
        YearClosed.KIND, year, "2024-01-20", "year", 2023, "edition", 1, "document", DOCUMENT);
    ledger.add(
        YearClosed.KIND, year, "2024-03-20", "year", 2023, "edition", 2, "document", DOCUMENT);

    assertThat(state().document(year).orElseThrow().fields().find(YearClosed.EDITION)).contains(2L);
  }
}
