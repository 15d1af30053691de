package cn.anxun.core.sync;

import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerStore;
import java.util.List;

/**
 * All that a phone keeps: the ledger as it knows it, its own outbox, and how far it has pulled.
 * Every implementation passes {@code PhoneStoreContract}. What the disk will not do is thrown as an
 * unchecked exception, and then nothing of the call was kept.
 */
public interface PhoneStore extends LedgerStore, Outbox {

  SyncState syncState();

  void keep(SyncState state);

  /**
   * Keeps a page: its entries, what they erase, and how far it goes. All of it or nothing, for a
   * page without its cursor would not be dropped when the server is restored.
   *
   * @param erased the ids of the entries to {@link #redact}
   */
  void take(List<LedgerEntry> entries, List<String> erased, SyncState after);

  /**
   * The server was restored: drops what was pulled, makes every entry of one's own that was handed
   * over pending again, and forgets the cursor ({@link SyncState#inNewEpoch()}). Quarantined and
   * withdrawn ones stay so.
   */
  void beginEpoch();

  /**
   * Another account, or none: drops what was pulled, keeps what is unsent, and forgets the cursor.
   */
  void beginScope();

  /**
   * The account sees other subjects: drops what was pulled, keeps what is unsent, and keeps the
   * cursor, which alone knows the epoch until the first page of the new scope is kept ({@link
   * SyncState#dropped}).
   */
  void dropPulled();

  /**
   * Sets right what was pulled: of the stamped entries from {@code after} (exclusive) to {@code
   * upTo} (inclusive) exactly these stay. Others there go, those that are not the same are
   * replaced, and one of one's own that the server turns out not to hold is unsent again. Nothing
   * unsent is lost.
   *
   * @param upTo less than {@link cn.anxun.core.ledger.Stamp#UNSENT}
   */
  void restore(long after, long upTo, List<LedgerEntry> entries);
}
