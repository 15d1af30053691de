package cn.anxun.server.simulation.mutant;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.OutboxCounts;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.Suspicion;
import cn.anxun.core.sync.SyncState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Passes everything on to a phone's store; a bug overrides where it errs. */
class PassingStore implements PhoneStore {
  private final PhoneStore store;

  PassingStore(PhoneStore store) {
    this.store = store;
  }

  @Override
  public void save(WrittenEntry entry, Stamp unsent) {
    store.save(entry, unsent);
  }

  @Override
  public List<OutboxEntry> listPending(long after, int count, long bytes, Instant now) {
    return store.listPending(after, count, bytes, now);
  }

  @Override
  public List<OutboxEntry> beginAttempt(List<String> ids) {
    return store.beginAttempt(ids);
  }

  @Override
  public void settle(List<Receipt> receipts, Instant deferredUntil) {
    store.settle(receipts, deferredUntil);
  }

  @Override
  public void suspect(List<String> ids, Suspicion suspicion) {
    store.suspect(ids, suspicion);
  }

  @Override
  public void quarantine(String id, EntryProblem problem) {
    store.quarantine(id, problem);
  }

  @Override
  public boolean mend(WrittenEntry entry) {
    return store.mend(entry);
  }

  @Override
  public boolean withdraw(String id) {
    return store.withdraw(id);
  }

  @Override
  public boolean reopen(WrittenEntry entry) {
    return store.reopen(entry);
  }

  @Override
  public void offerHeldAgain() {
    store.offerHeldAgain();
  }

  @Override
  public List<OutboxEntry> list(OutboxState state) {
    return store.list(state);
  }

  @Override
  public OutboxCounts counts() {
    return store.counts();
  }

  @Override
  public SyncState syncState() {
    return store.syncState();
  }

  @Override
  public void keep(SyncState state) {
    store.keep(state);
  }

  @Override
  public void take(List<LedgerEntry> entries, List<String> erased, SyncState after) {
    store.take(entries, erased, after);
  }

  @Override
  public void beginEpoch() {
    store.beginEpoch();
  }

  @Override
  public void beginScope() {
    store.beginScope();
  }

  @Override
  public void dropPulled() {
    store.dropPulled();
  }

  @Override
  public void restore(long after, long upTo, List<LedgerEntry> entries) {
    store.restore(after, upTo, entries);
  }

  @Override
  public void put(List<LedgerEntry> entries) {
    store.put(entries);
  }

  @Override
  public void redact(String id) {
    store.redact(id);
  }

  @Override
  public Optional<LedgerEntry> find(String id) {
    return store.find(id);
  }

  @Override
  public List<LedgerEntry> listSubject(String subject, long seq) {
    return store.listSubject(subject, seq);
  }

  @Override
  public void scan(long after, long upTo, Consumer<LedgerEntry> each) {
    store.scan(after, upTo, each);
  }

  @Override
  public long lastSeq() {
    return store.lastSeq();
  }
}
