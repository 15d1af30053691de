package cn.anxun.server.bench;

import cn.anxun.server.report.xlsx.StreamedWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * The cells of a workbook's first sheet, held in memory, which fastexcel alone writes again as they
 * were: a text as a text, a number as a number, a day as a day, each with its format. It does so as
 * quickly as the library lets it: formats are set at once for cells of a column that stand below
 * each other, and rows are flushed as often as {@link StreamedWorkbook} does.
 */
record RawWorkbook(List<List<Content>> rows) {
  /**
   * A cell.
   *
   * @param value a String, BigDecimal or LocalDate
   * @param format "" for none
   */
  record Content(Object value, String format) {
    private static final Content EMPTY = new Content("", "");
  }

  static RawWorkbook read(Path file) throws IOException {
    List<List<Content>> rows = new ArrayList<>();
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        Stream<Row> read = workbook.getFirstSheet().openStream()) {
      read.forEach(row -> rows.add(row.stream().map(RawWorkbook::content).toList()));
    }
    return new RawWorkbook(rows);
  }

  /** How many rows the first sheet has. */
  static long count(Path file) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<Row> read = workbook.getFirstSheet().openStream()) {
      return read.count();
    }
  }

  private static Content content(Cell cell) {
    if (cell == null) {
      return Content.EMPTY;
    }
    String given = cell.getDataFormatString();
    String format = given == null || given.equals("General") ? "" : given;
    if (cell.getType() != CellType.NUMBER) {
      return new Content(cell.getText(), format);
    }
    Object value = format.isEmpty() ? cell.asNumber() : cell.asDate().toLocalDate();
    return new Content(value, format);
  }

  /** Writes them. */
  void write(OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "anxun", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("raw");
      for (int from = 0; from < rows.size(); from += StreamedWorkbook.FLUSH_ROWS) {
        int until = Math.min(from + StreamedWorkbook.FLUSH_ROWS, rows.size());
        values(sheet, from, until);
        formats(sheet, from, until);
        sheet.flush();
      }
      sheet.finish();
    }
  }

  private void values(Worksheet sheet, int from, int until) {
    for (int row = from; row < until; row++) {
      List<Content> cells = rows.get(row);
      for (int column = 0; column < cells.size(); column++) {
        Object value = cells.get(column).value();
        if (value instanceof BigDecimal number) {
          sheet.value(row, column, number);
        } else if (value instanceof LocalDate day) {
          sheet.value(row, column, day);
        } else if (value instanceof String text && !text.isEmpty()) {
          sheet.inlineString(row, column, text);
        }
      }
    }
  }

  private void formats(Worksheet sheet, int from, int until) {
    int columns = rows.subList(from, until).stream().mapToInt(List::size).max().orElse(0);
    for (int column = 0; column < columns; column++) {
      int row = from;
      while (row < until) {
        String format = format(row, column);
        int first = row;
        do {
          row++;
        } while (row < until && format(row, column).equals(format));
        if (!format.isEmpty()) {
          sheet.range(first, column, row - 1, column).style().format(format).set();
        }
      }
    }
  }

  private String format(int row, int column) {
    List<Content> cells = rows.get(row);
    return column < cells.size() ? cells.get(column).format() : "";
  }
}
