package cn.anxun.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.ConflictResolved;
import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Redacted;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.TestLedger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What corrections, voids, resolutions and redactions make of a record. */
class AmendmentsTest {
  private final TestLedger ledger = new TestLedger();
  private String drill = "";

  @BeforeEach
  void holdADrill() {
    drill = ledger.open(DrillHeld.KIND, "2023-05-01", "participants", 20, "level", "区级");
  }

  private LedgerState state() {
    return new LedgerFold().fold(ledger.store(), Cutoff.latest(LocalDate.of(2023, 12, 31)));
  }

  private FoldedRecord record() {
    return state().list("drill").get(0);
  }

  private void assertParticipants(long expected) {
    assertThat(record().value("participants")).isEqualTo(Json.of(expected));
  }

  private static Notice notice(Notice.Type type, String subject, String field, String... ids) {
    return new Notice(type, subject, List.of(ids), field);
  }

  @Test
  void correction_whenOneKnewTheOther_supersedesIt() {
    ledger.corrects(drill, drill, "participants", 25);
    ledger.corrects(drill, drill, "participants", 30);

    assertParticipants(30);
    assertThat(record().marks()).isEmpty();
  }

  @Test
  void correction_whenTwoStandAgainstEachOther_countsTheEarlierAndMarksTheRecord() {
    String one = ledger.correctsAfter(drill, drill, drill, "participants", 25);
    String other = ledger.correctsAfter(drill, drill, drill, "participants", 30);
    ledger.correctsAfter(drill, drill, drill, "level", "企业");

    assertParticipants(25);
    assertThat(record().value("level")).isEqualTo(Json.of("企业"));
    assertThat(record().marks()).containsExactly(Mark.CONFLICT);
    assertThat(state().notices())
        .containsExactly(notice(Notice.Type.CONFLICT, drill, "participants", one, other));
  }

  @Test
  void correction_whenTwoSayTheSame_isNoConflict() {
    ledger.correctsAfter(drill, drill, drill, "participants", 25);
    ledger.correctsAfter(drill, drill, drill, "participants", 25);

    assertParticipants(25);
    assertThat(record().marks()).isEmpty();
  }

  @Test
  void correction_whenARivalIsVoided_isNoConflict() {
    String one = ledger.correctsAfter(drill, drill, drill, "participants", 25);
    ledger.correctsAfter(drill, drill, drill, "participants", 30);
    ledger.voids(drill, one);

    assertParticipants(30);
    assertThat(record().marks()).isEmpty();
  }

  @Test
  void resolution_whenAfterBoth_settlesThem() {
    ledger.correctsAfter(drill, drill, drill, "participants", 25);
    String other = ledger.correctsAfter(drill, drill, drill, "participants", 30);
    ledger.by("zhao", Role.SUPERVISOR);
    String resolution = resolves(other, 28);

    assertParticipants(28);
    assertThat(record().marks()).isEmpty();

    ledger.by("li", Role.INSPECTOR);
    ledger.correctsAfter(resolution, drill, drill, "participants", 29);
    assertParticipants(29);
    assertThat(record().marks()).isEmpty();
  }

  @Test
  void resolution_whenACorrectionDidNotKnowIt_standsAgainstThatOne() {
    ledger.correctsAfter(drill, drill, drill, "participants", 25);
    String other = ledger.correctsAfter(drill, drill, drill, "participants", 30);
    String resolution = resolves(other, 28);
    String late = ledger.correctsAfter(drill, drill, drill, "participants", 31);

    assertParticipants(28);
    assertThat(state().notices())
        .containsExactly(notice(Notice.Type.CONFLICT, drill, "participants", resolution, late));
  }

  @Test
  void resolution_whenByOneWhoMayNot_isAProposalUntilOneWhoMaySettlesIt() {
    String one = ledger.correctsAfter(drill, drill, drill, "participants", 25);
    String other = ledger.correctsAfter(drill, drill, drill, "participants", 30);
    ledger.by("sun", Role.INSPECTOR);
    String proposal = resolves(other, 28);

    assertParticipants(25);
    assertThat(state().notices())
        .containsExactly(
            notice(Notice.Type.PROPOSAL, drill, "participants", proposal),
            notice(Notice.Type.CONFLICT, drill, "participants", one, other));

    ledger.by("zhao", Role.SUPERVISOR);
    resolves(proposal, 28);
    assertParticipants(28);
    assertThat(state().notices()).isEmpty();
  }

