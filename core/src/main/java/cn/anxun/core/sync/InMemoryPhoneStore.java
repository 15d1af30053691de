package cn.anxun.core.sync;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.AcceptedEntries;
import cn.anxun.core.ledger.InMemoryLedgerStore;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A phone's store that is gone with the process; for tests, demonstrations and replays. */
public final class InMemoryPhoneStore implements PhoneStore {
  private InMemoryLedgerStore ledger = new InMemoryLedgerStore();
  private final Map<String, OutboxEntry> own = new LinkedHashMap<>();
  private SyncState state = SyncState.FIRST;

  @Override
  public synchronized void save(WrittenEntry entry, Stamp unsent) {
    String id = entry.entry().id();
    if (own.containsKey(id) || ledger.find(id).isPresent()) {
      throw new IllegalStateException("the entry " + id + " is held already");
    }
    OutboxEntry saved = OutboxEntry.saved(own.size() + 1L, entry, unsent);
    own.put(id, saved);
    ledger.put(List.of(saved.unsent()));
  }

  @Override
  public synchronized List<OutboxEntry> listPending(
      long after, int count, long bytes, Instant now) {
    List<OutboxEntry> pending = new ArrayList<>();
    long total = 0;
    for (OutboxEntry entry : list(OutboxState.PENDING)) {
      if (entry.position() <= after || entry.deferredUntil().filter(now::isBefore).isPresent()) {
        continue;
      }
      total += entry.written().bytes().length;
      if (pending.size() == count || (total > bytes && !pending.isEmpty())) {
        break;
      }
      pending.add(entry);
    }
    return pending;
  }

  @Override
  public synchronized List<OutboxEntry> beginAttempt(List<String> ids) {
    List<OutboxEntry> begun = new ArrayList<>();
    for (String id : ids) {
      owned(id).flatMap(OutboxEntry::begun).map(this::keep).ifPresent(begun::add);
    }
    return begun;
  }

  @Override
  public synchronized void settle(List<Receipt> receipts, Instant deferredUntil) {
    for (Receipt receipt : receipts) {
      owned(receipt.id())
          .flatMap(entry -> entry.settled(receipt, deferredUntil))
          .ifPresent(this::keep);
    }
  }

  @Override
  public synchronized void suspect(List<String> ids, Suspicion suspicion) {
    for (String id : ids) {
      owned(id).flatMap(entry -> entry.suspected(suspicion)).ifPresent(this::keep);
    }
  }

  @Override
  public synchronized void quarantine(String id, EntryProblem problem) {
    owned(id).flatMap(entry -> entry.quarantined(problem)).ifPresent(this::keep);
  }

  @Override
  public synchronized boolean mend(WrittenEntry entry) {
    return owned(entry.entry().id())
        .flatMap(held -> held.mended(entry))
        .map(this::rewrite)
        .isPresent();
  }

  @Override
  public synchronized boolean withdraw(String id) {
    Optional<OutboxEntry> withdrawn = owned(id).flatMap(OutboxEntry::withdrawn).map(this::keep);
    withdrawn.ifPresent(entry -> ledger.remove(id));
    return withdrawn.isPresent();
  }

  @Override
  public synchronized boolean reopen(WrittenEntry entry) {
    return owned(entry.entry().id())
        .flatMap(held -> held.reopened(entry))
        .map(this::rewrite)
        .isPresent();
  }

  @Override
  public synchronized void offerHeldAgain() {
    list(OutboxState.HELD).forEach(entry -> entry.servedAgain().ifPresent(this::keep));
  }

  @Override
  public synchronized List<OutboxEntry> list(OutboxState wanted) {
    List<OutboxEntry> entries = new ArrayList<>();
    for (OutboxEntry entry : own.values()) {
      if (entry.state() == wanted) {
        entries.add(entry);
      }
    }
    return entries;
  }

  @Override
  public synchronized OutboxCounts counts() {
    Map<OutboxState, Integer> counts = new EnumMap<>(OutboxState.class);
    int deferred = 0;
    for (OutboxEntry entry : own.values()) {
      counts.merge(entry.state(), 1, Integer::sum);
      deferred += entry.deferredUntil().isPresent() ? 1 : 0;
    }
    return OutboxCounts.of(counts, deferred);
  }

  @Override
  public synchronized void put(List<LedgerEntry> entries) {
    ledger.put(entries);
  }

  @Override
  public synchronized void redact(String id) {
    ledger.find(id).map(AcceptedEntries::withoutPersonal).ifPresent(ledger::replace);
    owned(id)
        .map(entry -> entry.with(AcceptedEntries.withoutPersonal(entry.unsent()).written()))
        .ifPresent(this::keep);
  }

  @Override
  public synchronized Optional<LedgerEntry> find(String id) {
    return ledger.find(id);
  }

  @Override
  public synchronized List<LedgerEntry> listSubject(String subject, long seq) {
    return ledger.listSubject(subject, seq);
  }

  @Override
  public void scan(long after, long upTo, Consumer<LedgerEntry> each) {
    InMemoryLedgerStore held;
    synchronized (this) {
      held = ledger;
    }
    held.scan(after, upTo, each);
  }

  @Override
  public synchronized long lastSeq() {
    return ledger.lastSeq();
  }

  @Override
  public synchronized SyncState syncState() {
    return state;
  }

  @Override
  public synchronized void keep(SyncState next) {
    state = next;
  }

  @Override
  public synchronized void take(List<LedgerEntry> entries, List<String> erased, SyncState after) {
    put(entries);
    erased.forEach(this::redact);
    keep(after);
  }

  @Override
  public synchronized void beginEpoch() {
    for (OutboxEntry entry : new ArrayList<>(own.values())) {
      entry.offeredAgain().ifPresent(this::keep);
    }
    dropPulled();
    state = state.inNewEpoch();
  }

  @Override
  public synchronized void beginScope() {
    dropPulled();
    state = state.inNewScope();
  }

  @Override
  public synchronized void restore(long after, long upTo, List<LedgerEntry> entries) {
    List<LedgerEntry> held = new ArrayList<>();
    ledger.scan(after, upTo, held::add);
    Restoration plan = Restoration.of(held, entries, ledger::find);
    for (String id : plan.dropped()) {
      ledger.remove(id);
      owned(id)
          .filter(entry -> entry.state().isUnsent())
          .ifPresent(entry -> ledger.put(List.of(entry.unsent())));
    }
    plan.replaced().forEach(ledger::replace);
    ledger.put(plan.added());
  }

  @Override
  public synchronized void dropPulled() {
    ledger = new InMemoryLedgerStore();
    for (OutboxEntry entry : own.values()) {
      if (entry.state().isUnsent()) {
        ledger.put(List.of(entry.unsent()));
      }
    }
    state = state.dropped();
  }

  private Optional<OutboxEntry> owned(String id) {
    return Optional.ofNullable(own.get(id));
  }

  private OutboxEntry keep(OutboxEntry entry) {
    own.put(entry.id(), entry);
    return entry;
  }

  private OutboxEntry rewrite(OutboxEntry entry) {
    Optional<LedgerEntry> held = ledger.find(entry.id());
    if (!held.isPresent()) {
      ledger.put(List.of(entry.unsent()));
    } else if (held.get().stamp().isUnsent()) {
      ledger.replace(entry.unsent());
    }
    return keep(entry);
  }
}
