package cn.anxun.app.data.local;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.AcceptedEntries;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.OutboxCounts;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One's own entries, within one transaction. What may follow on what, {@link OutboxEntry} says. */
final class OwnEntries {
  private static final int PAGE = 500;

  private final OwnTable table;

  OwnEntries(OwnTable table) {
    this.table = table;
  }

  /** Keeps new ones as pending, and gives them as the ledger is to hold them. */
  List<LedgerEntry> add(List<WrittenEntry> entries, Stamp unsent, LedgerReader ledger) {
    refuseHeld(entries, ledger);
    long position = table.lastPosition();
    List<OwnRow> rows = new ArrayList<>(entries.size());
    List<LedgerEntry> added = new ArrayList<>(entries.size());
    for (WrittenEntry entry : entries) {
      OutboxEntry saved = OutboxEntry.saved(++position, entry, unsent);
      rows.add(OwnRow.of(saved));
      added.add(saved.unsent());
    }
    table.insert(rows);
    return added;
  }

  private void refuseHeld(List<WrittenEntry> entries, LedgerReader ledger) {
    List<String> ids = new ArrayList<>(entries.size());
    for (WrittenEntry entry : entries) {
      ids.add(entry.entry().id());
    }
    boolean held = ledger.holdsAny(ids);
    for (List<String> part : Parts.of(ids)) {
      held |= !table.listHeld(part).isEmpty();
    }
    if (held) {
      throw new IllegalStateException("an entry among " + ids + " is held already");
    }
  }

  Optional<OutboxEntry> find(String id) {
    return Optional.ofNullable(table.find(id)).map(OwnRow::entry);
  }

  Optional<OutboxEntry> change(String id, Function<OutboxEntry, Optional<OutboxEntry>> step) {
    Optional<OutboxEntry> next = find(id).flatMap(step);
    next.ifPresent(entry -> table.update(List.of(OwnRow.of(entry))));
    return next;
  }

  /** Those that changed, in the order of position. */
  List<OutboxEntry> changeAll(List<String> ids, Function<OutboxEntry, Optional<OutboxEntry>> step) {
    List<OutboxEntry> changed = new ArrayList<>();
    List<OwnRow> rows = new ArrayList<>();
    for (List<String> part : Parts.of(ids)) {
      for (OwnRow row : table.listByIds(part)) {
        step.apply(row.entry())
            .ifPresent(
                next -> {
                  changed.add(next);
                  rows.add(OwnRow.of(next));
                });
      }
    }
    table.update(rows);
    changed.sort(Comparator.comparingLong(OutboxEntry::position));
    return changed;
  }

  void settle(List<Receipt> receipts, Instant deferredUntil) {
    Map<String, Receipt> byId = new HashMap<>();
    List<String> ids = new ArrayList<>();
    for (Receipt receipt : receipts) {
      if (byId.putIfAbsent(receipt.id(), receipt) == null) {
        ids.add(receipt.id());
      }
    }
    changeAll(
        ids,
        entry ->
            Optional.ofNullable(byId.get(entry.id()))
                .flatMap(receipt -> entry.settled(receipt, deferredUntil)));
  }

  static Optional<OutboxEntry> withoutPersonal(OutboxEntry entry) {
    return Optional.of(entry.with(AcceptedEntries.withoutPersonal(entry.unsent()).written()));
  }

  List<OutboxEntry> listPending(long after, int count, long bytes, Instant now) {
    List<OutboxEntry> pending = new ArrayList<>();
    long total = 0;
    long last = after;
    List<OwnRow> page;
    do {
      page = table.list(OutboxState.PENDING.name(), last, PAGE);
      for (OwnRow row : page) {
        last = row.position();
        OutboxEntry entry = row.entry();
        if (entry.deferredUntil().filter(now::isBefore).isPresent()) {
          continue;
        }
        total += row.bytes().length;
        if (pending.size() == count || (total > bytes && !pending.isEmpty())) {
          return pending;
        }
        pending.add(entry);
      }
    } while (page.size() == PAGE);
    return pending;
  }

  List<OutboxEntry> list(OutboxState state) {
    List<OutboxEntry> entries = new ArrayList<>();
    long last = 0;
    List<OwnRow> page;
    do {
      page = table.list(state.name(), last, PAGE);
      for (OwnRow row : page) {
        last = row.position();
        entries.add(row.entry());
      }
    } while (page.size() == PAGE);
    return entries;
  }

  List<OutboxEntry> listSubject(String subject) {
    List<OutboxEntry> entries = new ArrayList<>();
    for (OwnRow row : table.listSubject(subject)) {
      entries.add(row.entry());
    }
    return entries;
  }

  /** Those that are in the ledger without a stamp, in the order of position. */
  List<LedgerEntry> listUnsent() {
    List<OutboxEntry> unsent = new ArrayList<>();
    for (OutboxState state : OutboxState.values()) {
      if (state.isUnsent()) {
        unsent.addAll(list(state));
      }
    }
    unsent.sort(Comparator.comparingLong(OutboxEntry::position));
    List<LedgerEntry> entries = new ArrayList<>(unsent.size());
    for (OutboxEntry entry : unsent) {
      entries.add(entry.unsent());
    }
    return entries;
  }

  /** In a new epoch. */
  void offerAgain() {
    List<OwnRow> rows = new ArrayList<>();
    for (OutboxState state : OutboxState.values()) {
      for (OutboxEntry entry : list(state)) {
        entry.offeredAgain().map(OwnRow::of).ifPresent(rows::add);
      }
    }
    table.update(rows);
  }

  /** Those that were in the inbox of a phone that is served again. */
  List<OutboxEntry> offerHeldAgain() {
    List<String> ids = new ArrayList<>();
    list(OutboxState.HELD).forEach(entry -> ids.add(entry.id()));
    return changeAll(ids, OutboxEntry::servedAgain);
  }

  OutboxCounts counts() {
    return counts(table.counts());
  }

  static OutboxCounts counts(List<OwnCount> rows) {
    Map<OutboxState, Integer> counts = new EnumMap<>(OutboxState.class);
    int deferred = 0;
    for (OwnCount row : rows) {
      counts.put(OutboxState.valueOf(row.state()), row.entries());
      deferred += row.waiting();
    }
    return OutboxCounts.of(counts, deferred);
  }
}
