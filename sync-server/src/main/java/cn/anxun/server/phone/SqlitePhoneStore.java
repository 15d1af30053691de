package cn.anxun.server.phone;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.AcceptedEntries;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.OutboxCounts;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.Restoration;
import cn.anxun.core.sync.Suspicion;
import cn.anxun.core.sync.SyncState;
import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.storage.TransactionWatch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** A phone's store in one SQLite file; what was saved is on the disk when a call returns. */
public final class SqlitePhoneStore implements PhoneStore, AutoCloseable {
  private final SqliteDatabase database;

  private SqlitePhoneStore(SqliteDatabase database) {
    this.database = database;
  }

  /**
   * Opens the file, which is made where there is none.
   *
   * @throws cn.anxun.server.storage.StorageException where it cannot be used
   */
  public static SqlitePhoneStore open(Path file) {
    return open(file, TransactionWatch.NONE);
  }

  /** The same, with every transaction watched. */
  public static SqlitePhoneStore open(Path file, TransactionWatch watch) {
    return new SqlitePhoneStore(SqliteDatabase.open(file, "db/phone", watch));
  }

  @Override
  public void save(WrittenEntry entry, Stamp unsent) {
    database.change(
        handle -> {
          String id = entry.entry().id();
          OwnTable own = new OwnTable(handle);
          LedgerTable ledger = new LedgerTable(handle);
          if (own.find(id).isPresent() || ledger.find(id).isPresent()) {
            throw new IllegalStateException("the entry " + id + " is held already");
          }
          OutboxEntry saved = OutboxEntry.saved(own.nextPosition(), entry, unsent);
          own.insert(saved);
          ledger.put(List.of(saved.unsent()));
        });
  }

  @Override
  public List<OutboxEntry> listPending(long after, int count, long bytes, Instant now) {
    return database.read(handle -> new OwnTable(handle).listPending(after, count, bytes, now));
  }

  @Override
  public List<OutboxEntry> beginAttempt(List<String> ids) {
    return database.write(
        handle ->
            ids.stream().flatMap(id -> change(handle, id, OutboxEntry::begun).stream()).toList());
  }

  @Override
  public void settle(List<Receipt> receipts, Instant deferredUntil) {
    database.change(
        handle ->
            receipts.forEach(
                receipt ->
                    change(handle, receipt.id(), entry -> entry.settled(receipt, deferredUntil))));
  }

  @Override
  public void suspect(List<String> ids, Suspicion suspicion) {
    database.change(
        handle -> ids.forEach(id -> change(handle, id, entry -> entry.suspected(suspicion))));
  }

  @Override
  public void quarantine(String id, EntryProblem problem) {
    database.change(handle -> change(handle, id, entry -> entry.quarantined(problem)));
  }

  @Override
  public boolean mend(WrittenEntry entry) {
    return rewrite(entry, held -> held.mended(entry));
  }

  @Override
  public boolean withdraw(String id) {
    return database.write(
        handle -> {
          boolean done = change(handle, id, OutboxEntry::withdrawn).isPresent();
          if (done) {
            new LedgerTable(handle).remove(id);
          }
          return done;
        });
  }

  @Override
  public boolean reopen(WrittenEntry entry) {
    return rewrite(entry, held -> held.reopened(entry));
  }

  @Override
  public void offerHeldAgain() {
    database.change(
        handle ->
            new OwnTable(handle)
                .list(OutboxState.HELD)
                .forEach(entry -> change(handle, entry.id(), OutboxEntry::servedAgain)));
  }

  @Override
  public List<OutboxEntry> list(OutboxState state) {
    return database.read(handle -> new OwnTable(handle).list(state));
  }

  @Override
  public OutboxCounts counts() {
    return database.read(handle -> new OwnTable(handle).counts());
  }

  @Override
  public void put(List<LedgerEntry> entries) {
    database.change(handle -> new LedgerTable(handle).put(entries));
  }

  @Override
  public void redact(String id) {
    database.change(handle -> redact(handle, id));
  }

  @Override
  public Optional<LedgerEntry> find(String id) {
    return database.read(handle -> new LedgerTable(handle).find(id));
  }

  @Override
  public List<LedgerEntry> listSubject(String subject, long seq) {
    return database.read(handle -> new LedgerTable(handle).listSubject(subject, seq));
  }

