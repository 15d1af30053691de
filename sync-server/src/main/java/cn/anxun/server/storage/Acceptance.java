package cn.anxun.server.storage;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.Redacted;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
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
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes pushes within one transaction. The chain's end is read in it once and carried from push to
 * push; a push that fails is rolled back to where it began and the next goes on from there.
 */
final class Acceptance {
  private static final String INSERT =
      "INSERT INTO entry ("
          + StoredEntry.COLUMNS
          + ") VALUES (:seq, :id, :subject, :kind, :open, :personalAt, :personal, :salt, :openHash,"
          + " :personalHash, :stamp, :head)";

  private static final String NAME =
      "INSERT INTO attachment (sha256, seq, subject) VALUES (:sha256, :seq, :subject)";

  /** An entry that is held: what its first receipt says, and its parts. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Held(long seq, byte[] head, EntryParts parts) {}

  private final Handle handle;
  private final Instant now;
  private final RecordTable records;
  private final Set<String> touched = new LinkedHashSet<>();
  private long seq;
  private byte[] head;
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

  PushQueue.Outcome accept(Push push) {
    long seqBefore = seq;
    byte[] headBefore = head;
    touched.clear();
    handle.execute("SAVEPOINT push");
    try {
      List<Receipt> receipts = keep(push);
      records.refold(touched);
      handle.execute("RELEASE push");
      return new PushQueue.Outcome.Kept(receipts);
    } catch (RuntimeException e) {
      handle.execute("ROLLBACK TO push");
      handle.execute("RELEASE push");
      seq = seqBefore;
      head = headBefore;
      return new PushQueue.Outcome.Failed(e);
    }
  }

  private List<Receipt> keep(Push push) {
    String ids = JsonText.write(Json.texts(ids(push)));
    Map<String, Held> held = held(ids);
    Set<String> toRedact = redactions(ids);
    List<Receipt> receipts = new ArrayList<>();
    Map<String, Long> redactions = new LinkedHashMap<>();
    PreparedBatch batch = handle.prepareBatch(INSERT);
    PreparedBatch files = handle.prepareBatch(NAME);
    for (PushedEntry pushed : push.entries()) {
      if (pushed instanceof PushedEntry.Refused refused) {
        receipts.add(refused.receipt());
      } else if (pushed instanceof PushedEntry.Acceptable entry) {
        String id = entry.entry().id();
        Held first = held.get(id);
        if (first == null) {
          first = append(entry, push.pusher(), toRedact.contains(id), batch);
          name(entry.entry(), files);
          held.put(id, first);
          if (entry.entry() instanceof Redacted && push.pusher().role().mayEditDocuments()) {
            redactions.put(entry.entry().fields().text(Redacted.TARGET), seq);
          }
        }
        boolean differs = !first.parts().agrees(entry.parts());
        receipts.add(new Receipt.Accepted(id, first.seq(), hex(first.head()), differs));
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
    if (files.size() > 0) {
      files.execute();
    }
    redactions.forEach(this::redact);
    return receipts;
  }

  private Held append(
      PushedEntry.Acceptable pushed, Pusher pusher, boolean redact, PreparedBatch batch) {
    seq++;
    String stamp =
        StampText.write(new Stamp(seq, pusher.account(), pusher.role(), pusher.device(), now));
    head = EntryChain.next(head, seq, pushed.openHash(), pushed.personalHash(), stamp);
    EntryParts parts = redact ? pushed.parts().redacted() : pushed.parts();
    batch
        .bind("seq", seq)
        .bind("id", pushed.entry().id())
        .bind("subject", pushed.entry().subject())
        .bind("kind", pushed.entry().kind().name())
        .bind("open", parts.open())
        .bind("personalAt", parts.personalAt() == EntryParts.NONE ? null : parts.personalAt())
        .bind("personal", parts.personal())
        .bind("salt", redact ? null : pushed.salt())
        .bind("openHash", pushed.openHash())
        .bind("personalHash", pushed.personalHash())
        .bind("stamp", stamp)
        .bind("head", head)
        .add();
    touched.add(pushed.entry().subject());
    return new Held(seq, head, parts);
  }

  /** The entry that has just been given its seq names these files. */
  private void name(Entry entry, PreparedBatch files) {
    entry.header().attachments().stream()
        .map(Attachment::sha256)
        .distinct()
        .forEach(
            sha256 ->
                files
                    .bind("sha256", sha256)
                    .bind("seq", seq)
                    .bind("subject", entry.subject())
                    .add());
  }

  private static List<String> ids(Push push) {
    List<String> ids = new ArrayList<>();
    for (PushedEntry pushed : push.entries()) {
      if (pushed instanceof PushedEntry.Acceptable entry) {
        ids.add(entry.entry().id());
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
