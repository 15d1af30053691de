package cn.anxun.app.reminder;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be told now, and when to look again. Once a day, at the hour that was chosen, or later
 * that day where the phone was off then; never at night; by the time in Shanghai, whatever the
 * phone's zone is. A hazard is told of when its day is near, when it is there and when it has
 * passed, each once: not again every morning while nothing has changed.
 *
 * @param reminders in the order of their kinds
 * @param told what has been told by now; to be handed in the next time
 * @param next when to look again
 * @param isDone whether this day has been looked at
 */
public record ReminderPlan(
    List<Reminder> reminders, Set<String> told, Instant next, boolean isDone) {
  /** The first hour that may be chosen. */
  public static final int FIRST_HOUR = 7;

  /** The last hour that may be chosen. */
  public static final int LAST_HOUR = 20;

  /** The hour unless another was chosen. */
  public static final int USUAL_HOUR = 8;

  /** From then on it is night, and nothing is told until {@link #FIRST_HOUR}. */
  static final int NIGHT = 21;

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public ReminderPlan {
    reminders = Collections.unmodifiableList(new ArrayList<>(reminders));
    told = Collections.unmodifiableSet(new LinkedHashSet<>(told));
  }

  /**
   * A hazard that waits for something.
   *
   * @param isReview for its review, else for its rectification
   */
  public record Due(String subject, boolean isReview, LocalDate on) {}

  /**
   * How somebody wants it.
   *
   * @param kinds that are told
   * @param hour from {@link #FIRST_HOUR} to {@link #LAST_HOUR}; another is taken for the nearest
   */
  public record Choice(Set<ReminderKind> kinds, int hour) {
    public Choice {
      EnumSet<ReminderKind> copy = EnumSet.noneOf(ReminderKind.class);
      copy.addAll(kinds);
      kinds = Collections.unmodifiableSet(copy);
      hour = Math.max(FIRST_HOUR, Math.min(LAST_HOUR, hour));
    }
  }

  /**
   * One thing to be told, in numbers alone: neither a hazard's words nor anybody's name.
   *
   * @param only the hazard, where it is about a single one
   */
  public record Reminder(
      ReminderKind kind, int passed, int today, int tomorrow, Optional<String> only) {
    /** Of how many hazards. */
    public int total() {
      return passed + today + tomorrow;
    }
  }

  /**
   * Plans.
   *
   * @param due everything that waits, at least until tomorrow
   * @param told what was told before
   * @param lookedAt the day that was looked at last
   */
  public static ReminderPlan of(
      Collection<Due> due,
      Set<String> told,
      Optional<LocalDate> lookedAt,
      Choice choice,
      Instant now) {
    ZonedDateTime here = now.atZone(ZONE);
    LocalDate today = here.toLocalDate();
    boolean isTime = here.getHour() >= choice.hour() && here.getHour() < NIGHT;
    boolean wasDone = lookedAt.filter(day -> !day.isBefore(today)).isPresent();
    if (!isTime || wasDone) {
      return new ReminderPlan(List.of(), told, next(here, choice.hour(), wasDone), wasDone);
    }
    Set<String> keys = new LinkedHashSet<>();
    List<Due> fresh = new ArrayList<>();
    List<Due> all = new ArrayList<>();
    for (Due each : due) {
      Optional<String> key = key(each, today);
      if (key.isPresent()) {
        all.add(each);
        keys.add(key.get());
        if (!told.contains(key.get())) {
          fresh.add(each);
        }
      }
    }
    return new ReminderPlan(
        reminders(all, fresh, choice, today), keys, next(here, choice.hour(), true), true);
  }

  private static List<Reminder> reminders(
      List<Due> all, List<Due> fresh, Choice choice, LocalDate today) {
    List<Reminder> reminders = new ArrayList<>();
    for (ReminderKind kind : choice.kinds()) {
      List<Due> told =
          switch (kind) {
            case DEADLINE -> of(fresh, false);
            case REVIEW -> of(fresh, true);
            // On a day off, and where all is as it was, there is nothing to sum up.
            case SUMMARY -> fresh.isEmpty() || isWeekend(today) ? List.of() : all;
          };
      if (!told.isEmpty()) {
        reminders.add(reminder(kind, told, today));
      }
    }
    return reminders;
  }

  private static List<Due> of(List<Due> due, boolean isReview) {
    List<Due> some = new ArrayList<>();
    for (Due each : due) {
      if (each.isReview() == isReview) {
        some.add(each);
      }
    }
    return some;
  }

  private static Reminder reminder(ReminderKind kind, List<Due> due, LocalDate today) {
    int passed = 0;
    int now = 0;
    for (Due each : due) {
      passed += each.on().isBefore(today) ? 1 : 0;
      now += each.on().isEqual(today) ? 1 : 0;
    }
    Optional<String> only = due.size() == 1 ? Optional.of(due.get(0).subject()) : Optional.empty();
    return new Reminder(kind, passed, now, due.size() - passed - now, only);
  }

  /** Names a hazard, what it waits for, by when, and how near that is; empty while it is far. */
  private static Optional<String> key(Due due, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, due.on());
    if (days > (due.isReview() ? 0 : 1)) {
      return Optional.empty();
    }
    String near = days > 0 ? "tomorrow" : days == 0 ? "today" : "passed";
    return Optional.of(
        due.subject() + (due.isReview() ? " review " : " deadline ") + due.on() + ' ' + near);
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static Instant next(ZonedDateTime here, int hour, boolean isDone) {
    ZonedDateTime at = here.toLocalDate().atTime(LocalTime.of(hour, 0)).atZone(ZONE);
    return (isDone || !at.isAfter(here) ? at.plusDays(1) : at).toInstant();
  }
}
