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
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.storage.BureauLedger;
import java.util.ArrayList;
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

  private final BureauLedger ledger;

  public PublicFields(BureauLedger ledger) {
    this.ledger = ledger;
  }

  public Json.Members of(FoldedRecord record) {
    return of(List.of(record)).get(0);
  }

  /** The same of each of these: the ledger is asked once for all of them. */
  public List<Json.Members> of(List<FoldedRecord> records) {
    List<String> ids = new ArrayList<>();
    records.forEach(record -> ids.addAll(record.entryIds()));
    Map<String, Set<String>> personal = ledger.personalNames(ids);
    return records.stream().map(record -> shown(record, personal)).toList();
  }

  /**
   * What is shown of a record.
   *
   * @param personal names by the entry in whose personal part they stand
   */
  private static Json.Members shown(FoldedRecord record, Map<String, Set<String>> personal) {
    Set<String> hidden = new HashSet<>();
    record.entryIds().forEach(id -> hidden.addAll(personal.getOrDefault(id, Set.of())));
    return shown(record.fields().values(), hidden);
  }

  /** The fields of one entry. */
  public Json.Members of(LedgerEntry entry) {
    Set<String> hidden = new HashSet<>(personal(entry));
    if (entry.entry() instanceof Corrected corrected
        && isHidden(corrected.fields().text(Corrected.FIELD), hidden)) {
      hidden.add(Corrected.OLD.name());
      hidden.add(Corrected.NEW.name());
    }
    return shown(entry.entry().fields().values(), hidden);
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

  private static boolean isHidden(String name, Set<String> hidden) {
    return PERSONAL.contains(name) || hidden.contains(name);
  }

  private static Json.Members shown(Map<String, Json> fields, Set<String> hidden) {
    Map<String, Json> shown = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (!isHidden(name, hidden)) {
            shown.put(name, value);
          }
        });
    return new Json.Members(shown);
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
