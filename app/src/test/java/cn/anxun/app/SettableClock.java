package cn.anxun.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets; it stands still otherwise. */
public final class SettableClock extends Clock {
  /** Monday, 2 March 2026, 9 in the morning in Shanghai. */
  public static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  private volatile Instant now = START;

  public void set(Instant instant) {
    now = instant;
  }

  public void advance(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return fixed(now, zone);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
