package cn.anxun.server.importer;

import cn.anxun.core.json.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
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
   * A row with its cells by the columns' keys; none is empty.
   *
   * @param whole all of it
   */
  record RawRow(int number, Map<String, RawCell> cells, Row whole) {}

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

    /** A row that is no record: a title, the heading. */
    default void above(Row row) {}
  }

  private final Path file;
  private final ImportKind kind;
  private final Map<String, String> chosen;
  private final Map<String, ImportColumn> byHeading = new HashMap<>();

  /**
   * Reads this file.
   *
   * @param chosen what somebody said that headings mean: the key of a column, or "", by {@link
   *     Heading#key}; goes before what they say
   */
  SheetRows(Path file, ImportKind kind, Map<String, String> chosen) {
    this.file = file;
    this.kind = kind;
    this.chosen = Map.copyOf(chosen);
    for (ImportColumn column : kind.columns()) {
      column.aliases().forEach(alias -> byHeading.putIfAbsent(Heading.normal(alias), column));
    }
    for (ImportColumn column : kind.columns()) {
      byHeading.put(Heading.normal(column.heading()), column);
    }
  }

  /** Finds the heading, which must name every required column. */
  FoundHeading find(SheetChoice choice) throws IOException, ImportException {
    FoundHeading found = look(choice);
    List<ImportColumn> missing = found.missing(kind);
    if (!missing.isEmpty() && !found.isHeading()) {
      throw new ImportException("import.no-heading", kind.label(), required());
    }
    if (!missing.isEmpty()) {
      throw new ImportException(
          "import.missing-columns",
          found.sheet(),
          String.valueOf(found.row()),
          String.join("、", missing.stream().map(ImportColumn::heading).toList()));
    }
    return found;
  }

  /** Finds the heading; where there is none, the row that is most like one. */
  FoundHeading look(SheetChoice choice) throws IOException, ImportException {
    try (WorkbookRows workbook = WorkbookRows.open(file, false)) {
      List<Sheet> sheets = workbook.sheets();
      List<String> names = sheets.stream().map(Sheet::getName).toList();
      Optional<String> wanted = choice.sheet();
      if (wanted.isPresent() && !names.contains(wanted.get())) {
        throw new ImportException("import.no-sheet", wanted.get(), String.join("、", names));
      }
      Optional<FoundHeading> best = Optional.empty();
      for (Sheet sheet : sheets) {
        if (wanted.isEmpty() || wanted.get().equals(sheet.getName())) {
          for (FoundHeading found : headings(workbook, sheet, names, choice.headingRow())) {
            if (found.isHeading()) {
              return found;
            }
            best =
                best.filter(other -> likeness(other) >= likeness(found))
                    .or(() -> Optional.of(found));
          }
        }
      }
      return best.orElseThrow(() -> new ImportException("import.empty"));
    }
  }

  private static int likeness(FoundHeading found) {
    return found.columns().size() * MOST_COLUMNS + found.written().size();
  }

  private String required() {
    return String.join(
        "、",
        kind.columns().stream().filter(ImportColumn::required).map(ImportColumn::heading).toList());
  }

  /** The first rows, each as a heading. */
  private List<FoundHeading> headings(
      WorkbookRows workbook, Sheet sheet, List<String> names, int headingRow)
      throws ImportException {
    List<Row> first = new ArrayList<>();
    try (WorkbookRows.Cursor rows = workbook.rows(sheet)) {
      for (Optional<Row> row = rows.next();
          row.isPresent() && first.size() < HEADING_WITHIN;
          row = rows.next()) {
        if (!first.isEmpty() || row.get().getRowNum() >= headingRow) {
          first.add(row.get());
        }
      }
    }
    List<FoundHeading> headings = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      Row row = first.get(i);
      Map<Integer, String> written = texts(row);
      if (!written.isEmpty() && (headingRow == 0 || row.getRowNum() == headingRow)) {
        headings.add(
            new FoundHeading(
                names,
                sheet.getName(),
                row.getRowNum(),
                columns(written),
                written,
                i + 1 < first.size() ? texts(first.get(i + 1)) : Map.of(),
                workbook.isDate1904()));
      }
    }
    return headings;
  }

  /** As they are shown. */
  private static Map<Integer, String> texts(Row row) {
    Map<Integer, String> texts = new LinkedHashMap<>();
    for (Cell cell : row) {
      String text = cell == null ? "" : EscapedZero.strip(text(cell));
      if (!text.isEmpty()
          && cell.getColumnIndex() < MOST_COLUMNS
          && !ReasonedCopy.isReasons(text)) {
        texts.put(cell.getColumnIndex(), text);
      }
    }
    return texts;
  }

  /** What somebody chose first, then what headings say. */
  private Map<Integer, ImportColumn> columns(Map<Integer, String> written) {
    Map<Integer, ImportColumn> columns = new TreeMap<>();
    written.forEach(
        (place, heading) ->
            Optional.ofNullable(chosen.get(Heading.key(heading)))
                .flatMap(kind::column)
                .filter(column -> !columns.containsValue(column))
                .ifPresent(column -> columns.put(place, column)));
    written.forEach(
        (place, heading) -> {
          ImportColumn column = byHeading.get(Heading.normal(heading));
          if (column != null
              && !chosen.containsKey(Heading.key(heading))
              && !columns.containsValue(column)) {
            columns.put(place, column);
          }
        });
    return columns;
  }

  /** Shows each row; empty rows are passed over. */
  void each(FoundHeading found, Each each) throws IOException, ImportException {
    try (WorkbookRows workbook = WorkbookRows.open(file, true)) {
      Sheet sheet =
          workbook.sheets().stream()
              .filter(one -> one.getName().equals(found.sheet()))
              .findFirst()
              .orElseThrow(() -> new ImportException("import.broken"));
      int count = 0;
      try (WorkbookRows.Cursor rows = workbook.rows(sheet)) {
        for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
          Row row = next.get();
          if (row.getRowNum() <= found.row()) {
            each.above(row);
            continue;
          }
          Map<String, RawCell> cells = cells(found, row);
          if (cells.isEmpty()) {
            continue;
          }
          if (++count > MOST_ROWS) {
            throw new ImportException("import.too-many-rows", String.valueOf(MOST_ROWS));
          }
          each.row(new RawRow(row.getRowNum(), cells, row));
        }
      }
    }
  }

  private static Map<String, RawCell> cells(FoundHeading found, Row row) {
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

  /** A cell as text, without what stands around it; a number out of range as the file says it. */
  static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER && JsonText.isInRange(cell.asNumber())) {
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
