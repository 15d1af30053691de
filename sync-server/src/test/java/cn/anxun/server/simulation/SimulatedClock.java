package cn.anxun.server.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still but when it is told to go on, however many threads look at it. */
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
