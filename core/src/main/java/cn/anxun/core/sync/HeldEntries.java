package cn.anxun.core.sync;

import cn.anxun.core.ledger.LedgerEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The ledger of an {@link InMemoryPhoneStore}: stamped entries by seq, then the unsent in the order
 * they were put.
 */
final class HeldEntries {
  private final Map<String, LedgerEntry> byId = new HashMap<>();
  private final TreeMap<Long, String> bySeq = new TreeMap<>();
  private final Set<String> unsent = new LinkedHashSet<>();
  private final Map<String, Set<String>> bySubject = new LinkedHashMap<>();

  Optional<LedgerEntry> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  void put(LedgerEntry entry) {
    LedgerEntry held = byId.get(entry.id());
    if (held == null) {
      add(entry);
    } else if (held.stamp().isUnsent() && !entry.stamp().isUnsent()) {
      remove(entry.id());
      add(entry);
    }
  }

  /** Replaces an entry in its place. */
  void replace(LedgerEntry entry) {
    LedgerEntry held = byId.put(entry.id(), entry);
    if (held != null && !held.entry().subject().equals(entry.entry().subject())) {
      subject(held.entry().subject()).remove(entry.id());
      subject(entry.entry().subject()).add(entry.id());
    }
  }

  void remove(String id) {
    LedgerEntry held = byId.remove(id);
    if (held != null) {
      unsent.remove(id);
      bySeq.remove(held.seq());
      subject(held.entry().subject()).remove(id);
    }
  }

  void clear() {
    byId.clear();
    bySeq.clear();
    unsent.clear();
    bySubject.clear();
  }

  List<LedgerEntry> listSubject(String subject, long seq) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (String id : bySubject.getOrDefault(subject, Set.of())) {
      LedgerEntry entry = byId.get(id);
      if (entry != null && entry.seq() <= seq) {
        entries.add(entry);
      }
    }
    // Stable, so the unsent, all of one seq, stay in the order they were put.
    entries.sort((a, b) -> Long.compare(a.seq(), b.seq()));
    return entries;
  }

  List<LedgerEntry> list(long after, long upTo) {
    List<LedgerEntry> entries = new ArrayList<>();
    if (after >= upTo) {
      return entries;
    }
    List<String> ids = new ArrayList<>(bySeq.subMap(after, false, upTo, true).values());
    if (upTo == Long.MAX_VALUE) {
      ids.addAll(unsent);
    }
    for (String id : ids) {
      LedgerEntry entry = byId.get(id);
      if (entry != null) {
        entries.add(entry);
      }
    }
    return entries;
  }

  long lastSeq() {
    return bySeq.isEmpty() ? 0 : bySeq.lastKey();
  }

  private void add(LedgerEntry entry) {
    byId.put(entry.id(), entry);
    subject(entry.entry().subject()).add(entry.id());
    if (entry.stamp().isUnsent()) {
      unsent.add(entry.id());
    } else {
      bySeq.put(entry.seq(), entry.id());
    }
  }

  private Set<String> subject(String subject) {
    return bySubject.computeIfAbsent(subject, name -> new LinkedHashSet<>());
  }
}
