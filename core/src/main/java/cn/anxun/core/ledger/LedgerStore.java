package cn.anxun.core.ledger;

import java.util.List;

/**
 * Keeps a bureau's entries as a phone does: its own, sent or not, and those it pulled. Every
 * implementation passes {@code LedgerStoreContract}.
 */
public interface LedgerStore extends LedgerView {

  /**
   * Keeps these entries, all or none. An id that is held with a stamp stays as it is, so the same
   * page put twice counts once. One that is held unsent and comes with a stamp takes the stamp, and
   * the bytes that come with it: they are what everybody counts.
   */
  void put(List<LedgerEntry> entries);

  /**
   * Erases the personal part of the entry, its bytes included; its public part stays as it was. No
   * effect for an unknown id.
   */
  void redact(String id);
}
