package cn.anxun.core.sync.bundle;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The parts of a pack, as {@code docs/sync-protocol.md} has them:
 *
 * <pre>
 * ANXUNP1 LF
 * header, a JSON object LF
 * encapsulated key, 32 bytes
 * frames: length, 4 bytes, most significant first; so many sealed bytes
 * </pre>
 *
 * The frames are messages of one HPKE context, so that none can be taken out, put in or moved. The
 * first holds the token; each further one a line {@code {"name","type"}}, LF and the part's bytes;
 * the last one is empty and sealed as the last, so that a pack that was cut is known.
 */
public final class PackFormat {
  /** Of the header, and what the key is bound to. */
  public static final String VERSION = "anxun-pack-1";

  /** The most bytes of one part: 128 MiB. */
  public static final int MAX_PART_BYTES = 128 << 20;

  /** The most bytes of the line before a part. */
  public static final int MAX_LINE_BYTES = 1024;

  /** The most parts of a pack. */
  public static final int MAX_PARTS = 100_000;

  /** What sealing adds to a message. */
  public static final int TAG_BYTES = 16;

  private static final Pattern NAME =
      Pattern.compile("(?:[a-z]{1,20}/)?[A-Za-z0-9][A-Za-z0-9._-]{0,119}");

  private PackFormat() {}

  /** What every pack begins with. */
  public static byte[] magic() {
    return "ANXUNP1\n".getBytes(StandardCharsets.US_ASCII);
  }

  /** What HPKE binds the key to, so that it opens nothing else. */
  public static byte[] purpose() {
    return VERSION.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether a part may be called so: a file's name, in one folder at most. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** What a message is bound to: the header line, and whether it is the last one. */
  public static byte[] bound(byte[] header, boolean last) {
    byte[] bound = new byte[header.length + 1];
    System.arraycopy(header, 0, bound, 0, header.length);
    bound[header.length] = (byte) (last ? 1 : 0);
    return bound;
  }
}
