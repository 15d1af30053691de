package cn.anxun.core.sync;

import cn.anxun.core.ledger.LedgerStore;

/**
 * All that a phone keeps: the ledger as it knows it, its own outbox, and how far it has pulled.
 * Every implementation passes {@code PhoneStoreContract}. What the disk will not do is thrown as an
 * unchecked exception, and then nothing of the call was kept.
 */
public interface PhoneStore extends LedgerStore, Outbox {

  SyncState syncState();

  void keep(SyncState state);

  /**
   * The server was restored: drops what was pulled, makes every entry of one's own that was handed
   * over pending again, and forgets the cursor ({@link SyncState#inNewEpoch()}). Quarantined and
   * withdrawn ones stay so.
   */
  void beginEpoch();

  /**
   * The account sees other subjects: drops what was pulled, keeps what is unsent, and forgets the
   * cursor.
   */
  void beginScope();
}
