package cn.anxun.server.storage;

import cn.anxun.core.json.JsonMembers;
import cn.anxun.core.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an entry in two parts, so that the personal one can be erased without touching the
 * other. Open: all of it, with {@code null} where the value of its member {@code personal} stood;
 * that is what is handed out after a redaction.
 *
 * @param open the entry's JSON without what is personal
 * @param personalAt where in {@code open} that null stands; {@link #NONE} for an entry that came
 *     without a personal part
 * @param personal the value's bytes; null where there is none, or none any more
 */
@SuppressWarnings("ArrayRecordComponent")
public record EntryParts(byte[] open, int personalAt, byte @Nullable [] personal) {
  public static final int NONE = -1;

  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  /** How many bytes there are. */
  int size() {
    return open.length + (personal == null ? 0 : personal.length);
  }

  /** Cuts the bytes, which {@link JsonText#read(byte[])} accepts. */
  public static EntryParts of(byte[] bytes) {
    Map<String, JsonMembers.Span> members = JsonMembers.ofObject(bytes);
    JsonMembers.Span span = members.get("personal");
    if (span == null) {
      return new EntryParts(bytes, NONE, null);
    }
    byte[] personal = span.of(bytes);
    return Arrays.equals(personal, NULL)
        ? new EntryParts(bytes, NONE, null)
        : new EntryParts(JsonMembers.replace(bytes, span, NULL), span.from(), personal);
  }

  /** The bytes as they came, or with null for what was erased. */
  public byte[] bytes() {
    return personal == null
        ? open
        : JsonMembers.replace(
            open, new JsonMembers.Span(personalAt, personalAt + NULL.length), personal);
  }

  /** Whether there was a personal part that has been erased. */
  public boolean isRedacted() {
    return personalAt != NONE && personal == null;
  }

  EntryParts redacted() {
    return new EntryParts(open, personalAt, null);
  }

  /** Whether both say the same, as far as what is kept can tell. */
  boolean agrees(EntryParts other) {
    return Arrays.equals(open, other.open)
        && (isRedacted() || other.isRedacted() || Arrays.equals(personal, other.personal));
  }
}
