package cn.anxun.server.report.fill;

import cn.anxun.server.report.Placeholders;
import cn.anxun.server.report.Value;
import cn.anxun.server.report.fill.FillProblem.Reason;
import cn.anxun.server.report.fill.XmlText.Edit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Fills one sheet of a workbook: only the elements of the filled cells change. */
final class SheetFiller {
  private final Workbook workbook;
  private final Workbook.Sheet sheet;
  private final String xml;
  private final String prefix;
  private final FillLog log;
  private final TreeMap<CellReference, Tie> ties = new TreeMap<>();
  private final Map<Integer, Integer> columnStyles = new HashMap<>();
  private final List<Edit> edits = new ArrayList<>();
  private final List<CellReference> formulas = new ArrayList<>();
  private int row;
  private int column;
  private int rowStyle;

  SheetFiller(Workbook workbook, Workbook.Sheet sheet, String xml, FillLog log)
      throws FillException {
    this.workbook = workbook;
    this.sheet = sheet;
    this.xml = xml;
    this.prefix = Workbook.prefix(sheet.part(), xml);
    this.log = log;
  }

  void tie(CellReference cell, Tie tie) {
    if (ties.putIfAbsent(cell, tie) != null) {
      log.problem(Reason.BAD_TIE, tie.place());
    }
  }

  /** The cells that compute, as a person finds them. */
  List<CellReference> formulas() {
    return formulas;
  }

  /** The sheet with its cells filled. */
  String fill() {
    refuseHiddenTies();
    XmlCursor cursor = new XmlCursor(xml);
    while (cursor.next()) {
      if (cursor.token() == XmlCursor.Token.START) {
        start(cursor);
      } else if (cursor.isEnd(prefix + "row")) {
        insertCells(cursor.from(), Integer.MAX_VALUE);
      } else if (cursor.isEnd(prefix + "sheetData")) {
        insertRows(cursor.from(), Integer.MAX_VALUE);
      } else if (cursor.token() == XmlCursor.Token.TEXT
          && Placeholders.suspectedIn(cursor.text())) {
        log.problem(Reason.UNREACHABLE, sheet.name(), sheet.part());
      }
    }
    return XmlText.apply(xml, edits);
  }

  private void start(XmlCursor cursor) {
    if (cursor.isStart(prefix + "col")) {
      int until = Math.min(CellFormats.integer(cursor.attribute("max")), 16_384);
      for (int i = CellFormats.integer(cursor.attribute("min")); i <= until; i++) {
        columnStyles.put(i, CellFormats.integer(cursor.attribute("style")));
      }
    } else if (cursor.isStart(prefix + "sheetData") && cursor.isSelfClosing()) {
      expand(cursor, "sheetData", () -> rows(Integer.MAX_VALUE));
    } else if (cursor.isStart(prefix + "row")) {
      startRow(cursor);
    } else if (cursor.isStart(prefix + "c")) {
      cell(cursor);
    }
  }

  private void startRow(XmlCursor cursor) {
    int number = CellFormats.integer(cursor.attribute("r"));
    row = number > 0 ? number : row + 1;
    column = 0;
    boolean styled =
        "1".equals(cursor.attribute("customFormat"))
            || "true".equals(cursor.attribute("customFormat"));
    rowStyle = styled ? CellFormats.integer(cursor.attribute("s")) : 0;
    insertRows(cursor.from(), row);
    if (cursor.isSelfClosing()) {
      expand(cursor, "row", () -> cells(Integer.MAX_VALUE));
    }
  }

  private void expand(XmlCursor cursor, String element, Supplier<String> inner) {
    String content = inner.get();
    if (!content.isEmpty()) {
      String tag = xml.substring(cursor.from(), cursor.until() - 2).stripTrailing();
      String whole = tag + ">" + content + "</" + prefix + element + ">";
      edits.add(new Edit(cursor.from(), cursor.until(), whole));
    }
  }

  private void cell(XmlCursor cursor) {
    String reference = cursor.attribute("r");
    CellReference place =
        Optional.ofNullable(reference)
            .flatMap(CellReference::parse)
            .orElse(new CellReference(Math.max(row, 1), column + 1));
    column = place.column();
    insertCells(cursor.from(), column);
    SheetCell cell = SheetCell.read(xml, cursor, prefix, place);
    if (cell.formula()) {
      formulas.add(place);
    }
    Tie tie = ties.remove(place);
    if (tie == null) {
      cell.text(workbook.strings())
          .filter(text -> Placeholders.suspectedIn(text.text()))
          .ifPresent(text -> placeholders(cell, text));
    } else if (cell.formula()) {
      log.problem(Reason.FORMULA, tie.place());
    } else {
      log.tied(tie.place(), tie.value())
          .ifPresent(value -> edits.add(new Edit(cell.from(), cell.until(), element(cell, value))));
    }
  }

  private void placeholders(SheetCell cell, SharedStrings.Rich text) {
    String where = sheet.name() + "!" + cell.place();
    if (cell.formula()) {
      log.problem(Reason.FORMULA, where);
      return;
    }
    List<Placeholders.Span> spans = Placeholders.find(text.text());
    if (spans.isEmpty()) {
      log.problem(Reason.UNKNOWN_PLACEHOLDER, where, text.text(), "");
      return;
    }
    String stripped = text.text().strip();
    Map<String, Value> found = new HashMap<>();
    for (Placeholders.Span span : spans) {
      Optional<Value> value = log.placeholder(where, span.name());
      if (value.isEmpty()) {
        return;
      }
      found.put(span.name(), value.get());
    }
    boolean alone =
        spans.size() == 1 && stripped.length() == spans.get(0).until() - spans.get(0).from();
    Value only = found.get(spans.get(0).name());
    Optional<BigDecimal> number =
        alone && only != null ? number(only, cell.style()) : Optional.empty();
    String element =
        number.isPresent()
            ? numberElement(cell.tagOfType(""), number.get())
            : textElement(cell.tagOfType("inlineStr"), inner(cell, text, found));
    edits.add(new Edit(cell.from(), cell.until(), element));
  }

