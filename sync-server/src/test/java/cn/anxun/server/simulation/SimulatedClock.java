package cn.anxun.server.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves when it is told to, and as far. Each look at it is a millisecond later. */
final class SimulatedClock extends Clock {
  private Instant now;

  SimulatedClock(Instant now) {
    this.now = now;
  }

  synchronized void jump(Duration by) {
    now = now.plus(by);
  }

  synchronized void set(Instant to) {
    now = to;
  }

  @Override
  public synchronized Instant instant() {
    now = now.plusMillis(1);
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
