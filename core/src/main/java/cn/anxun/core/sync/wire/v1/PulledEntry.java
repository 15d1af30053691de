package cn.anxun.core.sync.wire.v1;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.UnknownEntry;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Stamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a server has accepted, which may follow rules of a newer version: what {@link
 * EntryJson} would not accept becomes an {@link UnknownEntry} with as much of its header as can be
 * read.
 */
public final class PulledEntry {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String UNREADABLE = "unreadable";

  private PulledEntry() {}

  /** The entry of these bytes; never fails. */
  public static WrittenEntry read(byte[] bytes, Stamp stamp) {
    try {
      return EntryJson.read(bytes);
    } catch (EntryRejectedException e) {
      return unknown(bytes, stamp);
    }
  }

  /** The bytes as an unknown entry; what its header lacks is taken from the stamp. */
  static WrittenEntry unknown(byte[] bytes, Stamp stamp) {
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
    return new WrittenEntry(
        new UnknownEntry(text(members, "kind", UNREADABLE), header, fields), bytes);
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
      // Taken from the stamp below: an entry that cannot be read must not block the page.
    }
    return stamp.at().atZone(SHANGHAI).toLocalDate();
  }
}
