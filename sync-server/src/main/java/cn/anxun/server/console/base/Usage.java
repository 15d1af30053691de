package cn.anxun.server.console.base;

import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many records say what stands in a table's rows, to warn who removes one. */
final class Usage {
  private static final List<Integer> DIVISION_DIGITS = List.of(6, 9, 12);

  private final BaseTable table;
  private final Map<String, Integer> counts = new HashMap<>();

  private Usage(BaseTable table) {
    this.table = table;
  }

  static Usage of(BaseTable table, LedgerState state) {
    Usage usage = new Usage(table);
    state
        .records()
        .forEach(
            (type, records) -> {
              List<String> fields = fields(table, state, type);
              records.forEach(record -> usage.add(record, fields));
            });
    return usage;
  }

  /** The fields of a type of record that hold what the table lists. */
  private static List<String> fields(BaseTable table, LedgerState state, String type) {
    return switch (table.family()) {
      case UNITS -> List.of(RecordFields.UNIT.name());
      case DIVISIONS, GRIDS -> List.of(RecordFields.DIVISION.name());
      case CODE_LIST -> listed(table.name(), state, type);
      case RECORD_KIND -> type.equals(table.name()) ? List.of("") : List.of();
      default -> List.of();
    };
  }

  private static List<String> listed(String list, LedgerState state, String type) {
    List<String> fields = new ArrayList<>();
    CodeLists.at(state)
        .find(list)
        .ifPresent(
            found ->
                found
                    .fields()
                    .forEach(
                        field -> {
                          String[] parts = field.split("\\.", 2);
                          if (parts[0].equals("*") || parts[0].equals(type)) {
                            fields.add(parts[1]);
                          }
                        }));
    return fields;
  }

  private void add(FoldedRecord record, List<String> fields) {
    Set<String> values = new LinkedHashSet<>();
    for (String field : fields) {
      if (field.isEmpty()) {
        values.addAll(record.fields().values().keySet());
      } else {
        add(values, record.value(field));
      }
    }
    values.forEach(value -> counts.merge(value, 1, Integer::sum));
  }

  private void add(Set<String> values, @Nullable Json json) {
    if (json instanceof Json.Items items) {
      items.values().forEach(item -> add(values, item));
    } else if (json instanceof Json.Text text) {
      values.add(text.value());
      if (table.family() == Family.DIVISIONS) {
        DIVISION_DIGITS.stream()
            .filter(digits -> digits < text.value().length())
            .forEach(digits -> values.add(text.value().substring(0, digits)));
      }
    }
  }

  /** The records that say what this row is. */
  int count(Json.Members row) {
    return row.get(table.family().identity().get(0)) instanceof Json.Text text
        ? counts.getOrDefault(text.value(), 0)
        : 0;
  }
}
