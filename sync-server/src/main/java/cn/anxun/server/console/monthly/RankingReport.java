package cn.anxun.server.console.monthly;

import cn.anxun.server.console.monthly.MonthlyReport.Cell;
import cn.anxun.server.console.page.Chart;
import cn.anxun.server.console.page.PeriodBar;
import java.util.List;

/**
 * The ranking of units of a period.
 *
 * @param query the parameters of the period and cut-off, for files of the same figures
 * @param tabQuery the parameters that the sister pages are opened with
 * @param rule by what they are ranked, a sentence each
 * @param columns the rule's rates with their weights
 * @param chart the scores, the best first
 * @param setsRule whether the reader may change the rule
 * @param exports whether the reader may take it away
 */
public record RankingReport(
    PeriodBar bar,
    String query,
    String tabQuery,
    List<String> rule,
    String basis,
    List<String> columns,
    List<Line> lines,
    Chart chart,
    boolean setsRule,
    boolean exports) {

  public RankingReport {
    rule = List.copyOf(rule);
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /**
   * One unit.
   *
   * @param rank as printed; — for none
   * @param change of its rank since the period before: ↑2, ↓1, —, or that it was not ranked then
   * @param score as printed; "" where it has no rank
   * @param note how the score comes about, or why it has no rank
   * @param cells its rates, in the order of the columns
   */
  public record Line(
      String rank,
      String change,
      String unit,
      Cell basis,
      List<Cell> cells,
      String score,
      String note) {
    public Line {
      cells = List.copyOf(cells);
    }
  }
}
