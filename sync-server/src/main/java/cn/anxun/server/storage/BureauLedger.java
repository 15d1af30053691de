package cn.anxun.server.storage;

import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerView;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.sync.Receipt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The ledger of one bureau as the server uses it: {@link LedgerView} to read, and {@link #accept}
 * as the only way in. Safe for several threads; one writes at a time. A personal part goes only as
 * a {@code Redacted} entry is accepted.
 */
public interface BureauLedger extends LedgerView, AutoCloseable {

  /**
   * Gives each of these entries the next seq and keeps it, in one durable commit, and returns a
   * verdict for each in order. An id accepted before gets its first receipt again; one bad entry
   * does not touch the others.
   *
   * @param entries the bytes of each as they came
   * @throws StorageException where nothing could be kept; then nothing was, unless it is an {@link
   *     UnknownOutcomeException}
   */
  List<Receipt> accept(Pusher pusher, List<byte[]> entries);

  /** The chain's end. */
  Head head();

  /** The chain's head right after this seq; the same as a receipt for it carried. */
  Head headAt(long seq);

  /** The same; empty where the ledger does not have this seq. */
  Optional<Head> findHead(long seq);

  /**
   * Changes when the data directory is restored from a backup; phones then offer their entries
   * again.
   */
  String epoch();

  /**
   * The last seq of the backup that the data directory was last restored from: what was said after
   * it may be lost. Empty where it never was.
   */
  OptionalLong restoredAt();

  /** The ledger folded at the cut-off; kept in memory while nothing has changed. */
  LedgerState state(Cutoff cutoff);

  /**
   * Those of these entries that are there and of these kinds, in order.
   *
   * @param ids of any entries
   */
  List<LedgerEntry> list(List<String> ids, List<String> kinds);

  /**
   * The names of what stands in the personal parts of these entries, by the entry's id; entries
   * without such a part, or whose part was erased, are left out.
   *
   * @param ids of any entries
   * @throws StorageException where such a part cannot be read
   */
  Map<String, Set<String>> personalNames(List<String> ids);

  /**
   * Shows each entry of these kinds after a seq, up to and with another, in order: the others are
   * not even read.
   *
   * @param kinds their names, such as {@code PaperIssued}
   */
  void scanKinds(long after, long upTo, List<String> kinds, Consumer<LedgerEntry> each);

  /**
   * As {@link #scan}, the rows as they stand: nothing of them is parsed.
   *
   * @param each shown row by row; no more are read once it says false
   */
  void scanStored(long after, long upTo, Predicate<StoredEntry> each);

  /** What is known of files: which entries name them, and who sent them. */
  LedgerFiles files();

  /**
   * What headings of workbooks mean in this bureau, as somebody said when importing: the column's
   * key, or "" for none, by heading.
   *
   * @param kind the key of a kind of ledger that can be imported
   */
  Map<String, String> importHeadings(String kind);

  /** Keeps what headings mean, in place of what was said of them before. */
  void rememberImportHeadings(String kind, Map<String, String> meanings);

  /** As {@link Database#turn}, of this bureau. */
  Turn turn(String name);

  @Override
  void close();
}
