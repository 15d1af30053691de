package cn.anxun.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Assigned;
import cn.anxun.core.entry.Circulated;
import cn.anxun.core.entry.CloseOutApproved;
import cn.anxun.core.entry.Delisted;
import cn.anxun.core.entry.Extended;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Listed;
import cn.anxun.core.entry.MajorConfirmed;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.Transferred;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.SubjectHistory;
import cn.anxun.core.ledger.TestLedger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HazardReducerTest {
  private final TestLedger ledger = new TestLedger();
  private final HazardReducer reducer = new HazardReducer(ReviewRule.STANDARD);

  private String found(Object... more) {
    return ledger.open(HazardFound.KIND, "2023-03-01", more);
  }

  private String general() {
    return found("level", "一般", "deadline", "2023-03-31");
  }

  private FoldedRecord on(String day, String hazard) {
    SubjectHistory history =
        SubjectHistory.of(hazard, ledger.store().listSubject(hazard, Long.MAX_VALUE));
    return reducer
        .reduce(history, new Cutoff(Long.MAX_VALUE, LocalDate.parse(day)))
        .orElseThrow()
        .record();
  }

  private static void assertField(FoldedRecord record, String field, Object value) {
    assertThat(record.value(field)).as(field).isEqualTo(TestLedger.json(value));
  }

  @Test
  void reduce_whenOnlyFound_isOpenAndOverdueTheDayAfterItsDeadline() {
    String hazard = general();

    FoldedRecord onTheDay = on("2023-03-31", hazard);
    assertField(onTheDay, "state", "open");
    assertField(onTheDay, "overdue", false);
    assertField(onTheDay, "deadline_reached", true);
    assertField(onTheDay, "days_over", null);

    FoldedRecord after = on("2023-04-02", hazard);
    assertField(after, "overdue", true);
    assertField(after, "days_over", 2);
    assertField(on("2023-03-30", hazard), "deadline_reached", false);
  }

  @Test
  void reduce_whenFixedOnTheSpot_isClosedThatDayWithoutAReview() {
    String hazard = found("level", "一般", "fixed_on_the_spot", true);

    FoldedRecord record = on("2023-12-31", hazard);
    assertField(record, "state", "closed");
    assertField(record, "rectified_on", "2023-03-01");
    assertField(record, "closed_on", "2023-03-01");
    assertField(record, "review_due_on", null);
    assertField(record, "review_due", false);
    assertField(record, "deadline_reached", false);
    assertField(record, "rectified_on_time", false);
  }

  @Test
  void reduce_whenRectified_awaitsItsReviewForTheDaysOfTheRule() {
    String hazard = general();
    ledger.add(Rectified.KIND, hazard, "2023-03-31");

    FoldedRecord record = on("2023-04-10", hazard);
    assertField(record, "state", "rectified");
    assertField(record, "rectified_on_time", true);
    assertField(record, "review_due_on", "2023-04-10");
    assertField(record, "review_due", true);
    assertField(record, "review_overdue", false);
    assertField(on("2023-04-11", hazard), "review_overdue", true);
    assertField(on("2023-03-30", hazard), "state", "open");
  }

  @Test
  void reduce_whenTheReviewPassed_isClosed() {
    String hazard = general();
    ledger.add(Rectified.KIND, hazard, "2023-04-01");
    ledger.add(Reviewed.KIND, hazard, "2023-04-12", "passed", true);

    FoldedRecord record = on("2023-12-31", hazard);
    assertField(record, "state", "closed");
    assertField(record, "closed_on", "2023-04-12");
    assertField(record, "reviewed_on", "2023-04-12");
    assertField(record, "reviewed_when_due", false);
    assertField(record, "rectified_on_time", false);
    assertField(record, "review_overdue", false);
    assertThat(record.marks()).isEmpty();
  }

  @Test
  void reduce_whenTheReviewFailed_isOpenAgainWithTheNewDeadline() {
    String hazard = general();
    ledger.add(Rectified.KIND, hazard, "2023-03-20");
    ledger.add(Reviewed.KIND, hazard, "2023-03-25", "passed", false, "deadline", "2023-04-15");

    FoldedRecord again = on("2023-04-10", hazard);
    assertField(again, "state", "open");
    assertField(again, "first_deadline", "2023-03-31");
    assertField(again, "current_deadline", "2023-04-15");
    assertField(again, "first_deadline_reached", true);
    assertField(again, "deadline_reached", false);
    assertField(again, "rectified_on", null);
    assertField(again, "review_due_on", "2023-03-30");
    assertField(again, "reviewed_when_due", true);

    ledger.add(Rectified.KIND, hazard, "2023-04-14");
    FoldedRecord second = on("2023-04-20", hazard);
    assertField(second, "state", "rectified");
    assertField(second, "reviewed_on", null);
    assertField(second, "review_due_on", "2023-04-24");
    assertField(second, "rectified_on_time", true);
    assertField(second, "rectified_on_time_first", false);
  }

  @Test
  void reduce_whenTheReviewFailedWithoutANewDeadline_keepsTheExtendedOne() {
    String hazard = general();
    ledger.add(Extended.KIND, hazard, "2023-03-20", "deadline", "2023-04-30", "reason", "parts");
    ledger.add(Reviewed.KIND, hazard, "2023-04-10", "passed", false);

    FoldedRecord record = on("2023-04-20", hazard);
    assertField(record, "current_deadline", "2023-04-30");
    assertField(record, "reviewed_on", "2023-04-10");
    assertField(record, "review_due_on", null);
    assertField(record, "reviewed_when_due", false);
  }

  @Test
  void reduce_whenAReviewPassesAnOpenHazard_rectifiesAndClosesItThatDay() {
    String hazard = general();
    ledger.add(Reviewed.KIND, hazard, "2023-03-15", "passed", true);

    FoldedRecord record = on("2023-12-31", hazard);
    assertField(record, "state", "closed");
    assertField(record, "rectified_on", "2023-03-15");
    assertField(record, "reviewed_when_due", true);
    assertThat(record.marks()).isEmpty();
  }

  @Test
  void reduce_whenExtended_movesTheCurrentDeadlineOnlyToALaterDay() {
    String hazard = general();
    ledger.add(Extended.KIND, hazard, "2023-03-20", "deadline", "2023-04-30", "reason", "parts");
    String earlier =
        ledger.add(Extended.KIND, hazard, "2023-03-21", "deadline", "2023-04-30", "reason", "x");
    ledger.add(Rectified.KIND, hazard, "2023-04-20");

    FoldedRecord record = on("2023-05-01", hazard);
    assertField(record, "extensions", 1);
    assertField(record, "current_deadline", "2023-04-30");
    assertField(record, "rectified_on_time", true);
    assertField(record, "rectified_on_time_first", false);
    assertThat(record.marks()).containsExactly(Mark.WITHOUT_EFFECT);
    assertThat(record.entryIds()).doesNotContain(earlier);
  }

  @Test
  void reduce_whenAStepIsNotOpenAnyMore_leavesItWithoutEffect() {
    String hazard = found("level", "一般", "fixed_on_the_spot", true);
    ledger.by("zhao", Role.SUPERVISOR);
    ledger.add(Rectified.KIND, hazard, "2023-03-02");
    ledger.add(Reviewed.KIND, hazard, "2023-03-02", "passed", false);
    ledger.add(Extended.KIND, hazard, "2023-03-02", "deadline", "2023-05-01", "reason", "x");
    ledger.add(Delisted.KIND, hazard, "2023-03-02");
    ledger.add(Transferred.KIND, hazard, "2023-03-02", "to", "公安");
    ledger.add(Assigned.KIND, hazard, "2023-03-02", "to_unit", "街道");

    FoldedRecord record = on("2023-12-31", hazard);
    assertThat(record.entryIds()).containsExactly(hazard);
    assertThat(record.marks()).containsExactly(Mark.WITHOUT_EFFECT);
    assertField(record, "state", "closed");
    assertField(record, "listed", false);
    assertField(record, "transferred_to", null);
  }

  @Test
  void reduce_whenListedAfterItIsClosed_isListed() {
    String hazard = found("level", "一般", "fixed_on_the_spot", true);
    ledger.by("zhao", Role.SUPERVISOR);
    ledger.add(Listed.KIND, hazard, "2023-03-02");

    FoldedRecord record = on("2023-12-31", hazard);
    assertField(record, "state", "closed");
    assertField(record, "listed", true);
    assertThat(record.marks()).isEmpty();
  }

  @Test
  void reduce_whenRectifiedTwice_keepsTheFirst() {
    String hazard = general();
    ledger.add(Rectified.KIND, hazard, "2023-03-10");
    ledger.add(Rectified.KIND, hazard, "2023-03-20");

    FoldedRecord record = on("2023-12-31", hazard);
    assertField(record, "rectified_on", "2023-03-10");
    assertThat(record.marks()).containsExactly(Mark.WITHOUT_EFFECT);
  }

  @Test
  void reduce_whenFoundAsMajor_isPresumedUntilConfirmed() {
    String hazard = found("level", "重大");
    assertField(on("2023-12-31", hazard), "level", "拟判重大");

    ledger.by("zhao", Role.SUPERVISOR);
    ledger.add(MajorConfirmed.KIND, hazard, "2023-03-10", "confirmed", true);
    FoldedRecord confirmed = on("2023-12-31", hazard);
    assertField(confirmed, "level", "重大");
    assertField(confirmed, "recorded_level", "重大");
    assertField(on("2023-03-09", hazard), "level", "拟判重大");

    ledger.add(MajorConfirmed.KIND, hazard, "2023-03-20", "confirmed", false);
    assertField(on("2023-12-31", hazard), "level", "一般");
  }

  @Test
  void reduce_whenTheLevelIsLocal_countsAsGeneral() {
    FoldedRecord local = on("2023-12-31", found("level", "较大"));
    assertField(local, "level", "一般");
    assertField(local, "recorded_level", "较大");
    assertField(on("2023-12-31", found()), "level", null);
  }

  @Test
  void reduce_whenAnInspectorDecides_staysAProposal() {
    String hazard = found("level", "重大");
    String proposal = ledger.add(MajorConfirmed.KIND, hazard, "2023-03-10", "confirmed", true);
    ledger.add(Listed.KIND, hazard, "2023-03-10");

    FoldedRecord proposed = on("2023-12-31", hazard);
    assertField(proposed, "level", "拟判重大");
    assertField(proposed, "listed", false);
    assertThat(proposed.marks()).containsExactly(Mark.PROPOSAL);
    assertThat(proposed.entryIds()).doesNotContain(proposal);

    ledger.by("zhao", Role.SUPERVISOR);
    ledger.add(MajorConfirmed.KIND, hazard, "2023-03-11", "confirmed", true);
    ledger.add(Listed.KIND, hazard, "2023-03-11");
    FoldedRecord decided = on("2023-12-31", hazard);
    assertField(decided, "level", "重大");
    assertThat(decided.marks()).isEmpty();
  }

  @Test
  void reduce_whenListedAndDelisted_saysSinceWhenAndByWhom() {
    String hazard = found("level", "重大");
    ledger.by("zhao", Role.SUPERVISOR);
    ledger.add(Listed.KIND, hazard, "2023-03-10", "authority_level", "省");

    FoldedRecord listed = on("2023-03-31", hazard);
    assertField(listed, "listed", true);
    assertField(listed, "listed_level", "省");

    ledger.add(Listed.KIND, hazard, "2023-03-20", "authority_level", "国家");
    FoldedRecord raised = on("2023-03-31", hazard);
    assertField(raised, "listed_on", "2023-03-10");
    assertField(raised, "listed_level", "国家");

    ledger.add(Reviewed.KIND, hazard, "2023-04-10", "passed", true);
    assertField(on("2023-12-31", hazard), "listed", true);

    ledger.add(Delisted.KIND, hazard, "2023-05-10");
    FoldedRecord delisted = on("2023-12-31", hazard);
    assertField(delisted, "listed", false);
    assertField(delisted, "ever_listed", true);
    assertField(delisted, "listed_on", "2023-03-10");
    assertField(delisted, "listed_level", null);
  }

  @Test
  void reduce_whenTheCloseOutIsApproved_countsOnlyOnAClosedHazard() {
    String hazard = general();
    ledger.by("zhao", Role.SUPERVISOR);
    ledger.add(CloseOutApproved.KIND, hazard, "2023-03-10", "approved", true);
    assertField(on("2023-12-31", hazard), "close_out_approved", false);

    ledger.add(Reviewed.KIND, hazard, "2023-04-10", "passed", true);
    ledger.add(CloseOutApproved.KIND, hazard, "2023-04-11", "approved", true);
    assertField(on("2023-12-31", hazard), "close_out_approved", true);
  }

  @Test
  void reduce_whenTransferredAssignedAndCirculated_saysSoAndStaysOpen() {
    String hazard = general();
    ledger.add(Transferred.KIND, hazard, "2023-03-10", "to", "消防救援大队");
    ledger.add(Assigned.KIND, hazard, "2023-03-10", "to_unit", "东茅岭街道");
    ledger.add(Circulated.KIND, hazard, "2023-03-10", "to_units", List.of("各街道"));

    FoldedRecord record = on("2023-03-31", hazard);
    assertField(record, "state", "open");
    assertField(record, "transferred_to", "消防救援大队");
    assertField(record, "assigned_to", "东茅岭街道");
    assertField(record, "circulated", true);
    assertThat(record.marks()).isEmpty();
  }

  @Test
  void reduce_fiveMeasures_needsAllFive() {
    Object[] all = {
      "responsibility",
      "厂长",
      "measures",
      "加装护栏",
      "funds_yuan",
      0,
      "deadline",
      "2023-04-01",
      "contingency_plan",
      "停产撤人"
    };
    assertField(on("2023-12-31", found(all)), "five_measures", true);
    for (int i = 0; i < all.length; i += 2) {
      Object[] lacking = all.clone();
      lacking[i] = "note" + i;
      assertField(on("2023-12-31", found(lacking)), "five_measures", false);
    }
    Object[] blank = all.clone();
    blank[1] = " ";
    assertField(on("2023-12-31", found(blank)), "five_measures", false);
  }

  @Test
  void reduce_whenAnEntryClaimsADerivedField_ignoresIt() {
    String hazard = found("state", "closed", "closed_on", "2023-03-01", "level", "一般");

    FoldedRecord record = on("2023-12-31", hazard);
    assertField(record, "state", "open");
    assertField(record, "closed_on", null);
  }
}
