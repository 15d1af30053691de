package cn.anxun.server.importer;

import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.json.Json;
import cn.anxun.server.importer.SheetRows.RawCell;
import cn.anxun.server.importer.SheetRows.RawRow;
import cn.anxun.server.text.ServerTexts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** A row's cells, read, with everything that is wrong with them. */
final class RowValues {
  private final ImportKind kind;
  private final RawRow row;
  private final Map<String, String> letters;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final List<ImportProblem> problems = new ArrayList<>();

  private RowValues(ImportKind kind, RawRow row, Map<String, String> letters) {
    this.kind = kind;
    this.row = row;
    this.letters = letters;
  }

  /**
   * Reads a row.
   *
   * @param letters of the columns, by their keys
   */
  static RowValues read(
      ImportKind kind,
      RawRow row,
      Map<String, String> letters,
      CellReading reading,
      CodeLists lists) {
    RowValues read = new RowValues(kind, row, letters);
    for (ImportColumn column : kind.columns()) {
      RawCell cell = row.cells().get(column.key());
      if (cell != null) {
        read.read(column, cell, reading, lists);
      } else if (column.required()) {
        read.error(column.key(), "import.missing", column.heading());
      }
    }
    return read;
  }

  /** A row of which nothing is read: a sum, a signature. */
  static RowValues unread(ImportKind kind, RawRow row, Map<String, String> letters) {
    return new RowValues(kind, row, letters);
  }

  private void read(ImportColumn column, RawCell cell, CellReading reading, CodeLists lists) {
    try {
      Object value = reading.read(column, cell);
      values.put(column.key(), value);
      column.list().flatMap(lists::find).ifPresent(list -> checkLabels(column, list, value));
    } catch (CellReading.Unreadable e) {
      error(column.key(), e.key(), e.details());
    }
  }

  private void checkLabels(ImportColumn column, CodeList list, Object value) {
    List<?> labels = value instanceof List<?> several ? several : List.of(value);
    for (Object label : labels) {
      if (list.find(String.valueOf(label)).isEmpty()) {
        warn(
            column.key(),
            "import.new-label",
            String.valueOf(label),
            String.join("、", list.listOffered().stream().map(CodeList.Item::value).toList()));
      }
    }
  }

  void error(String column, String key, Object... details) {
    problems.add(ImportProblem.error(row.number(), letter(column), key, details));
  }

  void warn(String column, String key, Object... details) {
    problems.add(ImportProblem.warning(row.number(), letter(column), key, details));
  }

  private String letter(String column) {
    return letters.getOrDefault(column, "");
  }

  /** What a cell is read as, for people; what it holds where it cannot be read. */
  String shown(ImportColumn column) {
    Object value = values.get(column.key());
    if (value instanceof List<?> several) {
      return String.join("、", several.stream().map(String::valueOf).toList());
    }
    if (value instanceof Boolean flag) {
      return ServerTexts.CHINESE.text(flag ? "records.yes" : "records.no");
    }
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    RawCell cell = row.cells().get(column.key());
    return value != null ? String.valueOf(value) : cell == null ? "" : cell.text();
  }

  int number() {
    return row.number();
  }

  boolean isBad() {
    return problems.stream().anyMatch(ImportProblem::blocks);
  }

  List<ImportProblem> problems() {
    return problems;
  }

  String text(String column) {
    return values.get(column) instanceof String text ? text : "";
  }

  Optional<LocalDate> date(String column) {
    return values.get(column) instanceof LocalDate date ? Optional.of(date) : Optional.empty();
  }

  Optional<Boolean> flag(String column) {
    return values.get(column) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
  }

  Optional<BigDecimal> number(String column) {
    return values.get(column) instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
  }

  /** What tells this record from others, whatever the order and the formats of the columns. */
  String identity() {
    StringJoiner identity = new StringJoiner("\n");
    identity.add(kind.key());
    for (ImportColumn column : kind.columns()) {
      Object value = values.get(column.key());
      if (column.identity() && value != null) {
        identity.add(column.key() + "=" + value);
      }
    }
    return identity.toString();
  }

  /** The fields of the opening entry that columns give as they are. */
  Fields.Builder fields() {
    Fields.Builder fields = Fields.builder();
    for (ImportColumn column : kind.columns()) {
      Object value = values.get(column.key());
      if (column.field().isPresent() && value != null) {
        fields.raw(column.field().get(), json(value));
      }
    }
    return fields;
  }

  /** The column that gives this field, for a problem that speaks of the field. */
  String columnOf(String field) {
    return kind.columns().stream()
        .filter(column -> column.field().filter(field::equals).isPresent())
        .map(ImportColumn::key)
        .findFirst()
        .orElse("");
  }

  private static Json json(Object value) {
    if (value instanceof LocalDate date) {
      return Json.of(date.toString());
    }
    if (value instanceof BigDecimal number) {
      return Json.of(new BigDecimal(number.stripTrailingZeros().toPlainString()));
    }
    if (value instanceof Boolean flag) {
      return Json.of(flag);
    }
    if (value instanceof List<?> several) {
      return Json.texts(several.stream().map(String::valueOf).toList());
    }
    return Json.of(String.valueOf(value));
  }
}
