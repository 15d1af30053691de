package cn.anxun.core.sync;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.Stamp;
import java.time.Instant;
import java.util.List;

/**
 * What one has recorded oneself, and how far it has come. Each call is one transaction, durable
 * when it returns. Entries are never deleted: they are needed again when the server is restored
 * from a backup. Safe for several threads, so that a record may be saved while others are being
 * sent.
 */
public interface Outbox {

  /**
   * Keeps a new entry, in the ledger and as pending.
   *
   * @param unsent {@link Stamp#unsent}
   * @throws IllegalStateException where its id is held already
   */
  void save(WrittenEntry entry, Stamp unsent);

  /**
   * The next pending entries in the order of position; deferred ones are left out until their time
   * has come.
   *
   * @param after the position to go on from, exclusive; 0 for the beginning
   * @param bytes the most bytes of all entries together; the first is listed whatever its size
   */
  List<OutboxEntry> listPending(long after, int count, long bytes, Instant now);

  /**
   * Marks those of these entries that are pending still as attempted, and returns them as they are
   * now, in the order of position. What is returned is sent, and nothing else: one withdrawn or
   * edited meanwhile is not sent as it was.
   */
  List<OutboxEntry> beginAttempt(List<String> ids);

  /**
   * Settles entries by their receipts. A receipt for an id that is not pending, or was never
   * attempted, has no effect.
   *
   * @param deferredUntil when deferred ones are to be offered again
   */
  void settle(List<Receipt> receipts, Instant deferredUntil);

  /** Notes what is held against these entries. No effect on others than pending ones. */
  void suspect(List<String> ids, Suspicion suspicion);

  /** Puts a pending entry aside with the reason why. */
  void quarantine(String id, EntryProblem problem);

  /**
   * Replaces a quarantined entry, under its own id, and makes it pending again. False, and no
   * effect, where it is not quarantined.
   */
  boolean mend(WrittenEntry entry);

  /**
   * 撤回: takes back an entry that was never attempted; it leaves the ledger and waits for {@link
   * #reopen}. False, and no effect, once it was attempted: then it takes a correction or a void.
   */
  boolean withdraw(String id);

  /**
   * Replaces an entry that was withdrawn, or is pending and was never attempted, and makes it
   * pending. False, and no effect, for any other.
   */
  boolean reopen(WrittenEntry entry);

  /**
   * Makes what was handed over into the inbox pending again, and changes nothing else: the server
   * serves this phone again.
   */
  void offerHeldAgain();

  /** All own entries in this state, in the order of position. */
  List<OutboxEntry> list(OutboxState state);

  OutboxCounts counts();
}
