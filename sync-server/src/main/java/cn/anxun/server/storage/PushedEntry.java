package cn.anxun.server.storage;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.UnknownEntry;
import cn.anxun.core.entry.WrittenEntry;
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
      WrittenEntry written,
      EntryParts parts,
      byte[] openHash,
      byte @Nullable [] salt,
      byte[] personalHash)
      implements PushedEntry {
    Entry entry() {
      return written.entry();
    }
  }

  static PushedEntry of(byte[] bytes, Random salts) {
    WrittenEntry written;
    try {
      written = EntryJson.read(bytes);
    } catch (EntryRejectedException e) {
      return new Refused(new Receipt.Rejected(EntryJson.findId(bytes).orElse(""), e.problem()));
    }
    if (written.entry() instanceof UnknownEntry unknown) {
      return new Refused(new Receipt.Deferred(unknown.id()));
    }
    EntryParts parts = EntryParts.of(bytes);
    byte[] openHash = EntryChain.openHash(parts.open());
    byte[] personal = parts.personal();
    if (personal == null) {
      return new Acceptable(written, parts, openHash, null, EntryChain.noPersonalHash());
    }
    byte[] salt = new byte[EntryChain.SALT_BYTES];
    salts.nextBytes(salt);
    return new Acceptable(written, parts, openHash, salt, EntryChain.personalHash(salt, personal));
  }
}
