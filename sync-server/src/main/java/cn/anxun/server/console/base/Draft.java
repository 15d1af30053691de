package cn.anxun.server.console.base;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has changed in a table and not saved: each row as it was seen and as it shall be,
 * by the row's id. New rows stand under ids of their own.
 */
record Draft(Map<String, Change> changes) {
  static final Draft NONE = new Draft(Map.of());
  private static final String ADDED = "+";

  /**
   * A row changed.
   *
   * @param before null for a new row
   * @param after null for one that is removed
   */
  record Change(Json.@Nullable Members before, Json.@Nullable Members after) {}

  Draft {
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Whether this is the id of a new row. */
  static boolean isAdded(String id) {
    return id.startsWith(ADDED);
  }

  /** The row as it was seen when it was changed, or as it stands; null for a new one. */
  Json.@Nullable Members before(Content current, String id) {
    Change known = changes.get(id);
    return known == null ? current.get(id) : known.before();
  }

  /** The same of somebody who saw the row say this. */
  Draft seen(String id, Json.Members shown) {
    Change known = changes.get(id);
    Map<String, Change> changed = new LinkedHashMap<>(changes);
    changed.put(id, new Change(shown, known == null ? shown : known.after()));
    return new Draft(changed);
  }

  /**
   * With a row as it shall be; the id "" for a new one. One that was removed and is added again is
   * changed.
   */
  Draft with(BaseTable table, Content current, String id, Json.Members row) {
    Map<String, Change> changed = new LinkedHashMap<>(changes);
    Json.Members before = before(current, id);
    if (before != null) {
      changed.put(id, new Change(before, row));
      if (before.equals(row)) {
        changed.remove(id);
      }
      return new Draft(changed);
    }
    changed.remove(id);
    String identity = table.identity(row);
    Change removal = changes.get(identity);
    if (removal != null && removal.after() == null) {
      return new Draft(changed).with(table, current, identity, row);
    }
    String added = ADDED + identity;
    for (int again = 2; changed.containsKey(added); again++) {
      added = ADDED + identity + '#' + again;
    }
    changed.put(added, new Change(null, row));
    return new Draft(changed);
  }

  /** Without a row of the table. */
  Draft without(Content current, String id) {
    Map<String, Change> changed = new LinkedHashMap<>(changes);
    Json.Members before = before(current, id);
    changed.remove(id);
    if (before != null && current.get(id) != null) {
      changed.put(id, new Change(before, null));
    }
    return new Draft(changed);
  }

  /** Without what was changed in a row. */
  Draft undone(String id) {
    Map<String, Change> changed = new LinkedHashMap<>(changes);
    changed.remove(id);
    return new Draft(changed);
  }

  /** The same over the row as it is now. */
  Draft over(String id, Json.@Nullable Members now) {
    Change change = changes.get(id);
    if (change == null) {
      return this;
    }
    Map<String, Change> changed = new LinkedHashMap<>(changes);
    changed.remove(id);
    if (!Objects.equals(now, change.after())) {
      boolean isNew = now == null;
      String over = isNew == isAdded(id) ? id : isNew ? ADDED + id : id.substring(1);
      changed.put(over, new Change(now, change.after()));
    }
    return new Draft(changed);
  }

  /** To be kept. */
  Json json() {
    List<Json> items = new ArrayList<>();
    changes.forEach(
        (id, change) ->
            items.add(
                Json.members()
                    .put("id", id)
                    .put("before", change.before())
                    .put("after", change.after())
                    .build()));
    return Json.items(items);
  }

  static Draft of(Json json) {
    Map<String, Change> changes = new LinkedHashMap<>();
    if (json instanceof Json.Items items) {
      for (Json item : items.values()) {
        if (item instanceof Json.Members change && change.get("id") instanceof Json.Text id) {
          changes.put(id.value(), new Change(row(change, "before"), row(change, "after")));
        }
      }
    }
    return new Draft(changes);
  }

  private static Json.@Nullable Members row(Json.Members change, String member) {
    return change.get(member) instanceof Json.Members row ? row : null;
  }

  /** Tells this draft from others. */
  String mark() {
    return isEmpty() ? "" : Integer.toHexString(JsonText.write(json()).hashCode());
  }
}
