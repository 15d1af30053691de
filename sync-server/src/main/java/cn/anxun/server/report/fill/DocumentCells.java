package cn.anxun.server.report.fill;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Where the cells of a document's outermost tables and the paragraphs outside of tables stand in
 * its body. Ties name them as cells of a sheet: the paragraphs are column A of {@link #TEXT}, a row
 * each; the tables are {@code 表1}, {@code 表2}, … with their columns by letters.
 */
final class DocumentCells {
  static final String TEXT = "正文";
  static final String TABLE = "表";

  /**
   * A cell, or a paragraph.
   *
   * @param from where its element starts, {@code until} just after it
   * @param columns over how many columns it goes
   * @param continued whether it is covered by the cell above
   */
  record Place(
      String sheet,
      CellReference cell,
      int from,
      int until,
      int columns,
      boolean continued,
      String text) {}

  private final String xml;
  private final String prefix;
  private final List<Place> places = new ArrayList<>();
  private final List<List<Integer>> widths = new ArrayList<>();
  private int paragraphs;

  private DocumentCells(String xml, String prefix) {
    this.xml = xml;
    this.prefix = prefix;
  }

  static DocumentCells of(String part, String xml) throws FillException {
    DocumentCells cells = new DocumentCells(xml, DocxParagraphs.prefix(part, xml));
    cells.read();
    return cells;
  }

  List<Place> places() {
    return places;
  }

  /** The widths of the columns of a table, from 0, in half-width characters. */
  List<Integer> widths(int table) {
    return widths.get(table);
  }

  int tables() {
    return widths.size();
  }

  Optional<Place> find(String sheet, CellReference cell) {
    return places.stream()
        .filter(place -> place.sheet().equals(sheet) && place.cell().equals(cell))
        .findFirst();
  }

  private void read() {
    XmlCursor cursor = new XmlCursor(xml);
    while (cursor.next()) {
      if (cursor.isStart(prefix + "tbl")) {
        table(cursor);
      } else if (cursor.isStart(prefix + "p")) {
        int from = cursor.from();
        String text = text(cursor, "p");
        paragraphs++;
        places.add(
            new Place(
                TEXT, new CellReference(paragraphs, 1), from, cursor.until(), 1, false, text));
      }
    }
  }

  private void table(XmlCursor cursor) {
    String sheet = TABLE + (widths.size() + 1);
    List<Integer> columns = new ArrayList<>();
    widths.add(columns);
    int row = 0;
    int column = 1;
    int depth = cursor.isSelfClosing() ? 0 : 1;
    while (depth > 0 && cursor.next()) {
      if (cursor.isStart(prefix + "gridCol")) {
        columns.add(Math.max(1, CellFormats.integer(cursor.attribute(prefix + "w")) / 110));
      } else if (cursor.isStart(prefix + "tr") && !cursor.isSelfClosing()) {
        row++;
        column = 1;
      } else if (cursor.isStart(prefix + "gridBefore")) {
        column += number(cursor);
      } else if (cursor.isStart(prefix + "tc") && !cursor.isSelfClosing()) {
        Place place = cell(cursor, sheet, new CellReference(Math.max(row, 1), column));
        places.add(place);
        column += place.columns();
      } else if (cursor.isEnd(prefix + "tbl")) {
        depth--;
      }
    }
  }

  private int number(XmlCursor cursor) {
    return Math.min(Math.max(CellFormats.integer(cursor.attribute(prefix + "val")), 0), 60);
  }

  /** Reads a cell; what stands in tables within it is passed over. */
  private Place cell(XmlCursor cursor, String sheet, CellReference reference) {
    int from = cursor.from();
    int columns = 1;
    boolean continued = false;
    StringBuilder text = new StringBuilder();
    while (cursor.next() && !cursor.isEnd(prefix + "tc")) {
      if (cursor.isStart(prefix + "tbl")) {
        cursor.skipElement();
      } else if (cursor.isStart(prefix + "gridSpan")) {
        columns = Math.max(1, number(cursor));
      } else if (cursor.isStart(prefix + "vMerge")) {
        continued = !"restart".equals(cursor.attribute(prefix + "val"));
      } else if (cursor.isStart(prefix + "p")) {
        String line = text(cursor, "p");
        text.append(text.length() > 0 ? "\n" : "").append(line);
      }
    }
    return new Place(
        sheet, reference, from, cursor.until(), columns, continued, text.toString().strip());
  }

  /** The text up to the end of the element on which the cursor stands, boxes in it among it. */
  private String text(XmlCursor cursor, String element) {
    StringBuilder text = new StringBuilder();
    Deque<Boolean> inText = new ArrayDeque<>();
    int depth = cursor.isSelfClosing() ? 0 : 1;
    while (depth > 0 && cursor.next()) {
      if (cursor.isStart(prefix + element) && !cursor.isSelfClosing()) {
        depth++;
      } else if (cursor.isEnd(prefix + element)) {
        depth--;
      } else if (cursor.isStart(prefix + "t") && !cursor.isSelfClosing()) {
        inText.push(true);
      } else if (cursor.isEnd(prefix + "t")) {
        inText.pop();
      } else if (!inText.isEmpty()
          && (cursor.token() == XmlCursor.Token.TEXT || cursor.token() == XmlCursor.Token.CDATA)) {
        text.append(cursor.text());
      }
    }
    return text.toString();
  }
}
