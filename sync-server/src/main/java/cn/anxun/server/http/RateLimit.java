package cn.anxun.server.http;

import cn.anxun.server.auth.AccountException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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
    Instant now = clock.instant();
    if (buckets.size() > MANY_KEYS) {
      Instant full = now.minus(allowance.refill());
      buckets.values().removeIf(bucket -> bucket.at().isBefore(full));
    }
    // Looked at and taken in one step, so that many at once get no more than one after the other.
    buckets.compute(
        key,
        (same, bucket) -> {
          double tokens = tokens(bucket, now);
          if (tokens < 1) {
            throw refusal(tokens);
          }
          return new Bucket(tokens - 1, now);
        });
  }

  /** Gives one back that turned out to be none of those that are limited. */
  public void giveBack(String key) {
    Instant now = clock.instant();
    buckets.computeIfPresent(
        key,
        (same, bucket) -> new Bucket(Math.min(allowance.burst(), tokens(bucket, now) + 1), now));
  }

  /** Does something that asks for a code; a wrong one costs one of the key's allowance. */
  public <T> T ofCode(String key, Supplier<T> work) {
    take(key);
    try {
      T done = work.get();
      giveBack(key);
      return done;
    } catch (AccountException e) {
      if (e.reason() != AccountException.Reason.BAD_CODE) {
        giveBack(key);
      }
      throw e;
    }
  }

  private Refusal refusal(double tokens) {
    int seconds = (int) Math.max(1, Math.ceil((1 - tokens) / allowance.perSecond()));
    return Refusal.of(429, "rate-limited", Integer.toString(seconds)).retryAfter(seconds);
  }

  private double tokens(@Nullable Bucket bucket, Instant now) {
    if (bucket == null) {
      return allowance.burst();
    }
    double seconds = Math.max(0, Duration.between(bucket.at(), now).toNanos() / 1e9);
    return Math.min(allowance.burst(), bucket.tokens() + seconds * allowance.perSecond());
  }
}
