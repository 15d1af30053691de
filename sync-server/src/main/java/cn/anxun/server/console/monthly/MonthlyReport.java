package cn.anxun.server.console.monthly;

import cn.anxun.core.indicator.UnitReports.Answer;
import cn.anxun.server.console.page.PeriodBar;
import java.util.List;

/**
 * The report of a period, unit by unit.
 *
 * @param query the parameters of the period and cut-off, for files of the same figures
 * @param tabQuery the parameters that the sister pages are opened with
 * @param columns after the unit and what it reported
 * @param flow 期初存量 + 新增 − 销号 = 期末存量, in figures
 * @param nil the units that reported nothing to report
 * @param silent the units that did not report
 * @param exports whether the reader may take it away
 */
public record MonthlyReport(
    PeriodBar bar,
    String query,
    String tabQuery,
    List<String> columns,
    List<Row> rows,
    Row total,
    String flow,
    List<String> nil,
    List<String> silent,
    boolean exports) {

  public MonthlyReport {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    nil = List.copyOf(nil);
    silent = List.copyOf(silent);
  }

  /** A unit's figures; the total's answer is that somebody reported. */
  public record Row(String unit, Answer answer, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One figure.
   *
   * @param value as printed
   * @param bad whether it should be looked at: something is overdue
   * @param link to its records; "" where it has none
   */
  public record Cell(String value, boolean bad, String link) {}
}
