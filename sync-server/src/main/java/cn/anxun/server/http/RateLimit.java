package cn.anxun.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * So many requests at once, and so many more a second, for each key: a token bucket. Keys that have
 * not been seen for long cost no memory.
 */
public final class RateLimit {
  private static final int MANY_KEYS = 10_000;

  /**
   * What a key may do.
   *
   * @param burst how many at once
   * @param perSecond how many more come each second, in the long run
   */
  public record Allowance(int burst, double perSecond) {
    public Allowance {
      if (burst < 1 || perSecond <= 0) {
        throw new IllegalArgumentException("at least one at once, and more than none a second");
      }
    }

    Duration refill() {
      return Duration.ofMillis((long) Math.ceil(burst / perSecond * 1000));
    }
  }

  private record Bucket(double tokens, Instant at) {}

  private final Allowance allowance;
  private final InstantSource clock;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  public RateLimit(Allowance allowance, InstantSource clock) {
    this.allowance = allowance;
    this.clock = clock;
  }

  /**
   * Takes one from the key's allowance.
   *
   * @throws Refusal 429 where nothing is left, saying when to come again
   */
  public void take(String key) {
    check(key);
    Instant now = clock.instant();
    if (buckets.size() > MANY_KEYS) {
      Instant full = now.minus(allowance.refill());
      buckets.values().removeIf(bucket -> bucket.at().isBefore(full));
    }
    buckets.compute(key, (same, bucket) -> new Bucket(tokens(bucket, now) - 1, now));
  }

  /**
   * Looks without taking.
   *
   * @throws Refusal as {@link #take}
   */
  public void check(String key) {
    double tokens = tokens(buckets.get(key), clock.instant());
    if (tokens < 1) {
      int seconds = (int) Math.max(1, Math.ceil((1 - tokens) / allowance.perSecond()));
      throw Refusal.of(429, "rate-limited", Integer.toString(seconds)).retryAfter(seconds);
    }
  }

  private double tokens(@Nullable Bucket bucket, Instant now) {
    if (bucket == null) {
      return allowance.burst();
    }
    double seconds = Math.max(0, Duration.between(bucket.at(), now).toNanos() / 1e9);
    return Math.min(allowance.burst(), bucket.tokens() + seconds * allowance.perSecond());
  }
}