  @Override
  public void scan(long after, long upTo, Consumer<LedgerEntry> each) {
    database.look(handle -> new LedgerTable(handle).scan(after, upTo, each));
  }

  @Override
  public long lastSeq() {
    return database.read(handle -> new LedgerTable(handle).lastSeq());
  }

  @Override
  public SyncState syncState() {
    return database.read(handle -> new SyncStateTable(handle).get());
  }

  @Override
  public void keep(SyncState state) {
    database.change(handle -> new SyncStateTable(handle).keep(state));
  }

  @Override
  public void take(List<LedgerEntry> entries, List<String> erased, SyncState after) {
    database.change(
        handle -> {
          new LedgerTable(handle).put(entries);
          erased.forEach(id -> redact(handle, id));
          new SyncStateTable(handle).keep(after);
        });
  }

  @Override
  public void beginEpoch() {
    database.change(
        handle -> {
          for (OutboxState state : OutboxState.values()) {
            new OwnTable(handle)
                .list(state)
                .forEach(entry -> change(handle, entry.id(), OutboxEntry::offeredAgain));
          }
          dropPulled(handle);
          SyncStateTable table = new SyncStateTable(handle);
          table.keep(table.get().inNewEpoch());
        });
  }

  @Override
  public void beginScope() {
    database.change(
        handle -> {
          dropPulled(handle);
          SyncStateTable table = new SyncStateTable(handle);
          table.keep(table.get().inNewScope());
        });
  }

  @Override
  public void dropPulled() {
    database.change(SqlitePhoneStore::dropPulled);
  }

  @Override
  public void restore(long after, long upTo, List<LedgerEntry> entries) {
    database.change(
        handle -> {
          LedgerTable ledger = new LedgerTable(handle);
          List<LedgerEntry> held = new ArrayList<>();
          ledger.scan(after, upTo, held::add);
          Restoration plan = Restoration.of(held, entries, ledger::find);
          for (String id : plan.dropped()) {
            ledger.remove(id);
            new OwnTable(handle)
                .find(id)
                .filter(own -> own.state().isUnsent())
                .ifPresent(own -> ledger.put(List.of(own.unsent())));
          }
          plan.replaced().forEach(ledger::replace);
          ledger.put(plan.added());
        });
  }

  @Override
  public void close() {
    database.close();
  }

  private boolean rewrite(WrittenEntry entry, Function<OutboxEntry, Optional<OutboxEntry>> step) {
    return database.write(
        handle -> {
          Optional<OutboxEntry> next = change(handle, entry.entry().id(), step);
          LedgerTable ledger = new LedgerTable(handle);
          boolean stamped =
              ledger.find(entry.entry().id()).filter(held -> !held.stamp().isUnsent()).isPresent();
          if (!stamped) {
            next.map(OutboxEntry::unsent).ifPresent(ledger::replace);
          }
          return next.isPresent();
        });
  }

  private static Optional<OutboxEntry> change(
      Handle handle, String id, Function<OutboxEntry, Optional<OutboxEntry>> step) {
    OwnTable own = new OwnTable(handle);
    Optional<OutboxEntry> next = own.find(id).flatMap(step);
    next.ifPresent(own::update);
    return next;
  }

  private static void redact(Handle handle, String id) {
    LedgerTable ledger = new LedgerTable(handle);
    ledger.find(id).map(AcceptedEntries::withoutPersonal).ifPresent(ledger::replace);
    change(
        handle,
        id,
        entry ->
            Optional.of(entry.with(AcceptedEntries.withoutPersonal(entry.unsent()).written())));
  }

  private static void dropPulled(Handle handle) {
    LedgerTable ledger = new LedgerTable(handle);
    OwnTable own = new OwnTable(handle);
    ledger.clear();
    ledger.put(
        Arrays.stream(OutboxState.values())
            .filter(OutboxState::isUnsent)
            .flatMap(state -> own.list(state).stream())
            .sorted(Comparator.comparingLong(OutboxEntry::position))
            .map(OutboxEntry::unsent)
            .toList());
    SyncStateTable table = new SyncStateTable(handle);
    table.keep(table.get().dropped());
  }
}
