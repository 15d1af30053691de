package cn.anxun.server.console.base;

import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a table, each under an id; what the document says besides stands under HEAD. */
record Content(Map<String, Json.Members> rows) {
  static final String HEAD = "#head";

  Content {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  /** What these documents say together, in their order, upon what ships. */
  static Content of(BaseTable table, List<Json> documents) {
    Map<String, Json> head = new LinkedHashMap<>();
    List<Json.Members> own = new ArrayList<>();
    for (Json document : documents) {
      if (document instanceof Json.Members members) {
        members.values().forEach(head::putIfAbsent);
        if (members.get(table.family().member()) instanceof Json.Items items) {
          items.values().forEach(item -> addRow(own, item));
        }
      }
    }
    head.remove(table.family().member());
    if (table.family() == Family.RECORD_KIND) {
      head.put("name", Json.of(table.name()));
    }
    List<Json.Members> rows = own;
    if (table.overlays()) {
      rows = overlaid(table, own);
    } else if (documents.isEmpty()) {
      rows = table.shipped();
    }
    return of(table, head.isEmpty() ? null : new Json.Members(head), rows);
  }

  private static void addRow(List<Json.Members> rows, Json item) {
    if (item instanceof Json.Members row) {
      rows.add(row);
    } else if (item instanceof Json.Text site) {
      rows.add(Json.members().put("site", site).build());
    }
  }

  private static List<Json.Members> overlaid(BaseTable table, List<Json.Members> own) {
    Map<String, Json.Members> rows = new LinkedHashMap<>();
    table.shipped().forEach(row -> rows.put(table.identity(row), row));
    List<Json.Members> twice = new ArrayList<>();
    Map<String, Json.Members> seen = new HashMap<>();
    for (Json.Members row : own) {
      if (seen.putIfAbsent(table.identity(row), row) == null) {
        rows.put(table.identity(row), row);
      } else {
        twice.add(row);
      }
    }
    List<Json.Members> all = new ArrayList<>(rows.values());
    all.addAll(twice);
    return all;
  }

  /** These rows under their ids. */
  static Content of(BaseTable table, Json.@Nullable Members head, List<Json.Members> rows) {
    Map<String, Json.Members> byId = new LinkedHashMap<>();
    if (head != null) {
      byId.put(HEAD, head);
    }
    for (Json.Members row : rows) {
      String id = table.identity(row);
      for (int again = 2; byId.putIfAbsent(id, row) != null; again++) {
        id = table.identity(row) + '#' + again;
      }
    }
    return new Content(byId);
  }

  Json.@Nullable Members get(String id) {
    return rows.get(id);
  }

  /** The rows without the head. */
  Map<String, Json.Members> body() {
    Map<String, Json.Members> body = new LinkedHashMap<>(rows);
    body.remove(HEAD);
    return body;
  }

  /** One document of some of the rows. */
  static Json document(BaseTable table, Json.@Nullable Members head, List<Json.Members> rows) {
    List<Json> items = new ArrayList<>(rows);
    if (table.family() == Family.INSPECTION_PLAN) {
      items.clear();
      rows.forEach(row -> items.add(row.values().getOrDefault("site", Json.of(""))));
    }
    Map<String, Json> members =
        new LinkedHashMap<>(head == null ? Map.<String, Json>of() : head.values());
    members.put(table.family().member(), Json.items(items));
    return new Json.Members(members);
  }

  /** What is to be done to get from this to the other. */
  Draft until(BaseTable table, Content other) {
    Draft draft = Draft.NONE;
    for (Map.Entry<String, Json.Members> row : rows.entrySet()) {
      Json.Members after = other.get(row.getKey());
      if (after == null) {
        draft = draft.without(this, row.getKey());
      } else if (!after.equals(row.getValue())) {
        draft = draft.with(table, this, row.getKey(), after);
      }
    }
    for (Map.Entry<String, Json.Members> row : other.rows.entrySet()) {
      if (get(row.getKey()) == null) {
        draft = draft.with(table, this, "", row.getValue());
      }
    }
    return draft;
  }
}
