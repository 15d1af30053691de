package cn.anxun.server.report.form;

import cn.anxun.server.report.PrintedTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A plain table: one heading row, then rows of texts; those that are numbers are written as such.
 */
public final class Listing {
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,4})?");

  private Listing() {}

  /**
   * A column.
   *
   * @param width in half-width characters
   */
  public record Column(String head, int width, PrintedTable.Style style) {}

  /** The table; each row has a text for each column. */
  public static PrintedTable table(List<Column> columns, List<List<String>> rows) {
    List<PrintedTable.Cell> cells = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      cells.add(cell(0, column, columns.get(column).head(), PrintedTable.Style.LABEL));
    }
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        cells.add(cell(row + 1, column, rows.get(row).get(column), columns.get(column).style()));
      }
    }
    return new PrintedTable(
        columns.stream().map(Column::width).toList(), rows.size() + 1, 0, cells);
  }

  private static PrintedTable.Cell cell(
      int row, int column, String text, PrintedTable.Style style) {
    Optional<BigDecimal> number =
        NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    return new PrintedTable.Cell(row, column, 1, 1, text, number, style);
  }
}
