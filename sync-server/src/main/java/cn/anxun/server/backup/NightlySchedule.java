package cn.anxun.server.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When the next backup is due: at the hour of the night, once nobody works, and two hours later in
 * any case. One that was missed is made up for as soon as the server runs; one that failed is tried
 * again.
 */
final class NightlySchedule {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final Duration QUIET = Duration.ofMinutes(2);
  private static final Duration WAITS_FOR_QUIET = Duration.ofHours(2);
  private static final Duration RETRIED = Duration.ofMinutes(30);

  private NightlySchedule() {}

  /**
   * Whether to begin now.
   *
   * @param lastRequest when somebody last asked the server for something
   */
  static boolean isDue(
      NightlySettings settings,
      NightlyHistory history,
      Optional<Instant> lastRequest,
      Instant now) {
    Instant planned = planned(settings.hour(), now);
    // What a clock that was wrong calls the future has not been.
    Optional<Instant> good = history.goodAt().filter(at -> !at.isAfter(now));
    if (good.isPresent() && !good.get().isBefore(planned)) {
      return false;
    }
    boolean triedJustNow =
        history
            .failedAt()
            .filter(at -> !at.isAfter(now) && now.isBefore(at.plus(RETRIED)))
            .isPresent();
    if (triedJustNow) {
      return false;
    }
    boolean quiet = lastRequest.filter(at -> at.plus(QUIET).isAfter(now)).isEmpty();
    return quiet || good.isEmpty() || !now.isBefore(planned.plus(WAITS_FOR_QUIET));
  }

  /** The last time that it was this hour. */
  private static Instant planned(int hour, Instant now) {
    ZonedDateTime here = now.atZone(ZONE);
    ZonedDateTime today = here.with(LocalTime.of(hour, 0));
    return (today.isAfter(here) ? today.minusDays(1) : today).toInstant();
  }
}
