package cn.anxun.app.account;

import cn.anxun.app.data.remote.ServerTime;
import cn.anxun.app.device.Uptime;
import cn.anxun.app.setting.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * The time for whatever must not be put off by putting the phone's clock back: never earlier than
 * the latest that was ever seen, and from there it runs on with the phone. How long a phone was
 * switched off nobody knows but its clock: one that was put back meanwhile is believed no more. The
 * server's time sets it right in either direction. Waits for the disk.
 */
@Singleton
public final class TrustedClock implements ServerTime {
  /** A phone's clock that is off by more than this is told to its owner. */
  public static final Duration TOLERATED = Duration.ofMinutes(5);

  /** A clock that is earlier by less than this after a start of the phone is an honest error. */
  static final Duration HONEST = Duration.ofDays(1);

  private static final String LATEST = "clock.latest";

  /** Where the phone's running time was at {@link #LATEST}, and which of its starts that was. */
  private static final String UPTIME = "clock.uptime";

  private static final String BOOT = "clock.boot";

  /** There while the phone's clock was put back as it was switched off. */
  private static final String PUT_BACK = "clock.putBack";

  private static final String OFF = "clock.off";

  /** How far the time may run before it is written down again. */
  private static final Duration STEP = Duration.ofMinutes(1);

  private final Settings settings;
  private final Clock clock;
  private final Uptime uptime;

  @Inject
  public TrustedClock(Settings settings, Clock clock, Uptime uptime) {
    this.settings = settings;
    this.clock = clock;
    this.uptime = uptime;
  }

  public synchronized Instant now() {
    Instant wall = clock.instant();
    Optional<Instant> latest = find(LATEST);
    if (!latest.isPresent()) {
      keep(wall);
      return wall;
    }
    long ran = uptime.elapsedMillis() - number(UPTIME);
    boolean sameStart = number(BOOT) == uptime.boot() && ran >= 0;
    Instant least = sameStart ? latest.get().plusMillis(ran) : latest.get();
    boolean behind = wall.isBefore(least.minus(HONEST));
    if (behind && !sameStart) {
      settings.put(PUT_BACK, wall.toString());
    } else if (!behind && settings.find(PUT_BACK).isPresent()) {
      settings.delete(PUT_BACK);
    }
    Instant now = wall.isAfter(least) ? wall : least;
    if (!sameStart || Duration.between(latest.get(), now).compareTo(STEP) >= 0) {
      keep(now);
    }
    return now;
  }

  /**
   * Whether the phone's clock is earlier by more than a day than it was before the phone was
   * started: then {@link #now} may lag by as long as the phone was off. Until the clock is right
   * again, or the server was heard.
   */
  public synchronized boolean isPutBack() {
    now();
    return settings.find(PUT_BACK).isPresent();
  }

  private void keep(Instant now) {
    settings.put(LATEST, now.toString());
    settings.put(UPTIME, Long.toString(uptime.elapsedMillis()));
    settings.put(BOOT, Integer.toString(uptime.boot()));
  }

  private long number(String name) {
    return settings.find(name).map(Long::parseLong).orElse(-1L);
  }

  /** Takes the server's word for the time. */
  @Override
  public synchronized void heard(Instant server) {
    keep(server);
    settings.delete(PUT_BACK);
    settings.put(OFF, Duration.between(server, clock.instant()).toString());
  }

  /**
   * How far the phone's clock was ahead of the server's when it was last heard from, negative where
   * it was behind; empty within {@link #TOLERATED}.
   */
  public Optional<Duration> off() {
    return settings
        .find(OFF)
        .map(Duration::parse)
        .filter(off -> off.abs().compareTo(TOLERATED) > 0);
  }

  private Optional<Instant> find(String name) {
    try {
      return settings.find(name).map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw new IllegalStateException("the time kept as " + name + " cannot be read", e);
    }
  }
}
