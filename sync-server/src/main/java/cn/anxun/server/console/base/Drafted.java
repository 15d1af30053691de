package cn.anxun.server.console.base;

import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table as it would be once a draft is saved over what stands now. A row that was changed here
 * and meanwhile by somebody else is a conflict; it stands as the draft has it until a person
 * decides.
 */
final class Drafted {

  /** What a draft does to a row. */
  enum State {
    SAME,
    ADDED,
    CHANGED,
    REMOVED,
    CONFLICT
  }

  /**
   * A row.
   *
   * @param before as it stands in the ledger; null for a new one
   * @param after as the draft has it; null where it is removed
   */
  record Row(String id, State state, Json.@Nullable Members before, Json.@Nullable Members after) {
    /** What it is to be called by. */
    Json.Members any() {
      return Objects.requireNonNull(after == null ? before : after);
    }
  }

  private final BaseTable table;
  private final Content current;
  private final List<Row> rows = new ArrayList<>();

  Drafted(BaseTable table, Content current, Draft draft) {
    this.table = table;
    this.current = current;
    Map<String, Draft.Change> left = new LinkedHashMap<>(draft.changes());
    current
        .rows()
        .forEach(
            (id, now) -> {
              Draft.Change change = left.remove(id);
              rows.add(change == null ? new Row(id, State.SAME, now, now) : row(id, now, change));
            });
    left.forEach((id, change) -> rows.add(addition(id, change)));
  }

  private static Row row(String id, Json.@Nullable Members now, Draft.Change change) {
    if (Objects.equals(now, change.after())) {
      return new Row(id, State.SAME, now, now);
    }
    if (!Objects.equals(now, change.before())) {
      return new Row(id, State.CONFLICT, now, change.after());
    }
    return new Row(id, change.after() == null ? State.REMOVED : State.CHANGED, now, change.after());
  }

  /** A new row; or one whose row is gone, which is a conflict too. */
  private Row addition(String id, Draft.Change change) {
    if (change.before() != null) {
      return row(id, null, change);
    }
    Json.Members now = current.get(table.identity(Objects.requireNonNull(change.after())));
    if (now == null) {
      return new Row(id, State.ADDED, null, change.after());
    }
    return now.equals(change.after())
        ? new Row(id, State.SAME, null, null)
        : new Row(id, State.CONFLICT, now, change.after());
  }

  /** Every row, removed ones too, the head among them. */
  List<Row> rows() {
    return rows.stream().filter(row -> row.before() != null || row.after() != null).toList();
  }

  /** What the draft does. */
  List<Row> changes() {
    return rows().stream().filter(row -> row.state() != State.SAME).toList();
  }

  List<Row> conflicts() {
    return rows().stream().filter(row -> row.state() == State.CONFLICT).toList();
  }

  /** The table as it would be, by the ids of its rows; of a conflict the draft's side. */
  Map<String, Json.Members> result() {
    Map<String, Json.Members> result = new LinkedHashMap<>();
    List<String> contested = conflicts().stream().map(Row::id).filter(Draft::isAdded).toList();
    for (Row row : rows()) {
      // Where both added the same, the draft's row stands for the other.
      boolean replaced = contested.contains("+" + row.id());
      if (row.after() != null && !replaced) {
        result.put(row.id(), row.after());
      }
    }
    return result;
  }
}