  /** The text's runs with the values in them, each in its look. */
  private String inner(SheetCell cell, SharedStrings.Rich text, Map<String, Value> found) {
    boolean foreign = cell.shared().isPresent() && !workbook.stringsPrefix().equals(prefix);
    if (foreign || text.inner().isEmpty()) {
      return CellContent.textElement(
          prefix, Placeholders.expand(text.text(), name -> text(found, name)));
    }
    TextRuns runs = new TextRuns(text.inner());
    XmlCursor cursor = new XmlCursor(text.inner());
    int tagFrom = 0;
    int tagUntil = 0;
    boolean inText = false;
    while (cursor.next()) {
      if (cursor.isStart(prefix + "t")) {
        tagFrom = cursor.from();
        tagUntil = cursor.until();
        inText = !cursor.isSelfClosing();
      } else if (cursor.isEnd(prefix + "t")) {
        inText = false;
      } else if (inText
          && (cursor.token() == XmlCursor.Token.TEXT || cursor.token() == XmlCursor.Token.CDATA)) {
        runs.add(tagFrom, tagUntil, cursor);
      }
    }
    return XmlText.apply(text.inner(), runs.fill(name -> CellContent.escape(text(found, name))));
  }

  private static String text(Map<String, Value> found, String name) {
    Value value = found.get(name);
    return value == null ? "" : value.text();
  }

  private Optional<BigDecimal> number(Value value, int style) {
    return CellContent.number(value, workbook.formats().of(style), workbook.date1904());
  }

  private String element(SheetCell cell, Value value) {
    return number(value, cell.style())
        .map(number -> numberElement(cell.tagOfType(""), number))
        .orElseGet(
            () ->
                textElement(
                    cell.tagOfType("inlineStr"), CellContent.textElement(prefix, value.text())));
  }

  private String numberElement(String tag, BigDecimal number) {
    String value = "<" + prefix + "v>" + number.toPlainString() + "</" + prefix + "v>";
    return tag + value + "</" + prefix + "c>";
  }

  private String textElement(String tag, String inner) {
    String content = "<" + prefix + "is>" + inner + "</" + prefix + "is>";
    return tag + content + "</" + prefix + "c>";
  }

  private void insertCells(int at, int before) {
    String cells = cells(before);
    if (!cells.isEmpty()) {
      edits.add(new Edit(at, at, cells));
    }
  }

  private void insertRows(int at, int before) {
    String rows = rows(before);
    if (!rows.isEmpty()) {
      edits.add(new Edit(at, at, rows));
    }
  }

  /** The tied cells of this row that the sheet does not have, left of a column. */
  private String cells(int beforeColumn) {
    StringBuilder cells = new StringBuilder();
    while (!ties.isEmpty()
        && ties.firstKey().row() == row
        && ties.firstKey().column() < beforeColumn) {
      cells.append(newCell(rowStyle));
    }
    return cells.toString();
  }

  private String rows(int beforeRow) {
    StringBuilder rows = new StringBuilder();
    while (!ties.isEmpty() && ties.firstKey().row() < beforeRow) {
      int number = ties.firstKey().row();
      rows.append("<").append(prefix).append("row r=\"").append(number).append("\">");
      while (!ties.isEmpty() && ties.firstKey().row() == number) {
        rows.append(newCell(0));
      }
      rows.append("</").append(prefix).append("row>");
    }
    return rows.toString();
  }

  private String newCell(int styleOfRow) {
    Map.Entry<CellReference, Tie> tied = ties.pollFirstEntry();
    CellReference place = tied.getKey();
    int style = styleOfRow != 0 ? styleOfRow : columnStyles.getOrDefault(place.column(), 0);
    String styled = style == 0 ? "" : " s=\"" + style + "\"";
    String tag = "<" + prefix + "c r=\"" + place + "\"" + styled + ">";
    SheetCell cell =
        new SheetCell(place, 0, 0, tag, style, false, Optional.empty(), Optional.empty());
    return log.tied(tied.getValue().place(), tied.getValue().value())
        .map(value -> element(cell, value))
        .orElse("");
  }

  /** A cell under a merged one would be filled and never seen. */
  private void refuseHiddenTies() {
    XmlCursor cursor = new XmlCursor(xml);
    while (!ties.isEmpty() && cursor.next()) {
      if (!cursor.isStart(prefix + "mergeCell")) {
        continue;
      }
      String[] corners = String.valueOf(cursor.attribute("ref")).split(":", -1);
      Optional<CellReference> first = CellReference.parse(corners[0]);
      Optional<CellReference> last = CellReference.parse(corners[corners.length - 1]);
      if (first.isPresent() && last.isPresent()) {
        refuseHiddenTies(first.get(), last.get());
      }
    }
  }

  private void refuseHiddenTies(CellReference first, CellReference last) {
    ties.keySet()
        .removeIf(
            cell -> {
              boolean hidden =
                  cell.row() >= first.row()
                      && cell.row() <= last.row()
                      && cell.column() >= first.column()
                      && cell.column() <= last.column()
                      && !cell.equals(first);
              if (hidden) {
                String place = sheet.name() + "!" + cell;
                log.problem(Reason.MERGED, place, first.toString());
              }
              return hidden;
            });
  }
}
