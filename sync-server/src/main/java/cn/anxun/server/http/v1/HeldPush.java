package cn.anxun.server.http.v1;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.auth.Inbox;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.http.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what a revoked device, or one of a disabled account, still hands over: in the inbox, for an
 * administrator to decide.
 */
final class HeldPush {
  private final Inbox inbox;

  HeldPush(Inbox inbox) {
    this.inbox = inbox;
  }

  List<Receipt> hold(Principal principal, List<byte[]> entries) {
    if (entries.size() > inbox.room(principal)) {
      throw Refusal.of(413, "inbox-full", Integer.toString(Inbox.MAX_ENTRIES));
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
    return receipts;
  }
}
