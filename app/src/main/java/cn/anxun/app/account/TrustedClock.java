package cn.anxun.app.account;

import cn.anxun.app.data.remote.ServerTime;
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
 * the latest that was ever seen. The server's time sets it right in either direction. Waits for the
 * disk.
 */
@Singleton
public final class TrustedClock implements ServerTime {
  /** A phone's clock that is off by more than this is told to its owner. */
  public static final Duration TOLERATED = Duration.ofMinutes(5);

  private static final String LATEST = "clock.latest";
  private static final String OFF = "clock.off";

  /** How far the time may run before it is written down again. */
  private static final Duration STEP = Duration.ofMinutes(1);

  private final Settings settings;
  private final Clock clock;

  @Inject
  public TrustedClock(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  public synchronized Instant now() {
    Instant now = clock.instant();
    Optional<Instant> latest = find(LATEST);
    if (latest.isPresent() && latest.get().isAfter(now)) {
      return latest.get();
    }
    if (!latest.isPresent() || Duration.between(latest.get(), now).compareTo(STEP) >= 0) {
      settings.put(LATEST, now.toString());
    }
    return now;
  }

  /** Takes the server's word for the time. */
  @Override
  public synchronized void heard(Instant server) {
    settings.put(LATEST, server.toString());
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