  private String resolves(String after, int value) {
    return ledger.addAfter(
        after,
        ConflictResolved.KIND,
        drill,
        "2023-06-01",
        "target",
        drill,
        "field",
        "participants",
        "value",
        value);
  }

  @Test
  void correction_whenOfAnothersRecord_isAProposalUntilOneWhoMayFollowsIt() {
    ledger.by("sun", Role.INSPECTOR);
    String proposal = ledger.corrects(drill, drill, "participants", 25);

    assertParticipants(20);
    assertThat(record().marks()).containsExactly(Mark.PROPOSAL);
    assertThat(record().entryIds()).containsExactly(drill);
    assertThat(state().notices())
        .containsExactly(notice(Notice.Type.PROPOSAL, drill, "participants", proposal));

    ledger.by("zhao", Role.SUPERVISOR);
    ledger.corrects(drill, drill, "participants", 25);
    assertParticipants(25);
    assertThat(state().notices()).isEmpty();
  }

  @Test
  void correction_whenAProposalIsVoided_isDeclined() {
    ledger.by("sun", Role.GRID_WORKER);
    String proposal = ledger.corrects(drill, drill, "participants", 25);
    ledger.by("zhao", Role.SUPERVISOR);
    ledger.voids(drill, proposal);

    assertParticipants(20);
    assertThat(state().notices()).isEmpty();
  }

  @Test
  void correction_whenTheRoleInTheStampMay_countsForAnybodysRecord() {
    int participants = 30;
    for (Role role : List.of(Role.SUPERVISOR, Role.OFFICE, Role.ADMINISTRATOR)) {
      participants++;
      ledger.by("zhao", role);
      ledger.corrects(drill, drill, "participants", participants);
      assertParticipants(participants);
    }
  }

  @Test
  void correction_whenTheValueDoesNotFit_staysWithoutEffect() {
    for (Object[] wrong :
        new Object[][] {
          {"participants", "many"},
          {"participants", -1},
          {"businessDate", "1999-12-31"},
          {"businessDate", "soon"},
          {"businessDate", null},
          {"level", "x".repeat(65)},
          {"campaign", List.of("x".repeat(65))},
          {"", 1}
        }) {
      String correction = ledger.corrects(drill, drill, (String) wrong[0], wrong[1]);
      assertThat(state().notices())
          .as("%s = %s", wrong)
          .contains(notice(Notice.Type.WITHOUT_EFFECT, drill, "", correction));
    }
    assertParticipants(20);
    assertThat(record().date()).isEqualTo(LocalDate.of(2023, 5, 1));
    assertThat(record().marks()).containsExactly(Mark.WITHOUT_EFFECT);
  }

  @Test
  void correction_whenTheNewValueIsUnset_clearsTheField() {
    ledger.corrects(drill, drill, "participants", null);

    assertThat(record().value("participants")).isNull();
  }

  @Test
  void correction_whenTheFieldIsRequired_cannotClearIt() {
    String site = ledger.open(SiteRegistered.KIND, "2023-05-01", "name", "甲厂");
    ledger.corrects(site, site, "name", null);

    assertThat(state().list("site").get(0).value("name")).isEqualTo(Json.of("甲厂"));
  }

  @Test
  void correction_whenTheFieldIsUnknown_keepsIt() {
    ledger.corrects(drill, drill, "drones", 2);

    assertThat(record().value("drones")).isEqualTo(Json.of(2));
  }

  @Test
  void correction_whenOfAStep_movesTheStep() {
    String hazard = ledger.open(HazardFound.KIND, "2023-05-01");
    String step = ledger.add(Rectified.KIND, hazard, "2023-05-20");
    ledger.corrects(hazard, step, "businessDate", "2023-05-10");

    FoldedRecord record = state().list("hazard").get(0);
    assertThat(record.value("rectified_on")).isEqualTo(Json.of("2023-05-10"));
    assertThat(record.date()).isEqualTo(LocalDate.of(2023, 5, 1));
  }

  @Test
  void correction_whenOfAnAmendmentOrSomethingElsewhere_staysWithoutEffect() {
    String correction = ledger.corrects(drill, drill, "participants", 25);
    String ofCorrection = ledger.corrects(drill, correction, "new", 99);
    String elsewhere = ledger.open(DrillHeld.KIND, "2023-05-01", "participants", 1);
    String ofElsewhere = ledger.corrects(drill, elsewhere, "participants", 99);

    assertParticipants(25);
    assertThat(state().list("drill").get(1).value("participants")).isEqualTo(Json.of(1));
    assertThat(state().notices())
        .containsExactly(
            notice(Notice.Type.WITHOUT_EFFECT, drill, "", ofCorrection),
            notice(Notice.Type.WITHOUT_EFFECT, drill, "", ofElsewhere));
    assertThat(record().marks()).containsExactly(Mark.WITHOUT_EFFECT);
  }

