package cn.anxun.core.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A bureau's entries to read, on a phone or on the server: all that a fold needs. */
public interface LedgerView {

  /** The entry of this id. */
  Optional<LedgerEntry> find(String id);

  /**
   * The entries of one subject with seq at most this, by seq; unsent ones last in the order they
   * were put.
   */
  List<LedgerEntry> listSubject(String subject, long seq);

  /**
   * Shows every entry with seq from {@code after} (exclusive) to {@code upTo} (inclusive), in the
   * order of {@link #listSubject}.
   */
  void scan(long after, long upTo, Consumer<LedgerEntry> each);

  /** As {@link #scan(long, long, Consumer)}, the entries of these subjects alone. */
  default void scan(long after, long upTo, Predicate<String> subjects, Consumer<LedgerEntry> each) {
    scan(
        after,
        upTo,
        entry -> {
          if (subjects.test(entry.entry().subject())) {
            each.accept(entry);
          }
        });
  }

  /** The highest seq held; 0 for an empty ledger; unsent entries do not count. */
  long lastSeq();
}
