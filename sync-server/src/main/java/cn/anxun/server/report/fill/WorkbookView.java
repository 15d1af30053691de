package cn.anxun.server.report.fill;

import cn.anxun.server.report.fill.TemplateView.Cell;
import cn.anxun.server.report.fill.TemplateView.Row;
import cn.anxun.server.report.fill.TemplateView.Sheet;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sheets of a workbook as a person sees them. */
final class WorkbookView {
  private static final int MOST_ROWS = 400;
  private static final int MOST_COLUMNS = 60;
  private static final int MOST_SHEETS = 30;
  private static final int MOST_MERGES = 2_000;
  private static final int USUAL_WIDTH = 9;

  private final Workbook workbook;
  private final List<String> strings;
  private final String xml;
  private final String prefix;
  private final TreeMap<CellReference, Cell> cells = new TreeMap<>();
  private final Map<Integer, Integer> widths = new HashMap<>();
  private final List<CellReference[]> merges = new ArrayList<>();
  private int lastRow;
  private int lastColumn;
  private boolean more;

  private WorkbookView(Workbook workbook, List<String> strings, String xml, String prefix) {
    this.workbook = workbook;
    this.strings = strings;
    this.xml = xml;
    this.prefix = prefix;
  }

  static List<Sheet> read(OfficeFile file, String part) throws IOException, FillException {
    Workbook workbook = Workbook.read(file, part);
    List<String> strings =
        workbook.stringsPart().isEmpty()
            ? List.of()
            : strings(file.xml(workbook.stringsPart()), workbook.stringsPrefix());
    List<Sheet> sheets = new ArrayList<>();
    for (Workbook.Sheet sheet : workbook.sheets()) {
      String xml = file.xml(sheet.part());
      Optional<String> prefix = XmlText.prefix(xml, Workbook.NAMESPACES);
      if (prefix.isPresent() && sheets.size() < MOST_SHEETS) {
        sheets.add(new WorkbookView(workbook, strings, xml, prefix.get()).sheet(sheet.name()));
      }
    }
    return sheets;
  }

  private static List<String> strings(String xml, String prefix) {
    List<String> strings = new ArrayList<>();
    XmlCursor cursor = new XmlCursor(xml);
    while (cursor.next()) {
      if (cursor.isStart(prefix + "si")) {
        strings.add(
            cursor.isSelfClosing() ? "" : SharedStrings.read(xml, cursor, prefix, "si").text());
      }
    }
    return strings;
  }

  private Sheet sheet(String name) {
    XmlCursor cursor = new XmlCursor(xml);
    int row = 0;
    int column = 0;
    while (cursor.next()) {
      if (cursor.isStart(prefix + "col")) {
        width(cursor);
      } else if (cursor.isStart(prefix + "row")) {
        int number = CellFormats.integer(cursor.attribute("r"));
        row = number > 0 ? number : row + 1;
        column = 0;
      } else if (cursor.isStart(prefix + "c")) {
        CellReference next = new CellReference(Math.max(row, 1), column + 1);
        CellReference place =
            Optional.ofNullable(cursor.attribute("r")).flatMap(CellReference::parse).orElse(next);
        column = place.column();
        cell(cursor, place);
      } else if (cursor.isStart(prefix + "mergeCell")) {
        merge(String.valueOf(cursor.attribute("ref")));
      }
    }
    return new Sheet(name, widths(), rows(), more);
  }

  private void width(XmlCursor cursor) {
    int until = Math.min(CellFormats.integer(cursor.attribute("max")), MOST_COLUMNS);
    boolean hidden =
        "1".equals(cursor.attribute("hidden")) || "true".equals(cursor.attribute("hidden"));
    for (int i = Math.max(1, CellFormats.integer(cursor.attribute("min"))); i <= until; i++) {
      widths.put(i, hidden ? 1 : whole(cursor.attribute("width")));
    }
  }

