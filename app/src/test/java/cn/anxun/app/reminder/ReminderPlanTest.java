package cn.anxun.app.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.reminder.ReminderPlan.Choice;
import cn.anxun.app.reminder.ReminderPlan.Due;
import cn.anxun.app.reminder.ReminderPlan.Reminder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.junit.Test;

/** What is told on which morning. */
public final class ReminderPlanTest {
  /** A Monday. */
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static final Choice USUAL =
      new Choice(EnumSet.allOf(ReminderKind.class), ReminderPlan.USUAL_HOUR);
  private static final Choice NO_SUMMARY =
      new Choice(EnumSet.of(ReminderKind.DEADLINE, ReminderKind.REVIEW), 8);

  private Set<String> told = Set.of();
  private Optional<LocalDate> lookedAt = Optional.empty();

  @Test
  public void of_inTheMorning_tellsWhatIsNear_byKindAndInNumbers() {
    List<Due> due =
        List.of(
            deadline("a", DAY.minusDays(3)),
            deadline("b", DAY),
            deadline("c", DAY.plusDays(1)),
            deadline("far", DAY.plusDays(2)),
            review("d", DAY),
            review("tomorrow", DAY.plusDays(1)));

    assertThat(look(due, at(DAY, 8), USUAL))
        .containsExactly(
            new Reminder(ReminderKind.DEADLINE, 1, 1, 1, Optional.empty()),
            new Reminder(ReminderKind.REVIEW, 0, 1, 0, Optional.of("d")),
            new Reminder(ReminderKind.SUMMARY, 1, 2, 1, Optional.empty()));
  }

  @Test
  public void of_dayAfterDay_tellsOfAHazardAsItComesNear_isThere_andHasPassed_andThenNoMore() {
    List<Due> due = List.of(deadline("a", DAY.plusDays(1)));
    List<Integer> days = new ArrayList<>();
    for (int day = -2; day < 14; day++) {
      if (!look(due, at(DAY.plusDays(day), 8), NO_SUMMARY).isEmpty()) {
        days.add(day);
      }
    }

    assertThat(days).containsExactly(0, 1, 2);

    assertThat(look(List.of(deadline("a", DAY.plusDays(14))), at(DAY.plusDays(14), 8), USUAL))
        .as("extended: it is near again")
        .hasSize(2);
    assertThat(look(List.of(review("a", DAY.plusDays(14))), at(DAY.plusDays(15), 8), NO_SUMMARY))
        .as("put right: its review is late")
        .hasSize(1);
  }

  @Test
  public void of_atNightOrTooEarly_tellsNothing_andComesBackInTime() {
    List<Due> due = List.of(deadline("a", DAY));
    for (int hour : new int[] {0, 3, 6, 7, 21, 23}) {
      ReminderPlan plan = ReminderPlan.of(due, Set.of(), Optional.empty(), USUAL, at(DAY, hour));

      assertThat(plan.reminders()).as("at %s", hour).isEmpty();
      assertThat(plan.isDone()).isFalse();
      assertThat(plan.told()).isEmpty();
      assertThat(plan.next()).isEqualTo(at(hour < 8 ? DAY : DAY.plusDays(1), 8));
    }
    assertThat(ReminderPlan.of(due, Set.of(), Optional.empty(), USUAL, at(DAY, 15)).reminders())
        .as("the phone was off in the morning")
        .isNotEmpty();
  }

  @Test
  public void of_whateverHourIsChosen_isNeverAtNight() {
    for (int hour = -3; hour < 30; hour++) {
      Choice choice = new Choice(EnumSet.allOf(ReminderKind.class), hour);
      for (int now = 0; now < 24; now++) {
        ReminderPlan plan =
            ReminderPlan.of(
                List.of(deadline("a", DAY)), Set.of(), Optional.empty(), choice, at(DAY, now));
        boolean night = now < 7 || now >= 21;
        assertThat(night && !plan.reminders().isEmpty()).isFalse();
        int next = LocalDateTime.ofInstant(plan.next(), ZoneOffset.ofHours(8)).getHour();
        assertThat(next).isBetween(7, 20);
        assertThat(plan.next()).isAfter(at(DAY, now));
      }
    }
  }

  @Test
  public void of_inAnyZoneOfThePhone_goesByTheTimeInShanghai() {
    TimeZone before = TimeZone.getDefault();
    try {
      for (String zone : new String[] {"America/New_York", "Pacific/Auckland", "UTC"}) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        ReminderPlan plan =
            ReminderPlan.of(
                List.of(deadline("a", DAY)),
                Set.of(),
                Optional.empty(),
                USUAL,
                Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(plan.reminders()).as(zone).hasSize(2);
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  public void of_onceADay_andAgainAfterTheClockWasPutBack_tellsOnce() {
    List<Due> due = List.of(deadline("a", DAY));
    assertThat(look(due, at(DAY, 8), USUAL)).isNotEmpty();

    List<Due> more = List.of(deadline("a", DAY), deadline("b", DAY));
    assertThat(look(more, at(DAY, 12), USUAL)).isEmpty();
    assertThat(look(more, at(DAY.minusDays(1), 12), USUAL)).isEmpty();
    assertThat(look(more, at(DAY.plusDays(1), 8), NO_SUMMARY))
        .containsExactly(new Reminder(ReminderKind.DEADLINE, 2, 0, 0, Optional.empty()));
  }

  @Test
  public void of_aKindThatIsOff_tellsNothingOfIt_andNoSummaryAtTheWeekend() {
    List<Due> due = List.of(deadline("a", DAY), review("b", DAY));

    assertThat(look(due, at(DAY, 8), new Choice(Set.of(), 8))).isEmpty();
    assertThat(look(List.of(review("c", DAY)), at(DAY.plusDays(5), 9), USUAL))
        .as("Saturday")
        .extracting(Reminder::kind)
        .containsExactly(ReminderKind.REVIEW);
  }

  private List<Reminder> look(List<Due> due, Instant now, Choice choice) {
    ReminderPlan plan = ReminderPlan.of(due, told, lookedAt, choice, now);
    told = plan.told();
    LocalDate day = LocalDateTime.ofInstant(now, ZoneOffset.ofHours(8)).toLocalDate();
    if (plan.isDone() && lookedAt.map(day::isAfter).orElse(true)) {
      lookedAt = Optional.of(day);
    }
    return plan.reminders();
  }

  private static Due deadline(String subject, LocalDate on) {
    return new Due(subject, false, on);
  }

  private static Due review(String subject, LocalDate on) {
    return new Due(subject, true, on);
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).toInstant(ZoneOffset.ofHours(8));
  }
}