  @Test
  void amendment_whenItsTargetComesAfterIt_staysWithoutEffect() {
    String early =
        ledger.addAfter(
            null, Voided.KIND, drill, "2023-06-01", "target", TestLedger.id(8), "reason", "x");
    ledger.keep(
        TestLedger.id(8),
        Corrected.KIND,
        drill,
        early,
        "2023-06-01",
        "target",
        drill,
        "field",
        "participants",
        "new",
        25);

    assertParticipants(25);
    assertThat(record().marks()).containsExactly(Mark.WITHOUT_EFFECT);
  }

  @Test
  void void_whenOfAStep_takesItBack() {
    String hazard = ledger.open(HazardFound.KIND, "2023-05-01");
    String step = ledger.add(Rectified.KIND, hazard, "2023-05-20");
    assertThat(state().list("hazard").get(0).value("state")).isEqualTo(Json.of("rectified"));

    ledger.voids(hazard, step);
    FoldedRecord record = state().list("hazard").get(0);
    assertThat(record.value("state")).isEqualTo(Json.of("open"));
    assertThat(record.entryIds()).doesNotContain(step);
  }

  @Test
  void void_whenOfAStep_settlesWhatStandsAboutIt() {
    String hazard = ledger.open(HazardFound.KIND, "2023-05-01");
    String step = ledger.add(Rectified.KIND, hazard, "2023-05-20");
    ledger.correctsAfter(step, hazard, step, "measures_taken", "加装护栏");
    String last = ledger.correctsAfter(step, hazard, step, "measures_taken", "更换护栏");
    ledger.by("sun", Role.INSPECTOR);
    ledger.correctsAfter(last, hazard, step, "cost_yuan", 5);
    assertThat(state().notices())
        .extracting(Notice::type)
        .containsExactly(Notice.Type.PROPOSAL, Notice.Type.CONFLICT);

    ledger.by("zhao", Role.SUPERVISOR);
    ledger.voids(hazard, step);
    assertThat(state().notices()).isEmpty();
    assertThat(state().list("hazard").get(0).marks()).isEmpty();
  }

  @Test
  void void_whenOfAnothersRecord_isAProposal() {
    ledger.by("sun", Role.INSPECTOR);
    String proposal = ledger.voids(drill, drill);
    assertThat(record().marks()).containsExactly(Mark.PROPOSAL);
    assertThat(state().notices())
        .containsExactly(notice(Notice.Type.PROPOSAL, drill, "", proposal));

    ledger.by("zhao", Role.SUPERVISOR);
    ledger.voids(drill, drill);
    assertThat(state().list("drill")).isEmpty();
    assertThat(state().notices()).isEmpty();
  }

  @Test
  void void_whenOfAVoidedVoidByAChain_reinstatesInTurn() {
    String target = ledger.corrects(drill, drill, "participants", 25);
    for (int depth = 1; depth <= 6; depth++) {
      target = ledger.voids(drill, target);
      assertParticipants(depth % 2 == 0 ? 25 : 20);
    }
  }

  @Test
  void redaction_whenByTheOffice_hidesThePersonalFieldsAlone() {
    String site =
        ledger.open(
            SiteRegistered.KIND, "2023-05-01", "name", "甲厂", "contact_phone", "13900000000");
    ledger.corrects(site, site, "contact_name", "王某");
    ledger.add(Redacted.KIND, site, "2023-06-01", "target", site, "reason", "本人要求");
    assertThat(state().list("site").get(0).value("contact_phone")).isNotNull();
    assertThat(state().notices()).extracting(Notice::type).containsExactly(Notice.Type.PROPOSAL);

    ledger.by("wu", Role.OFFICE);
    ledger.add(Redacted.KIND, site, "2023-06-02", "target", site, "reason", "本人要求");
    FoldedRecord record = state().list("site").get(0);
    assertThat(record.value("contact_phone")).isNull();
    assertThat(record.value("contact_name")).isNull();
    assertThat(record.value("name")).isEqualTo(Json.of("甲厂"));
    assertThat(state().notices()).isEmpty();
  }
}
