package cn.anxun.server.console.base;

import cn.anxun.core.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A document as a table.
 *
 * @param name within its family; "" where the family is one document
 * @param title as people call it
 * @param head columns of what the document says besides its rows
 * @param columns of its rows
 * @param shipped the rows that come with the program; none where the bureau makes all
 * @param maker makes rows of what was typed or uploaded
 */
record BaseTable(
    Family family,
    String name,
    String title,
    List<Column> head,
    List<Column> columns,
    List<Json.Members> shipped,
    RowMaker maker) {

  /** Makes a row of what somebody typed. */
  interface RowMaker {
    /**
     * The row.
     *
     * @param before the row that is changed; null for a new one
     * @param values by column; null empties it; a column that is not among them stays as it was
     * @throws BadRowException where the values name no row
     */
    Json.Members make(Json.@Nullable Members before, Map<String, Json> values)
        throws BadRowException;
  }

  /** What somebody typed means no row; its message says why. */
  static final class BadRowException extends Exception {
    private static final long serialVersionUID = 1L;

    BadRowException(String message) {
      super(message);
    }
  }

  BaseTable {
    head = List.copyOf(head);
    columns = List.copyOf(columns);
    shipped = List.copyOf(shipped);
  }

  /** As it stands in addresses: {@code code-list.industry}. */
  String key() {
    return family.isNamed() ? family.key() + '.' + name : family.key();
  }

  String link() {
    return "/admin/base/" + key();
  }

  String subject() {
    return family.subject(name);
  }

  /** Whether the bureau's rows add to the shipped ones, instead of standing for all of them. */
  boolean overlays() {
    return family == Family.HAZARD_LIBRARY;
  }

  List<Column> columns(String id) {
    return id.equals(Content.HEAD) ? head : columns;
  }

  /** What tells this row from others, as text. */
  String identity(Json.Members row) {
    StringJoiner identity = new StringJoiner(" ");
    for (String member : family.identity()) {
      if (row.get(member) instanceof Json.Text text) {
        identity.add(text.value());
      }
    }
    return identity.toString();
  }

  /** What people call this row: its first columns. */
  String label(String id, Json.Members row) {
    StringJoiner label = new StringJoiner(" ");
    for (Column column : columns(id).subList(0, Math.min(2, columns(id).size()))) {
      String typed = column.typed(row);
      if (!typed.isEmpty()) {
        label.add(typed.length() > 30 ? typed.substring(0, 30) + "…" : typed);
      }
    }
    return label.toString();
  }

  /** A row with these values in the columns that bear their names. */
  static Json.Members merged(
      List<Column> columns, Json.@Nullable Members before, Map<String, Json> values) {
    Json.Members old = before == null ? Json.members().build() : before;
    Map<String, Json> members = new LinkedHashMap<>(old.values());
    for (Column column : columns) {
      Json value = values.get(column.name());
      if (value instanceof Json.Null) {
        // An explicit false stays: the person says the same by nothing.
        members.computeIfPresent(
            column.name(), (name, stood) -> Json.FALSE.equals(stood) ? stood : null);
      } else if (value != null) {
        Json.Members typed = Json.members().put(column.name(), value).build();
        if (!column.typed(old).equals(column.typed(typed))) {
          members.put(column.name(), value);
        }
      }
    }
    return new Json.Members(members);
  }
}
