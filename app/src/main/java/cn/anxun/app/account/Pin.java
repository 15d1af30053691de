package cn.anxun.app.account;

import cn.anxun.app.device.KeyVault;
import cn.anxun.app.device.KeyVaultException;
import cn.anxun.app.device.Uptime;
import cn.anxun.app.setting.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import javax.inject.Inject;
import javax.inject.Singleton;
import okio.ByteString;

/**
 * The six digits that open the app without a network. After five wrong ones in a row the next must
 * wait: 30 seconds, doubled with each, at most an hour. The wait is counted in the phone's running
 * time, which no clock that is put on shortens; after a restart of the phone it begins anew. What
 * is kept is a hash, wrapped by the {@link KeyVault} besides lying in the encrypted database, so
 * that a copy of the database alone lets nobody try PINs. Waits for the disk and for the hash.
 */
@Singleton
public final class Pin {
  public static final int DIGITS = 6;

  static final int FREE_ATTEMPTS = 5;
  static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private static final String HASH = "account.pin";
  private static final String WRONG = "account.pin.wrong";

  /** The wait in milliseconds, the running time at which it began, and the start of the phone. */
  private static final String WAIT = "account.pin.wait";

  private static final String SINCE = "account.pin.since";
  private static final String BOOT = "account.pin.boot";
  private static final Pattern FORM = Pattern.compile("[0-9]{" + DIGITS + "}");
  private static final int MAX_DOUBLINGS = 20;

  private final Settings settings;
  private final Uptime uptime;
  private final Random random;
  private final KeyVault vault;
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
  public Pin(Settings settings, Uptime uptime, Random random, KeyVault vault) {
    this(settings, uptime, random, vault, PinHash.ITERATIONS);
  }

  Pin(Settings settings, Uptime uptime, Random random, KeyVault vault, int iterations) {
    this.settings = settings;
    this.uptime = uptime;
    this.random = random;
    this.vault = vault;
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
    settings.put(HASH, wrapped(PinHash.of(pin, random, iterations)));
    forgetWrong();
  }

  /** Forgets the PIN, as somebody logs out. */
  public void forget() {
    settings.delete(HASH);
    forgetWrong();
  }

  private void forgetWrong() {
    for (String name : new String[] {WRONG, WAIT, SINCE, BOOT}) {
      settings.delete(name);
    }
  }

  /** Tries this one. The attempt is counted before it is looked at, so that a kill saves nobody. */
  public synchronized Attempt attempt(String pin) {
    Duration remaining = remaining();
    if (!remaining.isZero()) {
      return new Attempt.Wait(remaining);
    }
    int wrong = settings.find(WRONG).map(Integer::parseInt).orElse(0) + 1;
    settings.put(WRONG, Integer.toString(wrong));
    Duration wait = wait(wrong);
    if (!wait.isZero()) {
      settings.put(SINCE, Long.toString(uptime.elapsedMillis()));
      settings.put(BOOT, Integer.toString(uptime.boot()));
      settings.put(WAIT, Long.toString(wait.toMillis()));
    }
    Optional<String> kept = settings.find(HASH);
    Optional<PinHash> hash = kept.map(this::unwrapped);
    if (hash.isPresent() && hash.get().matches(pin)) {
      if (isPlain(kept.get())) {
        settings.put(HASH, wrapped(hash.get()));
      }
      forgetWrong();
      return new Attempt.Right();
    }
    return wait.isZero() ? new Attempt.Wrong(FREE_ATTEMPTS - wrong) : new Attempt.Wait(wait);
  }

  /** The hash under a key that does not leave the phone, as hexadecimal digits. */
  private String wrapped(PinHash hash) {
    try {
      return ByteString.of(vault.wrap(hash.toString().getBytes(StandardCharsets.UTF_8))).hex();
    } catch (KeyVaultException e) {
      throw new IllegalStateException("the PIN cannot be kept", e);
    }
  }

  /**
   * The hash that was kept.
   *
   * @throws IllegalStateException where the phone lost its key, as the database's key is lost then
   */
  private PinHash unwrapped(String kept) {
    if (isPlain(kept)) {
      return PinHash.parse(kept);
    }
    try {
      byte[] hash = vault.unwrap(ByteString.decodeHex(kept).toByteArray());
      return PinHash.parse(new String(hash, StandardCharsets.UTF_8));
    } catch (KeyVaultException e) {
      throw new IllegalStateException("the PIN kept cannot be unwrapped", e);
    }
  }

  /** As the app kept it before it wrapped it; wrapped when it is next typed right. */
  private static boolean isPlain(String kept) {
    return kept.indexOf(':') >= 0;
  }

  /** Zero where an attempt may be made now. */
  private Duration remaining() {
    long wait = find(WAIT);
    boolean sameStart = find(BOOT) == uptime.boot() && find(SINCE) <= uptime.elapsedMillis();
    long waited = uptime.elapsedMillis() - (sameStart ? find(SINCE) : 0);
    return waited >= wait ? Duration.ZERO : Duration.ofMillis(wait - waited);
  }

  private long find(String name) {
    return settings.find(name).map(Long::parseLong).orElse(0L);
  }

  private static Duration wait(int wrong) {
    if (wrong < FREE_ATTEMPTS) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(wrong - FREE_ATTEMPTS, MAX_DOUBLINGS));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
