package cn.anxun.server.console.bureaus;

import cn.anxun.server.console.page.PeriodBar;
import java.util.List;

/**
 * Figures of several bureaus.
 *
 * @param rows one for each bureau
 * @param sums of all of them, in the order of the headings
 */
public record SummaryPage(PeriodBar bar, List<Heading> headings, List<Row> rows, List<Cell> sums) {

  /**
   * A figure.
   *
   * @param id of the indicator
   */
  public record Heading(String id, String name, String unit) {}

  /**
   * A bureau.
   *
   * @param cutoff as of when its figures are, in words
   * @param silent its phones that have not synced since, in words; "" for none
   */
  public record Row(String bureau, String name, String cutoff, String silent, List<Cell> cells) {}

  /**
   * A figure of a bureau.
   *
   * @param value as printed, "/" for none
   * @param parts of a rate: 2395 ÷ 2399; else ""
   * @param bad whether it should be looked at
   * @param marks why it should be looked at before it is relied on; ""
   */
  public record Cell(String figure, String value, String parts, boolean bad, String marks) {}

  public SummaryPage {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
    sums = List.copyOf(sums);
  }
}
