package cn.anxun.app.data.local;

import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes entries and what they amount to, within one transaction: whatever a call brings, each
 * touched subject is read once, folded once and written once.
 */
final class LedgerWriter {
  private final EntryTable entries;
  private final Projection projection;

  LedgerWriter(EntryTable entries, Projection projection) {
    this.entries = entries;
    this.projection = projection;
  }

  /** As {@link cn.anxun.core.ledger.LedgerStore#put}. */
  void put(List<LedgerEntry> brought) {
    Map<String, HeldEntry> held = held(brought);
    Map<String, LedgerEntry> added = new LinkedHashMap<>();
    Map<String, LedgerEntry> stamped = new LinkedHashMap<>();
    Set<String> touched = new LinkedHashSet<>();
    for (LedgerEntry entry : brought) {
      HeldEntry before = held.get(entry.id());
      if (before != null && !(before.isUnsent() && entry.seq() != Stamp.UNSENT)) {
        continue;
      }
      boolean isNew = before == null || added.containsKey(entry.id());
      (isNew ? added : stamped).put(entry.id(), entry);
      touched.add(entry.entry().subject());
      if (before != null) {
        touched.add(before.subject());
      }
      held.put(entry.id(), new HeldEntry(entry.id(), entry.entry().subject(), entry.seq()));
    }
    if (!touched.isEmpty()) {
      write(added.values(), stamped, touched);
    }
  }

  private void write(
      Collection<LedgerEntry> added, Map<String, LedgerEntry> stamped, Set<String> touched) {
    Map<String, List<LedgerEntry>> subjects = read(touched, stamped.keySet());
    List<EntryRow> rows = new ArrayList<>(added.size());
    for (LedgerEntry entry : added) {
      rows.add(EntryRow.of(entry));
      place(subjects, entry);
    }
    for (LedgerEntry entry : stamped.values()) {
      update(entry);
      place(subjects, entry);
    }
    entries.insert(rows);
    projection.fold(subjects);
    projection.attach(added, stamped.values());
  }

  /** Puts the entry in the place of the one with its id, or keeps it as a new one. */
  void replace(LedgerEntry entry) {
    EntryRow before = entries.find(entry.id());
    Set<String> touched = new LinkedHashSet<>();
    touched.add(entry.entry().subject());
    if (before == null) {
      entries.insert(List.of(EntryRow.of(entry)));
    } else {
      touched.add(before.subject());
      update(entry);
    }
    projection.fold(read(touched, Set.of()));
    projection.attach(List.of(), List.of(entry));
  }

  void remove(String id) {
    EntryRow before = entries.find(id);
    if (before != null) {
      entries.delete(id);
      projection.fold(read(Set.of(before.subject()), Set.of()));
      projection.detach(id);
    }
  }

  void clear() {
    entries.clear();
    projection.clear();
  }

  private void update(LedgerEntry entry) {
    EntryRow row = EntryRow.of(entry);
    entries.update(
        row.id(),
        row.subject(),
        row.seq(),
        row.author(),
        row.role(),
        row.device(),
        row.at(),
        row.bytes());
  }

  private Map<String, HeldEntry> held(List<LedgerEntry> brought) {
    List<String> ids = new ArrayList<>(brought.size());
    for (LedgerEntry entry : brought) {
      ids.add(entry.id());
    }
    Map<String, HeldEntry> held = new LinkedHashMap<>();
    for (List<String> part : Parts.of(ids)) {
      for (HeldEntry entry : entries.listHeld(part)) {
        held.put(entry.id(), entry);
      }
    }
    return held;
  }

  /** The entries of these subjects but for these ids, in the order of the ledger. */
  private Map<String, List<LedgerEntry>> read(Set<String> touched, Set<String> butFor) {
    Map<String, List<LedgerEntry>> subjects = new LinkedHashMap<>();
    for (String subject : touched) {
      subjects.put(subject, new ArrayList<>(2));
    }
    for (List<String> part : Parts.of(new ArrayList<>(touched))) {
      for (EntryRow row : entries.listSubjects(part)) {
        if (!butFor.contains(row.id())) {
          place(subjects, row.entry());
        }
      }
    }
    return subjects;
  }

  /** After those with its seq, so that unsent ones stay in the order they came. */
  private static void place(Map<String, List<LedgerEntry>> subjects, LedgerEntry entry) {
    List<LedgerEntry> list =
        subjects.computeIfAbsent(entry.entry().subject(), subject -> new ArrayList<>(2));
    int at = list.size();
    while (at > 0 && list.get(at - 1).seq() > entry.seq()) {
      at--;
    }
    list.add(at, entry);
  }
}
