package cn.anxun.server.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table whose cells may span rows and columns; every place belongs to exactly one cell.
 *
 * @param widths of the columns, in half-width characters of the table's font
 * @param headerRow the row that is repeated on each further page, from 0
 * @param cells row by row, each at its upper left place
 */
public record PrintedTable(List<Integer> widths, int rows, int headerRow, List<Cell> cells) {
  public PrintedTable {
    widths = List.copyOf(widths);
    cells = List.copyOf(cells);
    requireCovered(widths.size(), rows, cells);
    if (headerRow < 0 || headerRow >= rows) {
      throw new IllegalArgumentException(
          "header row " + headerRow + " of a table of " + rows + " rows");
    }
  }

  /** How a cell looks. */
  public enum Style {
    /** A heading: centred. */
    LABEL,
    /** A short value: centred. */
    VALUE,
    /** Running text: from the left. */
    TEXT
  }

  /**
   * One cell.
   *
   * @param rows how many rows it spans, from 1
   * @param columns how many columns it spans, from 1
   * @param number the text as a number, where it is one
   */
  public record Cell(
      int row,
      int column,
      int rows,
      int columns,
      String text,
      Optional<BigDecimal> number,
      Style style) {
    public int lastRow() {
      return row + rows - 1;
    }

    public int lastColumn() {
      return column + columns - 1;
    }

    /** Its width in half-width characters. */
    public int width(List<Integer> widths) {
      return widths.subList(column, column + columns).stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** The columns at which this many parts start that divide the table's width about evenly. */
  public List<Integer> evenly(int parts) {
    int whole = widths.stream().mapToInt(Integer::intValue).sum();
    List<Integer> starts = new ArrayList<>();
    int column = 0;
    int before = 0;
    for (int part = 0; part < Math.min(parts, widths.size()); part++) {
      int wanted = whole * part / parts;
      int least = part == 0 ? 0 : starts.get(part - 1) + 1;
      while (column < least
          || (column < widths.size() - (parts - part)
              && Math.abs(before + widths.get(column) - wanted) < Math.abs(before - wanted))) {
        before += widths.get(column);
        column++;
      }
      starts.add(column);
    }
    return starts;
  }

  private static void requireCovered(int columns, int rows, List<Cell> cells) {
    boolean[][] covered = new boolean[rows][columns];
    for (Cell cell : cells) {
      for (int row = cell.row(); row <= cell.lastRow(); row++) {
        for (int column = cell.column(); column <= cell.lastColumn(); column++) {
          if (row >= rows || column >= columns || covered[row][column]) {
            throw new IllegalArgumentException(
                "two cells, or a cell outside of the table, at row " + row + " column " + column);
          }
          covered[row][column] = true;
        }
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (!covered[row][column]) {
          throw new IllegalArgumentException("no cell at row " + row + " column " + column);
        }
      }
    }
  }
}
