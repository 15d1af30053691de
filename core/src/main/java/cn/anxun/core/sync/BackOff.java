package cn.anxun.core.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/**
 * How long to wait after failed syncs: doubled each time, from {@link #FIRST} to {@link #LONGEST},
 * of which a random half is left off so that phones that failed together do not come back together.
 * A server's Retry-After is always honoured.
 */
public final class BackOff {
  public static final Duration FIRST = Duration.ofSeconds(2);
  public static final Duration LONGEST = Duration.ofMinutes(15);

  /** A server that asks for longer is asked again after this. */
  public static final Duration LONGEST_ASKED = Duration.ofDays(1);

  private final Random random;

  public BackOff(Random random) {
    this.random = random;
  }

  /**
   * The time to wait.
   *
   * @param failures how many syncs in a row have failed, from 1
   * @param retryAfter what the server asked for; the wait is never shorter, and at most a tenth
   *     longer
   */
  public Duration after(int failures, Optional<Duration> retryAfter) {
    if (retryAfter.isPresent()) {
      Duration asked =
          retryAfter.get().compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : retryAfter.get();
      return asked.plus(part(asked.dividedBy(10)));
    }
    int doublings = Math.min(Math.max(failures, 1) - 1, 20);
    Duration full = FIRST.multipliedBy(1L << doublings);
    Duration half = (full.compareTo(LONGEST) > 0 ? LONGEST : full).dividedBy(2);
    return half.plus(part(half));
  }

  private Duration part(Duration whole) {
    return Duration.ofMillis((long) (whole.toMillis() * random.nextDouble()));
  }
}
