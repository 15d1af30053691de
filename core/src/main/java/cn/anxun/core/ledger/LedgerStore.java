package cn.anxun.core.ledger;

import java.util.List;

/**
 * Keeps a bureau's entries as a phone does: its own, sent or not, and those it pulled. Every
 * implementation passes {@code LedgerStoreContract}.
 */
public interface LedgerStore extends LedgerView {

  /**
   * Keeps these entries, all or none. An id that is held already keeps its first bytes; where it
   * was unsent and now comes with a receipt's stamp, it takes the stamp. So the same page put twice
   * counts once.
   */
  void put(List<LedgerEntry> entries);

  /**
   * Erases the personal part of the entry, its bytes included; its public part stays as it was. No
   * effect for an unknown id.
   */
  void redact(String id);
}