  private static int whole(@Nullable String number) {
    return number != null && number.matches("\\d{1,3}(\\.\\d*)?")
        ? (int) Math.round(Double.parseDouble(number))
        : USUAL_WIDTH;
  }

  private void cell(XmlCursor cursor, CellReference place) {
    boolean isBoolean = "b".equals(cursor.attribute("t"));
    SheetCell read = SheetCell.read(xml, cursor, prefix, place);
    if (isBeyond(place)) {
      more = true;
      return;
    }
    String text =
        read.shared()
            .map(index -> index >= 0 && index < strings.size() ? strings.get(index) : "")
            .orElseGet(() -> read.inline().map(SharedStrings.Rich::text).orElse(""));
    boolean isNumber = read.shared().isEmpty() && !isBoolean;
    cells.put(
        place,
        new Cell(
            place.toString(), isNumber ? shown(text, read.style()) : text, 1, 1, read.formula()));
    reach(place);
  }

  private boolean isBeyond(CellReference place) {
    return place.row() > MOST_ROWS || place.column() > MOST_COLUMNS;
  }

  private void reach(CellReference place) {
    lastRow = Math.max(lastRow, place.row());
    lastColumn = Math.max(lastColumn, place.column());
  }

  /** A percentage as people see it; other numbers as they are kept. */
  private String shown(String text, int style) {
    boolean isPercent = workbook.formats().of(style) == CellFormats.Format.PERCENT;
    return isPercent && text.matches("-?\\d{1,15}(\\.\\d{1,20})?")
        ? new BigDecimal(text).movePointRight(2).stripTrailingZeros().toPlainString() + "%"
        : text;
  }

  private void merge(String range) {
    String[] corners = range.split(":", -1);
    Optional<CellReference> first = CellReference.parse(corners[0]);
    Optional<CellReference> last = CellReference.parse(corners[corners.length - 1]);
    boolean isArea =
        first.isPresent()
            && last.isPresent()
            && last.get().row() >= first.get().row()
            && last.get().column() >= first.get().column();
    more |= merges.size() >= MOST_MERGES;
    if (!isArea || isBeyond(first.orElseThrow()) || merges.size() >= MOST_MERGES) {
      return;
    }
    CellReference end = last.orElseThrow();
    CellReference shown =
        new CellReference(Math.min(end.row(), MOST_ROWS), Math.min(end.column(), MOST_COLUMNS));
    merges.add(new CellReference[] {first.orElseThrow(), shown});
    reach(shown);
  }

  private List<Integer> widths() {
    List<Integer> all = new ArrayList<>();
    for (int i = 1; i <= lastColumn; i++) {
      all.add(widths.getOrDefault(i, USUAL_WIDTH));
    }
    return all;
  }

  private List<Row> rows() {
    boolean[][] covered = new boolean[lastRow + 1][lastColumn + 1];
    Map<CellReference, CellReference> ends = new HashMap<>();
    for (CellReference[] merge : merges) {
      ends.put(merge[0], merge[1]);
      for (int row = merge[0].row(); row <= merge[1].row(); row++) {
        for (int column = merge[0].column(); column <= merge[1].column(); column++) {
          covered[row][column] = true;
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int row = 1; row <= lastRow; row++) {
      List<Cell> shown = new ArrayList<>();
      for (int column = 1; column <= lastColumn; column++) {
        CellReference place = new CellReference(row, column);
        CellReference end = ends.get(place);
        if (end != null || !covered[row][column]) {
          shown.add(spanned(place, end == null ? place : end));
        }
      }
      rows.add(new Row(row, shown));
    }
    return rows;
  }

  private Cell spanned(CellReference from, CellReference until) {
    Cell cell = cells.getOrDefault(from, new Cell(from.toString(), "", 1, 1, false));
    return new Cell(
        cell.place(),
        cell.text(),
        until.column() - from.column() + 1,
        until.row() - from.row() + 1,
        cell.computed());
  }
}
