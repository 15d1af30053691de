package cn.anxun.server.storage;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.UnknownEntry;
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
      return new Refused(new Receipt.Rejected(EntryJson.findId(bytes).orElse(""), e.problem()));
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
}
