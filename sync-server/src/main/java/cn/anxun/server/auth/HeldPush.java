package cn.anxun.server.auth;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.EntryParts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what a withdrawn phone still hands over: in the inbox, for an administrator to decide. What
 * the ledger has already is answered alike and not kept: after a restore a phone hands over again
 * all that it ever did.
 */
public final class HeldPush {
  private final Inbox inbox;

  public HeldPush(Inbox inbox) {
    this.inbox = inbox;
  }

  /** A receipt for each, in order; empty, and nothing kept, where the inbox has no room. */
  public Optional<List<Receipt>> hold(
      Principal principal, BureauLedger ledger, List<byte[]> entries) {
    if (entries.size() > inbox.room(principal)) {
      return Optional.empty();
    }
    List<Receipt> receipts = new ArrayList<>(entries.size());
    List<WrittenEntry> kept = new ArrayList<>(entries.size());
    for (byte[] bytes : entries) {
      try {
        WrittenEntry entry = EntryJson.read(bytes);
        if (!isThere(ledger, entry)) {
          kept.add(entry);
        }
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

  /** With other bytes it is another entry, on which somebody has to decide. */
  private static boolean isThere(BureauLedger ledger, WrittenEntry entry) {
    byte[] bytes = entry.bytes();
    return ledger
        .find(entry.entry().id())
        .map(there -> there.written().bytes())
        .filter(
            there ->
                Arrays.equals(there, bytes) || Arrays.equals(there, EntryParts.of(bytes).open()))
        .isPresent();
  }
}
