package cn.anxun.server.console.ledger;

import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Kinds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which columns a ledger has. */
final class LedgerColumns {
  private static final int MAX = 30;

  /** What the usual reader wants to see, after number and day. */
  private static final Map<String, List<String>> USUAL =
      Map.of(
          "hazard",
          List.of("site", "description", "level", "state", "unit", "current_deadline", "days_over"),
          "inspection",
          List.of("site", "unit", "kind", "authority", "result", "hazards"),
          "drill",
          List.of("name", "level", "form", "content", "participants", "unit"),
          "training",
          List.of("name", "audience", "attendees", "hours", "unit"),
          "publicity",
          List.of("name", "activity", "events", "audience", "unit"),
          "enforcement",
          List.of("site", "action", "case", "fine_yuan", "document_no", "unit"),
          "accident",
          List.of("site", "grade", "deaths", "injuries", "loss_yuan", "unit"),
          "site",
          List.of("name", "kind", "industry", "unit", "address"),
          "tally",
          List.of("unit", "period_from", "period_until", "values"));

  private LedgerColumns() {}

  /** The columns that the reader chose, or the usual ones. */
  static List<String> shown(String type, List<String> chosen) {
    List<String> offered = offered(type);
    List<String> columns = new ArrayList<>(List.of("number", "date"));
    List<String> wanted =
        chosen.isEmpty() ? USUAL.getOrDefault(type, List.of("site", "name", "unit")) : chosen;
    for (String column : wanted) {
      if (offered.contains(column) && !columns.contains(column) && columns.size() < MAX) {
        columns.add(column);
      }
    }
    return columns;
  }

  /** Every column of this type: what is recorded, and what follows from it. */
  static List<String> offered(String type) {
    Set<String> fields = new LinkedHashSet<>();
    for (Kind kind : Kinds.ALL) {
      if (kind.recordType().equals(type) && kind.effect() == Kind.Effect.OPENS) {
        for (Field<?> field : kind.fields().values()) {
          if (!field.personal()) {
            fields.add(field.name());
          }
        }
      }
    }
    fields.addAll(USUAL.getOrDefault(type, List.of()));
    if (type.equals("hazard")) {
      fields.addAll(
          List.of("overdue", "review_due_on", "review_overdue", "closed_on", "extensions"));
    }
    fields.removeAll(List.of("number", "point", "attachments"));
    return new ArrayList<>(fields);
  }
}
