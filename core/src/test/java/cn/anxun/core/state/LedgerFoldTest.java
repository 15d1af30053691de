package cn.anxun.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.AccidentOccurred;
import cn.anxun.core.entry.Assigned;
import cn.anxun.core.entry.Attributed;
import cn.anxun.core.entry.CustomRecorded;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.TallyReported;
import cn.anxun.core.entry.UnknownEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.ledger.TestLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerFoldTest {
  private static final LocalDate YEAR_END = LocalDate.of(2023, 12, 31);

  private final TestLedger ledger = new TestLedger();
  private final LedgerFold fold = new LedgerFold();

  private LedgerState state() {
    return fold.fold(ledger.store(), Cutoff.latest(YEAR_END));
  }

  private LedgerState state(long seq, String day) {
    return fold.fold(ledger.store(), new Cutoff(seq, LocalDate.parse(day)));
  }

  private static List<Json> values(LedgerState state, String type, String field) {
    return state.list(type).stream().map(record -> record.value(field)).toList();
  }

  @Test
  void fold_whenEmpty_hasNothing() {
    LedgerState state = state();

    assertThat(state.records()).isEmpty();
    assertThat(state.documents()).isEmpty();
    assertThat(state.notices()).isEmpty();
    assertThat(state.marks()).isEmpty();
  }

  @Test
  void fold_whenSeveralTypes_listsEachByDateThenSubject() {
    String late = ledger.open(DrillHeld.KIND, "2023-05-02", "participants", 20);
    String first = ledger.open(DrillHeld.KIND, "2023-05-01");
    String second = ledger.open(DrillHeld.KIND, "2023-05-01");
    ledger.open(AccidentOccurred.KIND, "2023-05-01", "grade", "一般");

    LedgerState state = state();
    assertThat(state.records()).containsOnlyKeys("accident", "drill");
    assertThat(state.list("drill"))
        .extracting(FoldedRecord::subject)
        .containsExactly(first, second, late);
    assertThat(state.list("drill").get(2).value("month")).isEqualTo(Json.of("2023-05"));
    assertThat(state.list("drill").get(2).value("participants")).isEqualTo(Json.of(20));
  }

  @Test
  void fold_whenOneWhoMayNotRecordOpens_countsNothingUntilOneWhoMayDoes() {
    String drill = ledger.by("shen", Role.AUDITOR).open(DrillHeld.KIND, "2023-05-01");
    assertThat(state().list("drill")).isEmpty();
    assertThat(state().notices()).extracting(Notice::type).containsExactly(Notice.Type.WAITING);

    String said = ledger.by("li", Role.INSPECTOR).add(DrillHeld.KIND, drill, "2023-05-02");

    assertThat(state().list("drill")).hasSize(1);
    assertThat(state().list("drill").get(0).entryIds()).containsExactly(said);
    assertThat(state().notices()).isEmpty();
  }

  @Test
  void fold_whenSyncedInJanuary_countsOnTheLastDayOfTheYear() {
    String hazard = ledger.open(HazardFound.KIND, "2023-12-20", "deadline", "2023-12-30");
    long signed = ledger.seq();
    ledger.add(Rectified.KIND, hazard, "2023-12-31");
    ledger.add(Reviewed.KIND, hazard, "2024-01-03", "passed", true);

    assertThat(values(state(), "hazard", "state")).containsExactly(Json.of("rectified"));
    assertThat(values(state(signed, "2023-12-31"), "hazard", "state"))
        .containsExactly(Json.of("open"));
    assertThat(values(state(Stamp.UNSENT, "2024-01-31"), "hazard", "state"))
        .containsExactly(Json.of("closed"));
    assertThat(state(Stamp.UNSENT, "2023-12-19").list("hazard")).isEmpty();
  }

  @Test
  void fold_whenCorrectedLater_countsByTheSeqWhateverItsDate() {
    String drill = ledger.open(DrillHeld.KIND, "2023-05-01", "participants", 20);
    long signed = ledger.seq();
    ledger.corrects(drill, drill, "participants", 25);
    ledger.corrects(drill, drill, "businessDate", "2023-06-30");

    assertThat(values(state(signed, "2023-12-31"), "drill", "participants"))
        .containsExactly(Json.of(20));
    FoldedRecord corrected = state().list("drill").get(0);
    assertThat(corrected.value("participants")).isEqualTo(Json.of(25));
    assertThat(corrected.date()).isEqualTo(LocalDate.of(2023, 6, 30));
    assertThat(corrected.value("month")).isEqualTo(Json.of("2023-06"));
    assertThat(corrected.value("businessDate")).isNull();
    assertThat(state(Stamp.UNSENT, "2023-05-31").list("drill")).isEmpty();
  }

  @Test
  void fold_whenVoided_leavesTheRecordOutUntilTheVoidIsVoided() {
    String drill = ledger.open(DrillHeld.KIND, "2023-05-01");
    String first = ledger.voids(drill, drill);
    assertThat(state().list("drill")).isEmpty();

    String second = ledger.voids(drill, first);
    assertThat(state().list("drill")).hasSize(1);

    ledger.voids(drill, second);
    assertThat(state().list("drill")).isEmpty();
    assertThat(state().notices()).isEmpty();
  }

  @Test
  void fold_whenAnEntryWaits_saysSoAndFoldsWithoutIt() {
    String hazard = ledger.open(HazardFound.KIND, "2023-05-01");
    String missing = TestLedger.id(999);
    String waiting = ledger.addAfter(missing, Rectified.KIND, hazard, "2023-05-02");

    LedgerState state = state();
    assertThat(values(state, "hazard", "state")).containsExactly(Json.of("open"));
    assertThat(state.list("hazard").get(0).marks()).containsExactly(Mark.WAITING);
    assertThat(state.notices())
        .containsExactly(new Notice(Notice.Type.WAITING, hazard, List.of(waiting), ""));
  }

  @Test
  void fold_whenOnlyStepsAreThere_waitsForTheRecord() {
    String subject = TestLedger.id(5);
    String step = ledger.addAfter(null, Assigned.KIND, subject, "2023-05-02", "to_unit", "街道");

    LedgerState state = state();
    assertThat(state.records()).isEmpty();
    assertThat(state.notices())
        .containsExactly(new Notice(Notice.Type.WAITING, subject, List.of(step), ""));
    assertThat(state.marks()).isEmpty();
  }

  @Test
  void fold_whenAKindIsUnknown_marksItsRecordOrTheWholeLedger() {
    String drill = ledger.open(DrillHeld.KIND, "2023-05-01");
    unknown(drill, drill);
    assertThat(state().list("drill").get(0).marks()).containsExactly(Mark.UPGRADE_NEEDED);
    assertThat(state().marks()).isEmpty();

    unknown(TestLedger.id(77), null);
    assertThat(state().marks()).containsExactly(Mark.UPGRADE_NEEDED);
    assertThat(state().notices())
        .extracting(Notice::type)
        .containsExactly(Notice.Type.UPGRADE_NEEDED, Notice.Type.UPGRADE_NEEDED);
  }

  private void unknown(String subject, String after) {
    Instant at = Instant.parse("2023-06-01T00:00:00Z");
    String id = TestLedger.id(1000 + ledger.entries().size());
    Header header = new Header(id, subject, after, at, YEAR_END, "li", "phone", List.of());
    ledger
        .store()
        .put(
            List.of(
                new LedgerEntry(
                    EntryJson.write(new UnknownEntry("Flown", header, TestLedger.fields())),
                    new Stamp(900 + ledger.entries().size(), "li", Role.INSPECTOR, "phone", at))));
  }

  @Test
  void fold_whenAttributed_hasTheLastProjectOfTheOfficeWhateverItsDate() {
    String drill = ledger.open(DrillHeld.KIND, "2023-05-01", "project", "as typed");
    ledger.add(Attributed.KIND, drill, "2024-02-01", "project", "an inspector's");
    assertThat(values(state(), "drill", "project")).containsExactly(Json.of("as typed"));
    assertThat(state().notices()).extracting(Notice::type).containsExactly(Notice.Type.PROPOSAL);

    ledger.by("wu", Role.OFFICE);
    ledger.add(Attributed.KIND, drill, "2024-02-02", "project", "宣传费");
    ledger.add(Attributed.KIND, drill, "2024-02-03", "project", "演练费");
    assertThat(values(state(), "drill", "project")).containsExactly(Json.of("演练费"));
    assertThat(state().notices()).isEmpty();
  }

  @Test
  void fold_whenAssigned_saysToWhom() {
    String drill = ledger.open(DrillHeld.KIND, "2023-05-01");
    ledger.add(Assigned.KIND, drill, "2023-05-02", "to_unit", "东茅岭街道");

    assertThat(values(state(), "drill", "assigned_to")).containsExactly(Json.of("东茅岭街道"));
  }

  @Test
  void fold_whenAnEntryClaimsWhatOnlyStepsSay_ignoresIt() {
    ledger.open(DrillHeld.KIND, "2023-05-01", "assigned_to", "街道", "circulated", true);

    FoldedRecord record = state().list("drill").get(0);
    assertThat(record.value("assigned_to")).isNull();
    assertThat(record.value("circulated")).isNull();
  }

  @Test
  void fold_whenAStepIsOfAnotherType_leavesItWithoutEffect() {
    String drill = ledger.open(DrillHeld.KIND, "2023-05-01");
    String step = ledger.add(Rectified.KIND, drill, "2023-05-02");

    assertThat(state().notices())
        .containsExactly(new Notice(Notice.Type.WITHOUT_EFFECT, drill, List.of(step), ""));
    assertThat(state().list("drill").get(0).entryIds()).containsExactly(drill);
  }

  @Test
  void fold_whenASecondEntryOpensTheSubject_keepsTheOneThatNamesIt() {
    String intruder = TestLedger.id(3);
    ledger.keep(intruder, AccidentOccurred.KIND, TestLedger.id(4), null, "2023-01-01");
    ledger.keep(TestLedger.id(4), DrillHeld.KIND, TestLedger.id(4), null, "2023-01-02");

    LedgerState state = state();
    assertThat(state.records()).containsOnlyKeys("drill");
    assertThat(state.notices())
        .containsExactly(
            new Notice(Notice.Type.WITHOUT_EFFECT, TestLedger.id(4), List.of(intruder), ""));
  }

  @Test
  void fold_whenTheOfficeDefinedTheKind_usesItsNameUnlessTaken() {
    ledger.open(CustomRecorded.KIND, "2023-05-01", "record_kind", "夜查", "lamps", 3);
    ledger.open(CustomRecorded.KIND, "2023-05-01", "record_kind", "hazard");
    ledger.open(CustomRecorded.KIND, "2023-05-01", "record_kind", "grid");

    LedgerState state = state();
    assertThat(state.records()).containsOnlyKeys("夜查", "custom:hazard", "custom:grid");
    assertThat(values(state, "夜查", "lamps")).containsExactly(Json.of(3));
  }

  @Test
  void fold_whenTallied_isARecordOfItsOwn() {
    ledger.open(
        TallyReported.KIND,
        "2023-07-05",
        "unit",
        "东茅岭街道",
        "measured",
        "drill",
        "quantity",
        0,
        "from",
        "2023-01-01",
        "until",
        "2023-06-30");

    assertThat(values(state(), "tally", "quantity")).containsExactly(Json.of(0));
  }

  @Test
  void foldSubject_whenItsEntriesChange_isTheRecordOfTheWholeFold() {
    String hazard = ledger.open(HazardFound.KIND, "2023-05-01", "level", "重大");
    ledger.add(Rectified.KIND, hazard, "2023-05-03");

    Cutoff cutoff = Cutoff.latest(YEAR_END);
    assertThat(fold.foldSubject(ledger.store(), hazard, cutoff))
        .contains(state().list("hazard").get(0));
    assertThat(fold.foldSubject(ledger.store(), TestLedger.id(9), cutoff)).isEmpty();

    ledger.voids(hazard, hazard);
    assertThat(fold.foldSubject(ledger.store(), hazard, cutoff)).isEmpty();
  }
}
