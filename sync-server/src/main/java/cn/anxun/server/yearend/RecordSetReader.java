package cn.anxun.server.yearend;

import cn.anxun.core.json.Json;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads what {@link RecordSets} wrote. */
final class RecordSetReader {
  private static final int SEVEN_BITS = 0x7F;
  private static final int MORE = 0x80;
  private static final int BUFFER = 4_096;

  /** More than any ledger has entries, so that a bad text cannot fill the memory. */
  private static final int MAX_BYTES = 16 << 20;

  private final FirstSeqs seqs;
  private final Map<Integer, StringBuilder> texts = new HashMap<>();
  private final Map<Integer, Set<String>> ids = new HashMap<>();

  RecordSetReader(FirstSeqs seqs) {
    this.seqs = seqs;
  }

  /** Takes a piece, in the order in which they were written. */
  void take(Json.Members piece, int number) {
    if (piece.get("seqs") instanceof Json.Text text) {
      texts.computeIfAbsent(number, key -> new StringBuilder()).append(text.value());
    }
    if (piece.get("ids") instanceof Json.Items items) {
      for (Json item : items.values()) {
        if (item instanceof Json.Text id) {
          ids.computeIfAbsent(number, key -> new TreeSet<>()).add(id.value());
        }
      }
    }
  }

  /**
   * The set of this number, empty where none was written.
   *
   * @throws IllegalArgumentException where its pieces are not what was written
   */
  Set<String> get(int number) {
    Set<String> set = new TreeSet<>(ids.getOrDefault(number, Set.of()));
    byte[] bytes =
        inflated(
            Base64.getDecoder().decode(texts.getOrDefault(number, new StringBuilder()).toString()));
    long seq = 0;
    long difference = 0;
    int shift = 0;
    for (byte next : bytes) {
      difference |= (long) (next & SEVEN_BITS) << shift;
      shift += 7;
      if ((next & MORE) == 0) {
        seq += difference;
        set.add(seqs.subject(seq));
        difference = 0;
        shift = 0;
      }
    }
    return set;
  }

  private static byte[] inflated(byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        out.write(buffer, 0, count);
        if ((count == 0 && !inflater.finished()) || out.size() > MAX_BYTES) {
          throw new IllegalArgumentException("a set of records is cut short or too large");
        }
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("a set of records cannot be read", e);
    } finally {
      inflater.end();
    }
  }
}
