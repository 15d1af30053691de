package cn.anxun.server.report.xlsx;

import java.util.HashMap;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;

/**
 * The formats of a sheet's cells. To set one costs more than to write a cell, however many cells
 * get it; so those that stand below each other with the same get it together.
 */
final class CellFormats {
  private final Worksheet sheet;
  private final Map<Integer, Run> runs = new HashMap<>();

  CellFormats(Worksheet sheet) {
    this.sheet = sheet;
  }

  /** Cells of a column, the last one with them. */
  private record Run(String format, int from, int until) {}

  /** A cell that was written gets this format; the rows of a column come from top to bottom. */
  void set(int row, int column, String format) {
    Run run = runs.get(column);
    if (run != null && run.until() == row - 1 && run.format().equals(format)) {
      runs.put(column, new Run(format, run.from(), row));
    } else {
      if (run != null) {
        apply(column, run);
      }
      runs.put(column, new Run(format, row, row));
    }
  }

  /** To be called before rows are flushed: from then on they cannot be changed. */
  void apply() {
    runs.forEach(this::apply);
    runs.clear();
  }

  private void apply(int column, Run run) {
    sheet.range(run.from(), column, run.until(), column).style().format(run.format()).set();
  }
}
