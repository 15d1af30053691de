package cn.anxun.core.sync.wire.v1;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.JsonMembers;
import cn.anxun.core.json.JsonMembers.Span;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.SyncLimits;
import cn.anxun.core.sync.wire.v1.MalformedMessageException.Fault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code {"entries":[…]}}: the entries a phone pushes, each in its own bytes. */
public final class PushRequestJson {
  /** The most entries of one push. */
  public static final int MAX_ENTRIES = SyncLimits.BATCH_ENTRIES;

  /** The most bytes of one push, inflated. */
  public static final int MAX_BYTES = SyncLimits.BATCH_BYTES;

  private PushRequestJson() {}

  /** Writes the entries with their bytes verbatim. */
  public static byte[] write(List<WrittenEntry> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ascii(out, "{\"entries\":[");
    String comma = "";
    for (WrittenEntry entry : entries) {
      ascii(out, comma);
      out.write(entry.bytes(), 0, entry.bytes().length);
      comma = ",";
    }
    ascii(out, "]}");
    return out.toByteArray();
  }

  /**
   * Cuts the entries out of a push, each in its bytes as they came, without the space around it.
   * What an entry holds is not looked at: one that is not an object, or is too deep, too large or
   * names a member twice, is returned like any other and gets its own verdict.
   *
   * @throws MalformedMessageException NOT_JSON, or MISSING or WRONG_TYPE for {@code entries}, or
   *     TOO_MANY of them
   */
  public static List<byte[]> read(byte[] body, int maxEntries) throws MalformedMessageException {
    List<Span> spans;
    try {
      JsonText.check(body);
      Span whole = new Span(0, body.length);
      if (first(body, whole) != '{') {
        throw new MalformedMessageException(Fault.NOT_JSON, "", null);
      }
      Span entries = JsonMembers.ofObject(body).get("entries");
      if (entries == null) {
        throw new MalformedMessageException(Fault.MISSING, "entries", null);
      }
      if (first(body, entries) != '[') {
        throw new MalformedMessageException(Fault.WRONG_TYPE, "entries", null);
      }
      spans = JsonMembers.ofArray(body, entries);
    } catch (JsonSyntaxException e) {
      throw new MalformedMessageException(Fault.NOT_JSON, "", e);
    }
    if (spans.size() > maxEntries) {
      throw new MalformedMessageException(Fault.TOO_MANY, "entries", null);
    }
    List<byte[]> cut = new ArrayList<>(spans.size());
    for (Span span : spans) {
      cut.add(span.of(body));
    }
    return cut;
  }

  private static char first(byte[] json, Span span) {
    int at = span.from();
    while (at < span.to() && json[at] <= ' ') {
      at++;
    }
    return at < span.to() ? (char) json[at] : ' ';
  }

  private static void ascii(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    out.write(bytes, 0, bytes.length);
  }
}
