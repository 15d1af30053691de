package cn.anxun.server.storage;

import cn.anxun.core.entry.Redacted;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.sync.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Writes pushes within one transaction, all of them together: what is held is asked once, and each
 * record is folded once. Should they fail, each is written on its own: one that fails again is
 * rolled back to where it began and the next goes on from there. The chain's end is read once and
 * carried on.
 */
final class Acceptance {
  /** An entry that is held: what its first receipt says, and its parts. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Held(long seq, byte[] head, EntryParts parts) {}

  private final Handle handle;
  private final Instant now;
  private final RecordTable records;
  private final Set<String> touched = new LinkedHashSet<>();
  private final List<LedgerEntry> added = new ArrayList<>();
  private long seq;
  private byte[] head;
  private boolean erased;
  private boolean redacted;

  Acceptance(Handle handle, LedgerFold fold, Instant now) {
    this.handle = handle;
    this.records = new RecordTable(handle, fold);
    this.now = now;
    Head end = new StoredLedger(handle).head();
    this.seq = end.seq();
    this.head = HexFormat.of().parseHex(end.hash());
  }

  /** Whether anything was erased. */
  boolean hasRedacted() {
    return redacted;
  }

  /** What became of each, in order. */
  List<PushQueue.Outcome> accept(List<Push> pushes) {
    long seqBefore = seq;
    byte[] headBefore = head;
    handle.execute("SAVEPOINT push");
    try {
      List<PushQueue.Outcome> outcomes = keep(pushes);
      handle.execute("RELEASE push");
      return outcomes;
    } catch (RuntimeException e) {
      takeBack(e);
      seq = seqBefore;
      head = headBefore;
      return pushes.size() == 1 ? List.of(new PushQueue.Outcome.Failed(e)) : acceptEach(pushes);
    }
  }

  /**
   * Throws what went wrong where the database, its disk full, has undone the transaction itself.
   */
  private void takeBack(RuntimeException failure) {
    try {
      handle.execute("ROLLBACK TO push");
      handle.execute("RELEASE push");
    } catch (JdbiException gone) {
      failure.addSuppressed(gone);
      throw failure;
    }
  }

  private List<PushQueue.Outcome> acceptEach(List<Push> pushes) {
    List<PushQueue.Outcome> outcomes = new ArrayList<>(pushes.size());
    for (Push push : pushes) {
      outcomes.addAll(accept(List.of(push)));
    }
    return outcomes;
  }

  private List<PushQueue.Outcome> keep(List<Push> pushes) {
    long seqBefore = seq;
    touched.clear();
    added.clear();
    erased = false;
    String ids = JsonText.write(Json.texts(ids(pushes)));
    Map<String, Held> held = held(ids);
    Set<String> toRedact = redactions(ids);
    Map<String, Long> redactions = new LinkedHashMap<>();
    EntryRows rows = new EntryRows(handle);
    List<PushQueue.Outcome> outcomes = new ArrayList<>(pushes.size());
    for (Push push : pushes) {
      List<Receipt> receipts = new ArrayList<>(push.entries().size());
      for (PushedEntry pushed : push.entries()) {
        receipts.add(receipt(pushed, push.pusher(), held, toRedact, redactions, rows));
      }
      outcomes.add(new PushQueue.Outcome.Kept(receipts));
    }
    rows.write();
    redactions.forEach(this::redact);
    if (erased) {
      records.refold(touched);
    } else {
      records.refold(touched, seqBefore, added);
    }
    return outcomes;
  }

  private Receipt receipt(
      PushedEntry pushed,
      Pusher pusher,
      Map<String, Held> held,
      Set<String> toRedact,
      Map<String, Long> redactions,
      EntryRows rows) {
    if (pushed instanceof PushedEntry.Refused refused) {
      return refused.receipt();
    }
    PushedEntry.Acceptable entry = (PushedEntry.Acceptable) pushed;
    String id = entry.entry().id();
    Held first = held.get(id);
    if (first == null) {
      first = append(entry, pusher, toRedact.contains(id), rows);
      held.put(id, first);
      if (entry.entry() instanceof Redacted && pusher.role().mayEditDocuments()) {
        redactions.put(entry.entry().fields().text(Redacted.TARGET), seq);
      }
    }
    boolean differs = !first.parts().agrees(entry.parts());
    return new Receipt.Accepted(id, first.seq(), hex(first.head()), differs);
  }

  private Held append(
      PushedEntry.Acceptable pushed, Pusher pusher, boolean redact, EntryRows rows) {
    seq++;
    Stamp stamp = new Stamp(seq, pusher.account(), pusher.role(), pusher.device(), now);
    String written = StampText.write(stamp);
    head = EntryChain.next(head, seq, pushed.openHash(), pushed.personalHash(), written);
    EntryParts parts = redact ? pushed.parts().redacted() : pushed.parts();
    rows.add(seq, pushed, parts, written, head);
    touched.add(pushed.entry().subject());
    added.add(new LedgerEntry(pushed.written(), stamp));
    erased |= redact;
    return new Held(seq, head, parts);
  }

  private static List<String> ids(List<Push> pushes) {
    List<String> ids = new ArrayList<>();
    for (Push push : pushes) {
      for (PushedEntry pushed : push.entries()) {
        if (pushed instanceof PushedEntry.Acceptable entry) {
          ids.add(entry.entry().id());
        }
      }
    }
    return ids;
  }

  private Map<String, Held> held(String ids) {
    Map<String, Held> held = new HashMap<>();
    handle
        .createQuery(
            "SELECT " + StoredEntry.COLUMNS + " FROM entry WHERE id IN (SELECT value FROM <texts>)")
        .bind(Dialect.TEXTS, ids)
        .map(StoredEntry::of)
        .forEach(entry -> held.put(entry.id(), new Held(entry.seq(), entry.head(), entry.parts())));
    return held;
  }

  private Set<String> redactions(String ids) {
    return new HashSet<>(
        handle
            .createQuery("SELECT target FROM redaction WHERE target IN (SELECT value FROM <texts>)")
            .bind(Dialect.TEXTS, ids)
            .mapTo(String.class)
            .list());
  }

  private void redact(String target, long by) {
    erased = true;
    redacted = true;
    handle.execute(
        "INSERT INTO redaction (target, seq) VALUES (?, ?) ON CONFLICT DO NOTHING", target, by);
    handle
        .createQuery(
            "UPDATE entry SET personal = NULL, salt = NULL WHERE id = :id AND personal IS NOT NULL"
                + " RETURNING subject")
        .bind("id", target)
        .mapTo(String.class)
        .forEach(touched::add);
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
