package cn.anxun.core.ledger;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.UnknownEntry;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonMembers;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes of entries that were accepted before, perhaps by the rules of a newer version:
 * what {@link EntryJson} would not accept becomes an {@link UnknownEntry} with as much of its
 * header as can be read.
 */
public final class AcceptedEntries {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String UNREADABLE = "unreadable";
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private AcceptedEntries() {}

  /** The entry of these bytes; never fails. */
  public static LedgerEntry read(byte[] bytes, Stamp stamp) {
    try {
      return new LedgerEntry(EntryJson.read(bytes), stamp);
    } catch (EntryRejectedException e) {
      return readUnknown(bytes, stamp);
    }
  }

  /**
   * The same of bytes that were read before, as {@link EntryJson#read(byte[], Json)} has it.
   *
   * @param json what they say
   */
  public static LedgerEntry read(byte[] bytes, Json json, Stamp stamp) {
    try {
      return new LedgerEntry(EntryJson.read(bytes, json), stamp);
    } catch (EntryRejectedException e) {
      return readUnknown(bytes, stamp);
    }
  }

  /**
   * An entry that this very device recorded and no server has accepted yet, with all its fields
   * even where this version would not accept them any more; never fails.
   */
  public static LedgerEntry readRecorded(byte[] bytes, Stamp stamp) {
    try {
      return new LedgerEntry(EntryJson.readRecorded(bytes), stamp);
    } catch (EntryRejectedException e) {
      return readUnknown(bytes, stamp);
    }
  }

  /**
   * The bytes as an entry of an unknown kind, whatever they say; what its header lacks is taken
   * from the stamp.
   */
  public static LedgerEntry readUnknown(byte[] bytes, Stamp stamp) {
    Json.Members members = members(bytes);
    Header header =
        new Header(
            text(members, "id", UNREADABLE + '-' + stamp.seq()),
            text(members, "subject", UNREADABLE + '/' + stamp.seq()),
            members.get("after") instanceof Json.Text after ? after.value() : null,
            stamp.at(),
            date(members.get("businessDate"), stamp),
            text(members, "author", stamp.author()),
            text(members, "device", stamp.device()),
            List.of());
    Fields fields =
        members.get("public") instanceof Json.Members open
            ? new Fields(open.values())
            : Fields.NONE;
    String kind = text(members, "kind", UNREADABLE);
    return new LedgerEntry(new WrittenEntry(new UnknownEntry(kind, header, fields), bytes), stamp);
  }

  /**
   * The entry with {@code personal} replaced by null in its bytes; the same one where it has none.
   */
  public static LedgerEntry withoutPersonal(LedgerEntry entry) {
    byte[] bytes = entry.written().bytes();
    JsonMembers.Span personal;
    try {
      personal = JsonMembers.ofObject(bytes).get("personal");
    } catch (JsonSyntaxException e) {
      return entry;
    }
    return personal == null
        ? entry
        : read(JsonMembers.replace(bytes, personal, NULL), entry.stamp());
  }

  /**
   * The entry's bytes with null for what is personal: what the chain and digests cover, for it
   * stays the same when the personal part is erased.
   */
  public static byte[] openBytes(LedgerEntry entry) {
    byte[] bytes = entry.written().bytes();
    try {
      JsonMembers.Span personal = JsonMembers.ofObject(bytes).get("personal");
      return personal == null ? bytes : JsonMembers.replace(bytes, personal, NULL);
    } catch (JsonSyntaxException e) {
      return bytes;
    }
  }

  private static Json.Members members(byte[] bytes) {
    try {
      return JsonText.read(bytes) instanceof Json.Members members
          ? members
          : Json.members().build();
    } catch (JsonSyntaxException e) {
      return Json.members().build();
    }
  }

  private static String text(Json.Members members, String name, String otherwise) {
    return members.get(name) instanceof Json.Text text && !text.value().isEmpty()
        ? text.value()
        : otherwise;
  }

  private static LocalDate date(@Nullable Json value, Stamp stamp) {
    try {
      if (value instanceof Json.Text text) {
        return LocalDate.parse(text.value());
      }
    } catch (DateTimeException e) {
      // Taken from the stamp below: an entry that cannot be read must not block the others.
    }
    return stamp.at().atZone(SHANGHAI).toLocalDate();
  }
}
