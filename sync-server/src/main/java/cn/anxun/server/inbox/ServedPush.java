package cn.anxun.server.inbox;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.auth.Inbox;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.Pusher;
import cn.anxun.server.text.ServerTexts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;

/**
 * Takes what a device pushes that is served, but for what somebody refused in the inbox: a phone
 * that is served again, or was enrolled again as another device, offers all of that once more.
 */
public final class ServedPush {
  private final Inbox inbox;

  public ServedPush(Inbox inbox) {
    this.inbox = inbox;
  }

  /** A receipt for each, in order. */
  public List<Receipt> accept(Principal principal, BureauLedger ledger, List<byte[]> entries) {
    Lock lock = inbox.lock(principal.bureau()).readLock();
    lock.lock();
    try {
      return acceptUndiscarded(principal, ledger, entries);
    } finally {
      lock.unlock();
    }
  }

  private List<Receipt> acceptUndiscarded(
      Principal principal, BureauLedger ledger, List<byte[]> entries) {
    Pusher pusher = new Pusher(principal.account(), principal.role(), principal.device());
    if (!inbox.hasDiscarded(principal.bureau())) {
      return ledger.accept(pusher, entries);
    }
    List<String> ids = new ArrayList<>(entries.size());
    for (byte[] entry : entries) {
      ids.add(EntryJson.findId(entry).filter(EntryIds::isValid).orElse(""));
    }
    Set<String> refused = new HashSet<>(inbox.listDiscarded(principal.bureau(), ids));
    refused.removeIf(id -> ledger.find(id).isPresent());
    if (refused.isEmpty()) {
      return ledger.accept(pusher, entries);
    }
    List<byte[]> rest = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      if (!refused.contains(ids.get(i))) {
        rest.add(entries.get(i));
      }
    }
    Iterator<Receipt> taken = ledger.accept(pusher, rest).iterator();
    List<Receipt> receipts = new ArrayList<>(entries.size());
    for (String id : ids) {
      receipts.add(refused.contains(id) ? new Receipt.Rejected(id, discarded()) : taken.next());
    }
    return receipts;
  }

  /** That somebody discarded the entry. */
  static EntryProblem discarded() {
    return new EntryProblem(
        EntryProblem.Code.REFUSED, "", ServerTexts.CHINESE.text("inbox.refused"));
  }
}
