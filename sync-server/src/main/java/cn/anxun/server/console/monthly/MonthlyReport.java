package cn.anxun.server.console.monthly;

import cn.anxun.core.indicator.Period;
import cn.anxun.core.indicator.UnitReports.Answer;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.server.console.page.PeriodBar;
import java.util.List;
import java.util.Optional;

/**
 * The report of a period, unit by unit.
 *
 * @param query the parameters of the period and cut-off, for files of the same figures
 * @param tabQuery the parameters that the sister pages are opened with
 * @param columns after the unit and what it reported
 * @param flow 期初存量 + 新增 − 销号 = 期末存量, in figures
 * @param nil the units that reported nothing to report
 * @param silent the units that did not report
 * @param publication what publishing it would keep; empty for those who may not
 * @param lastBulletin the address of what changed since its last bulletin, or ""
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
    Optional<Publication> publication,
    String lastBulletin,
    boolean exports) {

  public MonthlyReport {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    nil = List.copyOf(nil);
    silent = List.copyOf(silent);
  }

  /** The period and the cut-off of what is shown. */
  public record Publication(Period period, Cutoff cutoff) {
    public String seq() {
      return Long.toString(cutoff.seq());
    }
  }

  /** The same for somebody who may publish it. */
  MonthlyReport publishable(Publication shown) {
    return new MonthlyReport(
        bar,
        query,
        tabQuery,
        columns,
        rows,
        total,
        flow,
        nil,
        silent,
        Optional.of(shown),
        lastBulletin,
        exports);
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
