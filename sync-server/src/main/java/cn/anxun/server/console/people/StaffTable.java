package cn.anxun.server.console.people;

import cn.anxun.core.json.JsonText;
import cn.anxun.server.importer.ImportException;
import cn.anxun.server.importer.WorkbookGuard;
import cn.anxun.server.importer.WorkbookRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads a table of people: the first sheet, under the first row that names 账号 and 姓名, in any order
 * of columns.
 */
final class StaffTable {
  /** The most people of one table. */
  static final int MOST_ROWS = 500;

  private static final int HEADING_WITHIN = 20;
  private static final int MOST_COLUMNS = 50;
  private static final String SEPARATOR = "\t";

  /** The columns, by their headings; * and spaces around do not matter. */
  enum Column {
    ACCOUNT("账号"),
    NAME("姓名"),
    ROLE("角色"),
    UNIT("单位"),
    DIVISION("辖区");

    private final String heading;

    Column(String heading) {
      this.heading = heading;
    }

    String heading() {
      return heading;
    }

    private static Optional<Column> find(String written) {
      String plain = written.replaceAll("[*＊\\s]", "");
      return Stream.of(values()).filter(column -> column.heading.equals(plain)).findFirst();
    }
  }

  /**
   * A person as written.
   *
   * @param number of the row as the workbook counts, from 1
   * @param letters of the columns, for what is wrong
   */
  record Line(int number, Map<Column, String> cells, Map<Column, String> letters) {
    String cell(Column column) {
      return cells.getOrDefault(column, "");
    }

    /** Where it stands: B3. */
    String place(Column column) {
      return letters.getOrDefault(column, "") + number;
    }

    /** To stand in a form's hidden field until it is confirmed. */
    String kept() {
      StringBuilder kept = new StringBuilder(Integer.toString(number));
      for (Column column : Column.values()) {
        kept.append(SEPARATOR).append(letters.getOrDefault(column, "")).append(SEPARATOR);
        kept.append(cell(column));
      }
      return kept.toString();
    }

    /** What {@link #kept} wrote; empty for anything else. */
    static Optional<Line> parse(String kept) {
      String[] parts = kept.split(SEPARATOR, -1);
      if (parts.length != 1 + 2 * Column.values().length || !parts[0].matches("\\d{1,7}")) {
        return Optional.empty();
      }
      Map<Column, String> cells = new LinkedHashMap<>();
      Map<Column, String> letters = new LinkedHashMap<>();
      int at = 1;
      for (Column column : Column.values()) {
        letters.put(column, parts[at++]);
        cells.put(column, parts[at++]);
      }
      return Optional.of(new Line(Integer.parseInt(parts[0]), cells, letters));
    }
  }

  /** Why a file is no such table; a key below {@code console.people.table}. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String key) {
      super(key);
    }

    String key() {
      return String.valueOf(getMessage());
    }
  }

  private StaffTable() {}

  static List<Line> read(Path file) throws IOException, ImportException, UnreadableException {
    WorkbookGuard.check(file);
    List<Line> lines = new ArrayList<>();
    Map<Integer, Column> columns = new LinkedHashMap<>();
    try (WorkbookRows workbook = WorkbookRows.open(file, false);
        WorkbookRows.Cursor rows = workbook.rows(workbook.sheets().get(0))) {
      for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
        Row row = next.get();
        if (columns.isEmpty()) {
          columns.putAll(heading(row));
          if (columns.isEmpty() && row.getRowNum() > HEADING_WITHIN) {
            break;
          }
          continue;
        }
        line(row, columns).ifPresent(lines::add);
        if (lines.size() > MOST_ROWS) {
          throw new UnreadableException("too-many");
        }
      }
    }
    if (columns.isEmpty() || lines.isEmpty()) {
      throw new UnreadableException(columns.isEmpty() ? "no-heading" : "empty");
    }
    return lines;
  }

  private static Map<Integer, Column> heading(Row row) {
    Map<Integer, Column> columns = new LinkedHashMap<>();
    for (Cell cell : row) {
      if (cell != null && cell.getColumnIndex() < MOST_COLUMNS) {
        Column.find(text(cell))
            .filter(column -> !columns.containsValue(column))
            .ifPresent(column -> columns.put(cell.getColumnIndex(), column));
      }
    }
    boolean whole = columns.containsValue(Column.ACCOUNT) && columns.containsValue(Column.NAME);
    return whole ? columns : Map.of();
  }

  private static Optional<Line> line(Row row, Map<Integer, Column> columns) {
    Map<Column, String> cells = new LinkedHashMap<>();
    Map<Column, String> letters = new LinkedHashMap<>();
    columns.forEach(
        (place, column) -> {
          letters.put(column, letter(place));
          String text = row.hasCell(place) ? text(row.getCell(place)) : "";
          if (!text.isEmpty()) {
            cells.put(column, text);
          }
        });
    return cells.isEmpty()
        ? Optional.empty()
        : Optional.of(new Line(row.getRowNum(), cells, letters));
  }

  private static String letter(int place) {
    String last = String.valueOf((char) ('A' + place % 26));
    return place < 26 ? last : letter(place / 26 - 1) + last;
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER && JsonText.isInRange(cell.asNumber())) {
      return cell.asNumber().stripTrailingZeros().toPlainString();
    }
    String text = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
    return text == null ? "" : text.replaceAll("[\\s\u00A0]+", " ").strip();
  }
}
