package cn.anxun.server.storage;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.UnknownEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.Receipt;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One pushed entry, checked and hashed before it takes the writer's time. */
sealed interface PushedEntry {

  /** Has its verdict already: not acceptable, or not yet. */
  record Refused(Receipt receipt) implements PushedEntry {}

  /** May be kept, unless its id is held already. */
  @SuppressWarnings("ArrayRecordComponent")
  record Acceptable(
      Entry entry, EntryParts parts, byte[] openHash, byte @Nullable [] salt, byte[] personalHash)
      implements PushedEntry {}

  static PushedEntry of(byte[] bytes, Random salts) {
    Entry entry;
    try {
      entry = EntryJson.read(bytes).entry();
    } catch (EntryRejectedException e) {
      return new Refused(new Receipt.Rejected(id(bytes), e.problem()));
    }
    if (entry instanceof UnknownEntry) {
      return new Refused(new Receipt.Deferred(entry.id()));
    }
    EntryParts parts = EntryParts.of(bytes);
    byte[] openHash = EntryChain.openHash(parts.open());
    byte[] personal = parts.personal();
    if (personal == null) {
      return new Acceptable(entry, parts, openHash, null, EntryChain.noPersonalHash());
    }
    byte[] salt = new byte[EntryChain.SALT_BYTES];
    salts.nextBytes(salt);
    return new Acceptable(entry, parts, openHash, salt, EntryChain.personalHash(salt, personal));
  }

  /** The id, so that the phone knows which entry was refused; "" where it cannot be read. */
  private static String id(byte[] bytes) {
    if (bytes.length > EntryJson.MAX_BYTES) {
      return "";
    }
    try {
      return JsonText.read(bytes) instanceof Json.Members members
              && members.get("id") instanceof Json.Text id
          ? id.value()
          : "";
    } catch (JsonSyntaxException e) {
      return "";
    }
  }
}
