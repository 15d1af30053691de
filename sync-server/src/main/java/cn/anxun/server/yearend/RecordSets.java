package cn.anxun.server.yearend;

import cn.anxun.core.json.Json;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.Deflater;

/**
 * Sets of records, small enough to stand in entries: each different set once, as the seqs of its
 * records' first entries, their differences in base 128, deflated, in base 64. A record without an
 * entry of its own, such as a grid, is written as its id.
 */
final class RecordSets {
  /** The most characters of one piece; a larger set goes on in the next. */
  private static final int PIECE = 16_000;

  private static final int SEVEN_BITS = 0x7F;
  private static final int MORE = 0x80;
  private static final int BUFFER = 4_096;

  private final FirstSeqs seqs;
  private final Map<Set<String>, Integer> numbers = new LinkedHashMap<>();

  RecordSets(FirstSeqs seqs) {
    this.seqs = seqs;
  }

  /** The number under which this set is written. */
  int number(Set<String> ids) {
    return numbers.computeIfAbsent(new TreeSet<>(ids), key -> numbers.size());
  }

  /**
   * Every set in its pieces: {@code {"set": n, "seqs": text}} and {@code {"set": n, "ids": […]}}.
   */
  List<Json> write() {
    List<Json> pieces = new ArrayList<>();
    numbers.forEach((ids, number) -> write(ids, number, pieces));
    return pieces;
  }

  private void write(Set<String> ids, int number, List<Json> pieces) {
    TreeSet<Long> known = new TreeSet<>();
    List<String> others = new ArrayList<>();
    for (String id : ids) {
      seqs.find(id).ifPresentOrElse(known::add, () -> others.add(id));
    }
    String text = Base64.getEncoder().encodeToString(deflated(differences(known)));
    for (int from = 0; from < text.length(); from += PIECE) {
      String piece = text.substring(from, Math.min(from + PIECE, text.length()));
      pieces.add(Json.members().put("set", number).put("seqs", piece).build());
    }
    int atOnce = PIECE / 100;
    for (int from = 0; from < others.size(); from += atOnce) {
      List<String> some = others.subList(from, Math.min(from + atOnce, others.size()));
      pieces.add(Json.members().put("set", number).put("ids", Json.texts(some)).build());
    }
  }

  private static byte[] differences(Iterable<Long> sorted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long last = 0;
    for (long seq : sorted) {
      long difference = seq - last;
      while (difference > SEVEN_BITS) {
        out.write((int) (difference & SEVEN_BITS) | MORE);
        difference >>>= 7;
      }
      out.write((int) difference);
      last = seq;
    }
    return out.toByteArray();
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
