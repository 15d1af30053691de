package cn.anxun.app.data.local;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * The phone's store in Room. Each call is one transaction in which the entries and the rows that
 * the lists are made of change together; several calls are one within {@link #inTransaction}. Never
 * on the main thread. What the disk will not do is a {@link StoreException}.
 */
@Singleton
public final class RoomPhoneStore implements PhoneStore {
  private final Transactions transactions;
  private final LedgerReader reader;
  private final LedgerWriter writer;
  private final OwnEntries own;
  private final BundledTable bundled;
  private final SyncStateTable syncStates;
  private final CounterTable counters;
  private final PhotoTable photos;

  @Inject
  public RoomPhoneStore(AnxunDatabase database) {
    transactions = new Transactions(database);
    reader = new LedgerReader(database.entries());
    writer =
        new LedgerWriter(
            database.entries(), new Projection(database.projection(), new PinyinInitials()));
    own = new OwnEntries(database.own());
    bundled = database.bundled();
    syncStates = database.syncState();
    counters = database.counters();
    photos = database.photos();
  }

  /** Does all of it, or none where it throws. */
  public <T> T inTransaction(Callable<T> work) {
    return transactions.write(work);
  }

  /** How often this process has changed what is held; for caches. */
  public long changes() {
    return transactions.changes();
  }

  @Override
  public void save(WrittenEntry entry, Stamp unsent) {
    saveAll(List.of(entry), unsent);
  }

  /**
   * Keeps new entries, in the ledger and as pending, all or none.
   *
   * @throws IllegalStateException where an id is held already
   */
  public void saveAll(List<WrittenEntry> entries, Stamp unsent) {
    change(() -> writer.put(own.add(entries, unsent, reader)));
  }

  /** The hash of what the camera wrote, of which this file is a smaller copy, where it is known. */
  public Optional<String> findOriginal(String sha256) {
    return Optional.ofNullable(photos.findOriginal(sha256));
  }

  /**
   * The next number of a counter, from 1; never given again. Within {@link #inTransaction} it is
   * given only if the transaction is.
   */
  public int nextCount(String name) {
    return inTransaction(
        () -> {
          Integer last = counters.find(name);
          int next = last == null ? 1 : last + 1;
          counters.put(new CounterRow(name, next));
          return next;
        });
  }

  /** The id of the last entry of this subject on this phone. */
  public Optional<String> findLast(String subject) {
    return read(() -> reader.findLast(subject));
  }

  /** The own entry of this id. */
  public Optional<OutboxEntry> findOwn(String id) {
    return read(() -> own.find(id));
  }

  /** One's own entries of this subject, withdrawn and refused ones too, as they were saved. */
  public List<OutboxEntry> listOwn(String subject) {
    return read(() -> own.listSubject(subject));
  }

  @Override
  public List<OutboxEntry> listPending(long after, int count, long bytes, Instant now) {
    return read(() -> own.listPending(after, count, bytes, now));
  }

  @Override
  public List<OutboxEntry> beginAttempt(List<String> ids) {
    return inTransaction(() -> own.changeAll(ids, OutboxEntry::begun));
  }

  @Override
  public void settle(List<Receipt> receipts, Instant deferredUntil) {
    change(() -> own.settle(receipts, deferredUntil));
  }

  @Override
  public void suspect(List<String> ids, Suspicion suspicion) {
    change(() -> own.changeAll(ids, entry -> entry.suspected(suspicion)));
  }

  @Override
  public void quarantine(String id, EntryProblem problem) {
    change(() -> own.change(id, entry -> entry.quarantined(problem)));
  }

  @Override
  public boolean mend(WrittenEntry entry) {
    return inTransaction(
        () -> rewritten(own.change(entry.entry().id(), held -> held.mended(entry))));
  }

  @Override
  public boolean withdraw(String id) {
    return inTransaction(
        () -> {
          boolean done = own.change(id, OutboxEntry::withdrawn).isPresent();
          if (done) {
            writer.remove(id);
          }
          return done;
        });
  }

  @Override
  public boolean reopen(WrittenEntry entry) {
    return inTransaction(
        () -> rewritten(own.change(entry.entry().id(), held -> held.reopened(entry))));
  }

  private boolean rewritten(Optional<OutboxEntry> next) {
    next.map(OutboxEntry::id).ifPresent(bundled::forget);
    next.filter(entry -> !reader.isStamped(entry.id()))
        .map(OutboxEntry::unsent)
        .ifPresent(writer::replace);
    return next.isPresent();
  }

  @Override
  public void offerHeldAgain() {
    // A bundle that was made before the phone was withdrawn is no way any more to count on.
    change(() -> own.offerHeldAgain().forEach(entry -> bundled.forget(entry.id())));
  }

  @Override
  public List<OutboxEntry> list(OutboxState state) {
    return read(() -> own.list(state));
  }

  @Override
  public OutboxCounts counts() {
    return read(own::counts);
  }

  @Override
  public void put(List<LedgerEntry> entries) {
    change(() -> writer.put(entries));
  }

  @Override
  public void redact(String id) {
    change(
        () -> {
          reader.find(id).map(AcceptedEntries::withoutPersonal).ifPresent(writer::replace);
          own.change(id, OwnEntries::withoutPersonal);
        });
  }

  @Override
  public Optional<LedgerEntry> find(String id) {
    return read(() -> reader.find(id));
  }

  @Override
  public List<LedgerEntry> listSubject(String subject, long seq) {
    return read(() -> reader.listSubject(subject, seq));
  }

  @Override
  public void scan(long after, long upTo, Consumer<LedgerEntry> each) {
    transactions.snapshot(() -> reader.scan(after, upTo, each));
  }

  @Override
  public long lastSeq() {
    return read(reader::lastSeq);
  }

  @Override
  public SyncState syncState() {
    return read(
        () -> {
          SyncStateRow row = syncStates.find();
          return row == null ? SyncState.FIRST : row.state();
        });
  }

  @Override
  public void keep(SyncState state) {
    transactions.write(
        () -> {
          syncStates.put(SyncStateRow.of(state));
          return true;
        });
  }

  @Override
  public void take(List<LedgerEntry> entries, List<String> erased, SyncState after) {
    change(
        () -> {
          put(entries);
          erased.forEach(this::redact);
          keep(after);
        });
  }

  @Override
  public void beginEpoch() {
    change(
        () -> {
          own.offerAgain();
          photos.offerAgain();
          bundled.clear();
          dropPulled();
          keep(syncState().inNewEpoch());
        });
  }

  @Override
  public void beginScope() {
    change(
        () -> {
          dropPulled();
          keep(syncState().inNewScope());
        });
  }

  @Override
  public void dropPulled() {
    change(
        () -> {
          writer.clear();
          writer.put(own.listUnsent());
          keep(syncState().dropped());
        });
  }

  @Override
  public void restore(long after, long upTo, List<LedgerEntry> entries) {
    change(
        () -> {
          List<LedgerEntry> held = new ArrayList<>();
          reader.scan(after, upTo, held::add);
          Restoration plan = Restoration.of(held, entries, reader::find);
          for (String id : plan.dropped()) {
            writer.remove(id);
            own.find(id)
                .filter(entry -> entry.state().isUnsent())
                .ifPresent(entry -> writer.put(List.of(entry.unsent())));
          }
          plan.replaced().forEach(writer::replace);
          writer.put(plan.added());
        });
  }

  private void change(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return true;
        });
  }

  private <T> T read(Callable<T> work) {
    return transactions.read(work);
  }
}
