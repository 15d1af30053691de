package cn.anxun.app.account;

import cn.anxun.app.setting.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * The six digits that open the app without a network. After five wrong ones in a row the next must
 * wait: 30 seconds, doubled with each, at most an hour. Waits for the disk and for the hash.
 */
@Singleton
public final class Pin {
  public static final int DIGITS = 6;

  static final int FREE_ATTEMPTS = 5;
  static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private static final String HASH = "account.pin";
  private static final String WRONG = "account.pin.wrong";
  private static final String NOT_BEFORE = "account.pin.notBefore";
  private static final Pattern FORM = Pattern.compile("[0-9]{" + DIGITS + "}");
  private static final int MAX_DOUBLINGS = 20;

  private final Settings settings;
  private final TrustedClock clock;
  private final Random random;
  private final int iterations;

  /** What came of an attempt. */
  public sealed interface Attempt {
    /** The right one. */
    record Right() implements Attempt {}

    /** A wrong one; so many are left before the next must wait. */
    record Wrong(int left) implements Attempt {}

    /** Not looked at, or wrong once too often: not before so long. */
    record Wait(Duration remaining) implements Attempt {}
  }

  @Inject
  public Pin(Settings settings, TrustedClock clock, Random random) {
    this(settings, clock, random, PinHash.ITERATIONS);
  }

  Pin(Settings settings, TrustedClock clock, Random random, int iterations) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
    this.iterations = iterations;
  }

  public boolean isSet() {
    return settings.find(HASH).isPresent();
  }

  /**
   * Takes this as the PIN from now on.
   *
   * @throws IllegalArgumentException for anything but six digits
   */
  public void set(String pin) {
    if (!FORM.matcher(pin).matches()) {
      throw new IllegalArgumentException("pin: six digits");
    }
    settings.put(HASH, PinHash.of(pin, random, iterations).toString());
    settings.delete(WRONG);
    settings.delete(NOT_BEFORE);
  }

  /** Forgets the PIN, as somebody logs out. */
  public void forget() {
    settings.delete(HASH);
    settings.delete(WRONG);
    settings.delete(NOT_BEFORE);
  }

  /** Tries this one. The attempt is counted before it is looked at, so that a kill saves nobody. */
  public synchronized Attempt attempt(String pin) {
    Instant now = clock.now();
    Duration remaining = remaining(now);
    if (!remaining.isZero()) {
      return new Attempt.Wait(remaining);
    }
    int wrong = settings.find(WRONG).map(Integer::parseInt).orElse(0) + 1;
    settings.put(WRONG, Integer.toString(wrong));
    Duration wait = wait(wrong);
    if (!wait.isZero()) {
      settings.put(NOT_BEFORE, now.plus(wait).toString());
    }
    Optional<String> hash = settings.find(HASH);
    if (hash.isPresent() && PinHash.parse(hash.get()).matches(pin)) {
      settings.delete(WRONG);
      settings.delete(NOT_BEFORE);
      return new Attempt.Right();
    }
    return wait.isZero() ? new Attempt.Wrong(FREE_ATTEMPTS - wrong) : new Attempt.Wait(wait);
  }

  /** Zero where an attempt may be made now. */
  private Duration remaining(Instant now) {
    Instant notBefore =
        settings.find(NOT_BEFORE).map(Instant::parse).filter(now::isBefore).orElse(now);
    Duration remaining = Duration.between(now, notBefore);
    return remaining.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : remaining;
  }

  private static Duration wait(int wrong) {
    if (wrong < FREE_ATTEMPTS) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(wrong - FREE_ATTEMPTS, MAX_DOUBLINGS));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
