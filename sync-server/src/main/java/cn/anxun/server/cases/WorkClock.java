package cn.anxun.server.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The clock of a simulated phone: the day of the work that is being logged, a minute later each
 * time.
 */
final class WorkClock extends Clock {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int OPENING_HOUR = 8;

  private Instant now;

  WorkClock(LocalDate from) {
    now = opening(from);
  }

  /** Goes on to this day, or a minute further on the day it is. */
  void work(LocalDate day) {
    Instant opening = opening(day);
    now = opening.isAfter(now) ? opening : now.plusSeconds(60);
  }

  private static Instant opening(LocalDate day) {
    return day.atTime(OPENING_HOUR, 0).atZone(CHINA).toInstant();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return CHINA;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
