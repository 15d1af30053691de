package cn.anxun.core.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps a bureau's entries, on a phone or on the server. Every implementation passes {@code LedgerStoreContract}. */
public interface LedgerStore {

  /**
   * Keeps these entries, all or none. An id that is held already keeps its first bytes; where it was unsent and now comes with a
   * receipt's stamp, it takes the stamp. So the same page put twice counts once.
   */
  void put(List<LedgerEntry> entries);

  /** The entry of this id. */
  Optional<LedgerEntry> find(String id);

  /** The entries of one subject with seq at most this, by seq; unsent ones last in the order they were put. */
  List<LedgerEntry> listSubject(String subject, long seq);

  /** Shows every entry with seq from {@code after} (exclusive) to {@code upTo} (inclusive), in the order of {@link #listSubject}. */
  void scan(long after, long upTo, Consumer<LedgerEntry> each);

  /** The highest seq held; 0 for an empty ledger; unsent entries do not count. */
  long lastSeq();

  /** Erases the personal part of the entry, its bytes included; its public part stays as it was. No effect for an unknown id. */
  void redact(String id);
}
