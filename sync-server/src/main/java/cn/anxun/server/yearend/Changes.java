package cn.anxun.server.yearend;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerView;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which records came out otherwise between two states of a ledger, and by which of the entries that
 * came between. A record is changed by entries about it; where it has none, by entries about what
 * it refers to (a site that was merged); else by documents; else it is not known, and all are
 * named.
 */
final class Changes {
  private static final String DOCUMENT = "doc/";
  private static final String CLOSE = "doc/year/";

  /** The records of a subject before and after; none where there was none, or is none any more. */
  private record Change(List<FoldedRecord> before, List<FoldedRecord> after) {
    boolean isChange() {
      return !said(before).equals(said(after));
    }

    private static List<Object> said(List<FoldedRecord> records) {
      List<Object> said = new ArrayList<>();
      for (FoldedRecord record : records) {
        said.add(List.of(record.type(), record.date(), record.fields(), record.marks()));
      }
      return said;
    }

    /** The texts that stand in one of them and not in the other: what it refers to, or did. */
    Set<String> referred() {
      Set<String> texts = new LinkedHashSet<>();
      Map<String, Json> one = values(before);
      Map<String, Json> other = values(after);
      Set<String> names = new LinkedHashSet<>(one.keySet());
      names.addAll(other.keySet());
      for (String name : names) {
        if (!Objects.equals(one.get(name), other.get(name))) {
          addText(one.get(name), texts);
          addText(other.get(name), texts);
        }
      }
      return texts;
    }

    private static Map<String, Json> values(List<FoldedRecord> records) {
      Map<String, Json> values = new HashMap<>();
      for (FoldedRecord record : records) {
        record
            .fields()
            .values()
            .forEach((name, value) -> values.put(record.type() + record.date() + name, value));
      }
      return values;
    }

    private static void addText(@Nullable Json json, Set<String> texts) {
      if (json instanceof Json.Text text) {
        texts.add(text.value());
      }
    }
  }

  private final Map<String, Change> changes = new LinkedHashMap<>();
  private final Map<String, List<LedgerEntry>> lateBySubject = new LinkedHashMap<>();
  private final Map<String, LedgerEntry> lateById = new HashMap<>();

  private Changes() {}

  static Changes between(LedgerState then, LedgerState now, LedgerView ledger) {
    Changes all = new Changes();
    ledger.scan(
        then.cutoff().seq(),
        now.cutoff().seq(),
        entry -> {
          if (!entry.entry().subject().startsWith(CLOSE)) {
            all.lateById.put(entry.id(), entry);
            all.lateBySubject
                .computeIfAbsent(entry.entry().subject(), key -> new ArrayList<>())
                .add(entry);
          }
        });
    Map<String, List<FoldedRecord>> before = bySubject(then);
    Map<String, List<FoldedRecord>> after = bySubject(now);
    Set<String> subjects = new LinkedHashSet<>(before.keySet());
    subjects.addAll(after.keySet());
    for (String subject : subjects) {
      Change change =
          new Change(
              before.getOrDefault(subject, List.of()), after.getOrDefault(subject, List.of()));
      if (change.isChange()) {
        all.changes.put(subject, change);
      }
    }
    return all;
  }

  private static Map<String, List<FoldedRecord>> bySubject(LedgerState state) {
    Map<String, List<FoldedRecord>> bySubject = new HashMap<>();
    for (List<FoldedRecord> records : state.records().values()) {
      for (FoldedRecord record : records) {
        bySubject.computeIfAbsent(record.subject(), key -> new ArrayList<>()).add(record);
      }
    }
    return bySubject;
  }

  /** The late entries that made the figure another, by seq. */
  List<LedgerEntry> behind(ClosedFigure before, ClosedFigure after) {
    Set<String> subjects = new LinkedHashSet<>(before.partIds());
    subjects.addAll(before.wholeIds());
    subjects.addAll(after.partIds());
    subjects.addAll(after.wholeIds());
    subjects.retainAll(changes.keySet());
    Set<LedgerEntry> entries = new LinkedHashSet<>();
    for (String subject : subjects) {
      entries.addAll(behind(subject));
    }
    return sorted(entries.isEmpty() ? documentsOrAll() : entries);
  }

  private Collection<LedgerEntry> behind(String subject) {
    Change change = changes.get(subject);
    if (change == null) {
      return List.of();
    }
    Set<LedgerEntry> own = new LinkedHashSet<>(late(subject));
    for (FoldedRecord record : change.after()) {
      for (String id : record.entryIds()) {
        if (lateById.containsKey(id)) {
          own.add(lateById.get(id));
        }
      }
    }
    if (own.isEmpty()) {
      change.referred().forEach(text -> own.addAll(late(text)));
    }
    return own.isEmpty() ? documentsOrAll() : own;
  }

  private List<LedgerEntry> late(String subject) {
    return lateBySubject.getOrDefault(subject, List.of());
  }

  private Collection<LedgerEntry> documentsOrAll() {
    List<LedgerEntry> documents =
        lateById.values().stream()
            .filter(entry -> entry.entry().subject().startsWith(DOCUMENT))
            .toList();
    return documents.isEmpty() ? lateById.values() : documents;
  }

  private static List<LedgerEntry> sorted(Collection<LedgerEntry> entries) {
    return entries.stream().sorted(Comparator.comparingLong(LedgerEntry::seq)).toList();
  }
}
