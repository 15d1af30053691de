package cn.anxun.server.report.xlsx;

import cn.anxun.server.report.PrintedTable;
import cn.anxun.server.report.TextMeasure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How high each row of a table must be to show all its text. A spreadsheet's row ends at 409
 * points; one that needs more becomes several, with its cells merged over them.
 */
final class RowHeights {
  static final float LINE_POINTS = 13.5f;
  static final float MOST_POINTS = 400;
  private static final float AROUND_POINTS = 6;
  private static final float LEAST_POINTS = 20;

  /** What the padding left and right of a cell takes from its width, and the indent of a text. */
  private static final int PADDING = 1;

  private static final int INDENT = 2;

  private final float[] points;

  private RowHeights(float[] points) {
    this.points = points;
  }

  static RowHeights of(PrintedTable table) {
    float[] points = new float[table.rows()];
    Arrays.fill(points, LEAST_POINTS);
    for (PrintedTable.Cell cell : table.cells()) {
      if (cell.rows() == 1) {
        points[cell.row()] = Math.max(points[cell.row()], needed(cell, table));
      }
    }
    for (PrintedTable.Cell cell : table.cells()) {
      float missing = needed(cell, table);
      for (int row = cell.row(); row <= cell.lastRow(); row++) {
        missing -= points[row];
      }
      for (int row = cell.row(); missing > 0 && row <= cell.lastRow(); row++) {
        points[row] += missing / cell.rows();
      }
    }
    return new RowHeights(points);
  }

  /**
   * The heights of the sheet's rows that this row of the table takes: one, or several where it is
   * very high.
   */
  List<Float> parts(int row) {
    int parts = (int) Math.ceil(points[row] / MOST_POINTS);
    return new ArrayList<>(Collections.nCopies(parts, points[row] / parts));
  }

  private static float needed(PrintedTable.Cell cell, PrintedTable table) {
    int indent = cell.style() == PrintedTable.Style.TEXT ? INDENT : 0;
    int width = cell.width(table.widths()) - PADDING - indent;
    int lines = TextMeasure.lines(cell.text(), width);
    return lines * LINE_POINTS + AROUND_POINTS;
  }
}
