package cn.anxun.app.reminder;

import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.data.local.RecordRow;
import cn.anxun.app.record.Records;
import cn.anxun.core.hazard.HazardState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Singleton;

/** Looks what is due, tells it, and says when to look again. Waits for the disk. */
@Singleton
public final class Reminders {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Enrolments enrolments;
  private final Records records;
  private final ReminderSettings settings;
  private final ReminderNotices notices;
  private final Clock clock;

  @Inject
  Reminders(
      Enrolments enrolments,
      Records records,
      ReminderSettings settings,
      ReminderNotices notices,
      Clock clock) {
    this.enrolments = enrolments;
    this.records = records;
    this.settings = settings;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Tells what is to be told now.
   *
   * @return how long until there may be more
   */
  public synchronized Duration look() {
    Instant now = clock.instant();
    LocalDate today = now.atZone(ZONE).toLocalDate();
    Optional<Enrolled> enrolled = enrolments.find();
    List<ReminderPlan.Due> due =
        enrolled.map(person -> due(person, today.plusDays(1))).orElse(List.of());
    ReminderPlan plan =
        ReminderPlan.of(due, settings.told(), settings.lookedAt(), settings.choice(), now);
    boolean isNew = settings.lookedAt().map(today::isAfter).orElse(true);
    if (enrolled.isPresent() && plan.isDone() && isNew) {
      notices.show(plan.reminders());
      settings.told(plan.told(), today);
    }
    return Duration.between(now, plan.next());
  }

  private List<ReminderPlan.Due> due(Enrolled person, LocalDate until) {
    boolean everybodys = settings.isEverybodys();
    String account = person.enrolment().account();
    List<ReminderPlan.Due> due = new ArrayList<>();
    for (RecordItem item : records.listDue(until)) {
      RecordRow hazard = item.record();
      boolean review = HazardState.RECTIFIED.wire().equals(hazard.state());
      LocalDate on = review ? hazard.reviewDue() : hazard.deadline();
      if (on != null && (everybodys || hazard.author().equals(account))) {
        due.add(new ReminderPlan.Due(hazard.subject(), review, on));
      }
    }
    return due;
  }
}
