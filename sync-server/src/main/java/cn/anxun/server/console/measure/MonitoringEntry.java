package cn.anxun.server.console.measure;

import cn.anxun.core.entry.TypedRowsEntered;
import cn.anxun.core.form.FormRow;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.server.console.form.FormRequest;
import cn.anxun.server.http.Requests;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the office says of a form at a day in the year: for each row what was done where the ledger
 * does not know it, what is expected, and why; kept as typed rows under the form and the day. What
 * is said of a row goes by its name, the k-th to the k-th of that name.
 */
record MonitoringEntry(String spent, String expectedSpent, List<Said> rows) {
  static final List<String> POSSIBILITIES = List.of("", "certain", "possible", "impossible");

  private static final int MAX_ROWS = 200;

  MonitoringEntry {
    rows = List.copyOf(rows);
  }

  /**
   * Of one row.
   *
   * @param isKept whether it stands in the ledger or was sent, so that no draft is shown
   */
  record Said(
      String row,
      String typed,
      String expected,
      String possibility,
      String reason,
      boolean isKept) {
    static Said nothing(String row) {
      return new Said(row, "", "", "", "", false);
    }

    boolean isEmpty() {
      return (typed + expected + possibility + reason).isEmpty();
    }
  }

  /** As the ledger has it. */
  static MonitoringEntry of(Optional<DocumentRevision> kept, List<FormRow> rows) {
    Json document =
        kept.map(one -> one.fields().raw(TypedRowsEntered.DOCUMENT.name())).orElse(null);
    Json.Members members = document instanceof Json.Members found ? found : Json.members().build();
    List<Said> said = new ArrayList<>();
    for (Json.Members row : FormSource.rows(members)) {
      said.add(
          new Said(
              text(row, "row"),
              text(row, "typed"),
              text(row, "expected"),
              text(row, "possibility"),
              text(row, "reason"),
              true));
    }
    return new MonitoringEntry(
        text(members, "spent"), text(members, "expected_spent"), matched(said, rows));
  }

  /** As the request brings it; what it brings of rows that are gone is in the last. */
  static MonitoringEntry read(FormRequest asked, List<FormRow> rows, List<Said> gone) {
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < MAX_ROWS && asked.context.formParam("row." + i) != null; i++) {
      said.add(
          new Said(
              typed(asked, "row." + i),
              typed(asked, "typed." + i),
              typed(asked, "expected." + i),
              typed(asked, "possibility." + i),
              typed(asked, "reason." + i),
              true));
    }
    List<Said> matched = matched(said, rows);
    List<Said> left = new ArrayList<>(said);
    matched.forEach(left::remove);
    left.stream().filter(one -> !one.isEmpty()).forEach(gone::add);
    return new MonitoringEntry(typed(asked, "spent"), typed(asked, "expected_spent"), matched);
  }

  private static List<Said> matched(List<Said> said, List<FormRow> rows) {
    Map<String, Deque<Said>> byName = new HashMap<>();
    said.forEach(one -> byName.computeIfAbsent(one.row(), key -> new ArrayDeque<>()).add(one));
    List<Said> matched = new ArrayList<>();
    for (FormRow row : rows) {
      Said one = byName.getOrDefault(row.level3(), new ArrayDeque<>()).poll();
      matched.add(one == null ? Said.nothing(row.level3()) : one);
    }
    return matched;
  }

  private static String typed(FormRequest asked, String name) {
    return Requests.typed(asked.context, name);
  }

  private static String text(Json.Members members, String name) {
    return members.get(name) instanceof Json.Text text ? text.value() : "";
  }

  Json document() {
    List<Json> items = new ArrayList<>();
    for (Said row : rows) {
      items.add(
          Json.members()
              .put("row", row.row())
              .put("typed", row.typed())
              .put("expected", row.expected())
              .put("possibility", row.possibility())
              .put("reason", row.reason())
              .build());
    }
    return Json.members()
        .put("spent", spent)
        .put("expected_spent", expectedSpent)
        .put("rows", Json.items(items))
        .build();
  }
}
