package cn.anxun.core.entry;

import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Makes entry ids: UUID version 7 (RFC 9562), rising within one maker even where the clock stands
 * still or goes back. Safe for several threads.
 */
public final class EntryIds {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  private final Clock clock;
  private final Random random;
  private long lastMillis;
  private int counter;

  /** Give a {@link java.security.SecureRandom} outside of tests and replays. */
  public EntryIds(Clock clock, Random random) {
    this.clock = clock;
    this.random = random;
  }

  /** The next id. */
  public synchronized String next() {
    long now = clock.millis();
    if (now > lastMillis) {
      lastMillis = now;
      counter = random.nextInt(0x800);
    } else if (++counter > 0xFFF) {
      lastMillis++;
      counter = 0;
    }
    long most = (lastMillis << 16) | 0x7000L | counter;
    long least = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(most, least).toString();
  }

  /** Whether the text is an id of this form. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }
}
