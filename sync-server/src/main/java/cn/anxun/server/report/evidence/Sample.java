package cn.anxun.server.report.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * A random sample that anyone can draw again: the records whose SHA-256 of {@code seed:id} comes
 * first.
 */
final class Sample {
  private Sample() {}

  /** At most so many of these ids, in their order. */
  static List<String> draw(List<String> ids, int size, long seed) {
    List<String> drawn = new ArrayList<>(ids);
    drawn.sort(Comparator.comparing((String id) -> key(seed, id)));
    Set<String> kept = new HashSet<>(drawn.subList(0, Math.min(size, drawn.size())));
    return ids.stream().filter(kept::contains).toList();
  }

  private static String key(long seed, String id) {
    try {
      byte[] text = (seed + ":" + id).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
