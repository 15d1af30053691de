package cn.anxun.server.report.form;

import cn.anxun.server.report.PrintedTable;
import cn.anxun.server.report.TextMeasure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A plain table: one heading row, then rows of texts; short ones are centred, numbers are numbers. */
final class Listing {
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,4})?");

  private Listing() {}

  static PrintedTable table(List<Integer> widths, List<String> heads, List<List<String>> rows) {
    List<PrintedTable.Cell> cells = new ArrayList<>();
    for (int column = 0; column < heads.size(); column++) {
      cells.add(cell(0, column, heads.get(column), PrintedTable.Style.LABEL));
    }
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < heads.size(); column++) {
        String text = rows.get(row).get(column);
        boolean fits = TextMeasure.width(text) <= widths.get(column) / 2;
        PrintedTable.Style style = fits ? PrintedTable.Style.VALUE : PrintedTable.Style.TEXT;
        cells.add(cell(row + 1, column, text, style));
      }
    }
    return new PrintedTable(widths, rows.size() + 1, 0, cells);
  }

  private static PrintedTable.Cell cell(
      int row, int column, String text, PrintedTable.Style style) {
    Optional<BigDecimal> number =
        NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    return new PrintedTable.Cell(row, column, 1, 1, text, number, style);
  }
}
