package cn.anxun.server.auth;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what a revoked device, or one of a disabled account, still hands over: in the inbox, for an
 * administrator to decide.
 */
public final class HeldPush {
  private final Inbox inbox;

  public HeldPush(Inbox inbox) {
    this.inbox = inbox;
  }

  /** A receipt for each, in order; empty, and nothing kept, where the inbox has no room. */
  public Optional<List<Receipt>> hold(Principal principal, List<byte[]> entries) {
    if (entries.size() > inbox.room(principal)) {
      return Optional.empty();
    }
    List<Receipt> receipts = new ArrayList<>(entries.size());
    List<WrittenEntry> kept = new ArrayList<>(entries.size());
    for (byte[] bytes : entries) {
      try {
        WrittenEntry entry = EntryJson.read(bytes);
        kept.add(entry);
        receipts.add(new Receipt.Held(entry.entry().id()));
      } catch (EntryRejectedException e) {
        receipts.add(new Receipt.Rejected(EntryJson.findId(bytes).orElse(""), e.problem()));
      }
    }
    if (!kept.isEmpty()) {
      inbox.hold(principal, kept);
    }
    return Optional.of(receipts);
  }
}
