package cn.anxun.server.scope;

import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Kinds;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerView;
import cn.anxun.core.state.LedgerState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fields of a record that are not personal: neither by their kind, nor by standing in the
 * personal part of an entry.
 */
public final class PublicFields {
  private static final Set<String> PERSONAL = personal();

  private final LedgerView ledger;

  public PublicFields(LedgerView ledger) {
    this.ledger = ledger;
  }

  public Json.Members of(FoldedRecord record) {
    Set<String> hidden = new HashSet<>(PERSONAL);
    for (String id : record.entryIds()) {
      ledger.find(id).ifPresent(entry -> hidden.addAll(personal(entry)));
    }
    Map<String, Json> shown = new LinkedHashMap<>();
    record.fields().values().forEach((name, value) -> show(name, value, hidden, shown));
    return new Json.Members(shown);
  }

  /** The fields of one entry. */
  public Json.Members of(LedgerEntry entry) {
    Set<String> hidden = new HashSet<>(PERSONAL);
    hidden.addAll(personal(entry));
    if (entry.entry() instanceof Corrected corrected
        && hidden.contains(corrected.fields().text(Corrected.FIELD))) {
      hidden.add(Corrected.OLD.name());
      hidden.add(Corrected.NEW.name());
    }
    Map<String, Json> shown = new LinkedHashMap<>();
    entry.entry().fields().values().forEach((name, value) -> show(name, value, hidden, shown));
    return new Json.Members(shown);
  }

  /**
   * The records of these subjects, in this order; without those that do not count at the cut-off.
   */
  public static List<FoldedRecord> find(LedgerState state, List<String> subjects) {
    Set<String> wanted = new HashSet<>(subjects);
    Map<String, FoldedRecord> found = new HashMap<>();
    for (List<FoldedRecord> records : state.records().values()) {
      for (FoldedRecord record : records) {
        if (wanted.contains(record.subject())) {
          found.put(record.subject(), record);
        }
      }
    }
    return subjects.stream().flatMap(subject -> Stream.ofNullable(found.get(subject))).toList();
  }

  private static void show(String name, Json value, Set<String> hidden, Map<String, Json> shown) {
    if (!hidden.contains(name)) {
      shown.put(name, value);
    }
  }

  private static Set<String> personal(LedgerEntry entry) {
    try {
      return JsonText.read(entry.written().bytes()) instanceof Json.Members members
              && members.get("personal") instanceof Json.Members personal
          ? personal.values().keySet()
          : Set.of();
    } catch (JsonSyntaxException e) {
      return Set.of();
    }
  }

  private static Set<String> personal() {
    Set<String> names = new HashSet<>();
    for (Kind kind : Kinds.ALL) {
      for (Field<?> field : kind.fields().values()) {
        if (field.personal()) {
          names.add(field.name());
        }
      }
    }
    return Set.copyOf(names);
  }
}
