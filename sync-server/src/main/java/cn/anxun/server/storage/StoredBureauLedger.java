package cn.anxun.server.storage;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.text.ServerTexts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A bureau's ledger in its database, see {@code db/bureau}. Closing it closes the database. */
public final class StoredBureauLedger implements BureauLedger {
  private static final int EPOCH_BYTES = 16;

  private final Database database;
  private final Random random;
  private final String epoch;
  private final PushQueue queue;
  private final StateCache states;
  private final AtomicLong redactions = new AtomicLong();
  private final BiConsumer<Pusher, List<Entry>> accepted;

  private StoredBureauLedger(
      Database database,
      Clock clock,
      Random random,
      LedgerFold fold,
      BiConsumer<Pusher, List<Entry>> accepted) {
    this.database = database;
    this.random = random;
    this.accepted = accepted;
    this.epoch = database.<Optional<String>>read(Meta::findEpoch).orElse("");
    this.states =
        new StateCache(
            new FoldedDays(
                fold, work -> database.look(handle -> work.accept(new StoredLedger(handle)))));
    this.queue = new PushQueue(database, new LedgerWriter(clock, fold, states));
  }

  /**
   * The ledger in this database, with an epoch of its own from its first opening on, and a
   * projection that this version made.
   *
   * @param clock what stamps say
   * @param random makes salts and epochs: a {@link java.security.SecureRandom} outside of tests
   */
  public static StoredBureauLedger open(
      Database database, Clock clock, Random random, LedgerFold fold) {
    return open(database, clock, random, fold, (pusher, entries) -> {});
  }

  /**
   * The same.
   *
   * @param accepted is told of what was accepted, after the commit
   */
  static StoredBureauLedger open(
      Database database,
      Clock clock,
      Random random,
      LedgerFold fold,
      BiConsumer<Pusher, List<Entry>> accepted) {
    database.change(
        handle -> {
          Meta.startEpoch(handle, newEpoch(random));
          new RecordTable(handle, fold).bringUpToDate();
        });
    return new StoredBureauLedger(database, clock, random, fold, accepted);
  }

  /** The ledger in a database that is open for reading alone; it accepts nothing. */
  public static StoredBureauLedger view(Database database, LedgerFold fold) {
    return new StoredBureauLedger(
        database, Clock.systemUTC(), new Random(), fold, (pusher, entries) -> {});
  }

  /**
   * Gives the ledger in this database another epoch, as it was restored from a backup: phones then
   * offer again what they have. Its projection is made anew if another version made it.
   */
  public static void beginEpoch(Database database, Random random, LedgerFold fold) {
    database.change(
        handle -> {
          Meta.changeEpoch(handle, newEpoch(random));
          Meta.setRestored(handle, new StoredLedger(handle).head().seq());
          new RecordTable(handle, fold).bringUpToDate();
        });
  }

  private static String newEpoch(Random random) {
    byte[] bytes = new byte[EPOCH_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public List<Receipt> accept(Pusher pusher, List<byte[]> entries) {
    List<PushedEntry> pushed = new ArrayList<>(entries.size());
    for (byte[] bytes : entries) {
      pushed.add(PushedEntry.of(bytes, random));
    }
    List<Receipt> receipts = queue.commit(new Push(pusher, pushed));
    tell(pusher, pushed, receipts);
    return receipts;
  }

  private void tell(Pusher pusher, List<PushedEntry> pushed, List<Receipt> receipts) {
    List<Entry> kept = new ArrayList<>();
    for (int i = 0; i < pushed.size(); i++) {
      if (receipts.get(i) instanceof Receipt.Accepted
          && pushed.get(i) instanceof PushedEntry.Acceptable acceptable) {
        kept.add(acceptable.entry());
      }
    }
    if (!kept.isEmpty()) {
      accepted.accept(pusher, kept);
    }
  }

  @Override
  public Head head() {
    return database.read(handle -> new StoredLedger(handle).head());
  }

  @Override
  public Head headAt(long seq) {
    return findHead(seq)
        .orElseThrow(() -> new IllegalArgumentException(ServerTexts.both("storage.no-seq", seq)));
  }

  @Override
  public Optional<Head> findHead(long seq) {
    return database.read(handle -> new StoredLedger(handle).findHead(seq));
  }

  @Override
  public String epoch() {
    return epoch;
  }

  @Override
  public OptionalLong restoredAt() {
    return database.read(Meta::restored);
  }

  @Override
  public LedgerState state(Cutoff cutoff) {
    return states.get(new Cutoff(Math.min(cutoff.seq(), lastSeqOfWhatIsKept()), cutoff.date()));
  }

  /** States from before a redaction go, whichever server took it. */
  private long lastSeqOfWhatIsKept() {
    return database.<Long>read(
        handle -> {
          long now = handle.createQuery("SELECT count(*) FROM redaction").mapTo(Long.class).one();
          if (redactions.getAndSet(now) != now) {
            states.clear();
          }
          return new StoredLedger(handle).lastSeq();
        });
  }

  @Override
  public Optional<LedgerEntry> find(String id) {
    return database.read(handle -> new StoredLedger(handle).find(id));
  }

  @Override
  public List<LedgerEntry> listSubject(String subject, long seq) {
    return database.read(handle -> new StoredLedger(handle).listSubject(subject, seq));
  }

  @Override
  public List<LedgerEntry> list(List<String> ids, List<String> kinds) {
    return ids.isEmpty()
        ? List.of()
        : database.read(handle -> new StoredLedger(handle).list(ids, kinds));
  }

  @Override
  public Map<String, Set<String>> personalNames(List<String> ids) {
    return ids.isEmpty()
        ? Map.of()
        : database.read(handle -> new StoredLedger(handle).personalNames(ids));
  }

  @Override
  public void scan(long after, long upTo, Consumer<LedgerEntry> each) {
    database.look(handle -> new StoredLedger(handle).scan(after, upTo, each));
  }

  @Override
  public void scan(long after, long upTo, Predicate<String> subjects, Consumer<LedgerEntry> each) {
    database.look(handle -> new StoredLedger(handle).scan(after, upTo, subjects, each));
  }

  @Override
  public void scanStored(long after, long upTo, Predicate<StoredEntry> each) {
    database.look(handle -> new StoredLedger(handle).scanStoredWhile(after, upTo, each));
  }

  @Override
  public void scanKinds(long after, long upTo, List<String> kinds, Consumer<LedgerEntry> each) {
    database.look(handle -> new StoredLedger(handle).scanKinds(after, upTo, kinds, each));
  }

  @Override
  public long lastSeq() {
    return head().seq();
  }

  @Override
  public LedgerFiles files() {
    return new LedgerFiles(database);
  }

  @Override
  public Map<String, String> importHeadings(String kind) {
    return database.read(handle -> ImportHeadings.list(handle, kind));
  }

  @Override
  public void rememberImportHeadings(String kind, Map<String, String> meanings) {
    database.change(handle -> ImportHeadings.keep(handle, kind, meanings));
  }

  @Override
  public Turn turn(String name) {
    return database.turn(name);
  }

  @Override
  public void close() {
    database.close();
  }
}
