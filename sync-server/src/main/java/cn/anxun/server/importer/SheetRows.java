package cn.anxun.server.importer;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The rows of a ledger, read one by one. The heading is the first of the first rows that names a
 * required column and one more; what stands above it is a title.
 */
final class SheetRows {
  static final int MOST_ROWS = 200_000;
  private static final int MOST_COLUMNS = 200;
  private static final int HEADING_WITHIN = 20;

  /**
   * The heading found.
   *
   * @param columns by their place in the sheet, from 0
   * @param written the headings as written, by place
   * @param ignored headings that mean nothing here
   */
  record Found(
      String sheet,
      int row,
      Map<Integer, ImportColumn> columns,
      Map<Integer, String> written,
      List<String> ignored,
      boolean date1904) {}

  /** A row with its cells by the columns' keys; none is empty. */
  record RawRow(int number, Map<String, RawCell> cells) {}

  /**
   * A cell as the file holds it.
   *
   * @param letter of its column
   * @param number whether the file holds it as a number
   * @param error whether its formula has failed
   */
  record RawCell(String letter, String heading, String text, boolean number, boolean error) {}

  /** Takes each row. */
  interface Each {
    void row(RawRow row);
  }

  private final Path file;
  private final ImportKind kind;
  private final Map<String, ImportColumn> byHeading = new HashMap<>();

  SheetRows(Path file, ImportKind kind) {
    this.file = file;
    this.kind = kind;
    for (ImportColumn column : kind.columns()) {
      column.aliases().forEach(alias -> byHeading.putIfAbsent(Heading.normal(alias), column));
    }
    for (ImportColumn column : kind.columns()) {
      byHeading.put(Heading.normal(column.heading()), column);
    }
  }

  /** Finds the heading on this sheet, or on the first sheet that has one. */
  Found find(Optional<String> sheetName) throws IOException, ImportException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      List<String> names = new ArrayList<>();
      for (Sheet sheet : workbook.getSheets().toList()) {
        names.add(sheet.getName());
        if (sheetName.isEmpty() || sheetName.get().equals(sheet.getName())) {
          Optional<Found> found = heading(sheet, workbook.isDate1904());
          if (found.isPresent()) {
            requireComplete(found.get());
            return found.get();
          }
        }
      }
      if (sheetName.isPresent() && !names.contains(sheetName.get())) {
        throw new ImportException("import.no-sheet", sheetName.get(), String.join("、", names));
      }
      throw new ImportException("import.no-heading", kind.label(), required());
    } catch (ExcelReaderException e) {
      throw new ImportException("import.broken", String.valueOf(e.getMessage()));
    }
  }

  private String required() {
    return String.join(
        "、",
        kind.columns().stream().filter(ImportColumn::required).map(ImportColumn::heading).toList());
  }

  private Optional<Found> heading(Sheet sheet, boolean date1904)
      throws IOException, ImportException {
    try (Stream<Row> rows = sheet.openStream()) {
      Iterator<Row> first = rows.limit(HEADING_WITHIN).iterator();
      while (first.hasNext()) {
        Row row = first.next();
        Found found = read(sheet.getName(), row, date1904);
        boolean required = found.columns().values().stream().anyMatch(ImportColumn::required);
        if (required && found.columns().size() >= 2) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  private Found read(String sheet, Row row, boolean date1904) throws ImportException {
    Map<Integer, ImportColumn> columns = new LinkedHashMap<>();
    Map<Integer, String> written = new HashMap<>();
    List<String> ignored = new ArrayList<>();
    for (Cell cell : row) {
      String text = cell == null ? "" : text(cell);
      if (text.isEmpty() || cell.getColumnIndex() >= MOST_COLUMNS) {
        continue;
      }
      ImportColumn column = byHeading.get(Heading.normal(text));
      if (column == null) {
        ignored.add(text);
      } else if (columns.containsValue(column)) {
        ignored.add(text);
      } else {
        columns.put(cell.getColumnIndex(), column);
        written.put(cell.getColumnIndex(), text);
      }
    }
    return new Found(sheet, row.getRowNum(), columns, written, ignored, date1904);
  }

  private void requireComplete(Found found) throws ImportException {
    List<String> missing =
        kind.columns().stream()
            .filter(column -> column.required() && !found.columns().containsValue(column))
            .map(ImportColumn::heading)
            .toList();
    if (!missing.isEmpty()) {
      throw new ImportException(
          "import.missing-columns",
          found.sheet(),
          String.valueOf(found.row()),
          String.join("、", missing));
    }
  }

  /** Shows each row under the heading; empty rows are passed over. */
  void each(Found found, Each each) throws IOException, ImportException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      Optional<Sheet> sheet = workbook.findSheet(found.sheet());
      if (sheet.isEmpty()) {
        throw new ImportException("import.broken", found.sheet());
      }
      int count = 0;
      try (Stream<Row> rows = sheet.get().openStream()) {
        for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
          Row row = all.next();
          Map<String, RawCell> cells = row.getRowNum() > found.row() ? cells(found, row) : Map.of();
          if (cells.isEmpty()) {
            continue;
          }
          if (++count > MOST_ROWS) {
            throw new ImportException("import.too-many-rows", String.valueOf(MOST_ROWS));
          }
          each.row(new RawRow(row.getRowNum(), cells));
        }
      }
    } catch (ExcelReaderException e) {
      throw new ImportException("import.broken", String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, RawCell> cells(Found found, Row row) {
    Map<String, RawCell> cells = new LinkedHashMap<>();
    found
        .columns()
        .forEach(
            (place, column) -> {
              Cell cell = row.hasCell(place) ? row.getCell(place) : null;
              String text = cell == null ? "" : text(cell);
              if (cell != null && !text.isEmpty()) {
                cells.put(
                    column.key(),
                    new RawCell(
                        letter(place),
                        found.written().getOrDefault(place, column.heading()),
                        text,
                        isNumber(cell),
                        cell.getType() == CellType.ERROR));
              }
            });
    return cells;
  }

  private static boolean isNumber(Cell cell) {
    return cell.getType() == CellType.NUMBER
        || (cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal);
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      return cell.asNumber().stripTrailingZeros().toPlainString();
    }
    String text = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
    return text == null ? "" : text.replace('\u00A0', ' ').strip();
  }

  /** The letter of a column, from 0. */
  static String letter(int place) {
    StringBuilder letters = new StringBuilder();
    for (int left = place + 1; left > 0; left = (left - 1) / 26) {
      letters.insert(0, (char) ('A' + (left - 1) % 26));
    }
    return letters.toString();
  }
}
