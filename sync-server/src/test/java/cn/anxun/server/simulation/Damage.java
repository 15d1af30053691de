package cn.anxun.server.simulation;

import java.util.Arrays;
import java.util.Random;

/**
 * What befalls the bytes of one exchange on their way, the same for the same seed.
 *
 * @param struck is told when bytes were lost or changed; what has no bytes is not befallen
 */
record Damage(Kind kind, long seed, Runnable struck) {
  enum Kind {
    /** The line breaks after byte N of the request. */
    REQUEST_CUT,
    /** Something on the way passes on a part of the request's body as if it were all. */
    REQUEST_TRUNCATED,
    REQUEST_CORRUPTED,
    /** The line breaks after byte N of the reply. */
    REPLY_CUT,
    REPLY_TRUNCATED,
    REPLY_CORRUPTED
  }

  private static final int MOST_FLIPPED = 3;

  boolean befalls(Kind one) {
    return kind == one;
  }

  /** The first bytes, how many is left to chance; never all. */
  byte[] cut(byte[] bytes) {
    return told(bytes, Arrays.copyOf(bytes, new Random(seed).nextInt(Math.max(1, bytes.length))));
  }

  /** The same bytes but for some bits. */
  byte[] corrupted(byte[] bytes) {
    Random random = new Random(seed);
    byte[] changed = bytes.clone();
    for (int i = random.nextInt(MOST_FLIPPED); i >= 0 && bytes.length > 0; i--) {
      changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return told(bytes, changed);
  }

  private byte[] told(byte[] before, byte[] after) {
    if (!Arrays.equals(before, after)) {
      struck.run();
    }
    return after;
  }
}
