package cn.anxun.server.console.ledger;

import cn.anxun.core.text.Texts;
import cn.anxun.server.console.page.Chart;
import cn.anxun.server.console.page.Names;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a ledger by month, exactly those that are filtered; each month opens its own. */
final class LedgerChart {
  private static final int MOST_MONTHS = 24;

  private LedgerChart() {}

  /**
   * Empty where all are of one month.
   *
   * @param counts of the rows, by month, in order
   */
  static Optional<Chart> of(
      String path, LedgerQuery query, Map<YearMonth, Integer> counts, Names names, Texts texts) {
    if (counts.size() < 2) {
      return Optional.empty();
    }
    YearMonth last = List.copyOf(counts.keySet()).get(counts.size() - 1);
    YearMonth first = List.copyOf(counts.keySet()).get(0);
    if (first.plusMonths(MOST_MONTHS - 1L).isBefore(last)) {
      first = last.minusMonths(MOST_MONTHS - 1L);
    }
    List<String> months = new ArrayList<>();
    List<Chart.Mark> marks = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      months.add(month.toString());
      marks.add(
          new Chart.Mark(
              Integer.toString(counts.getOrDefault(month, 0)),
              path + '?' + query.within(month.atDay(1), month.atEndOfMonth()).query()));
    }
    String title = texts.text("console.ledger-by-month");
    return Optional.of(
        new Chart(
            Chart.Type.COLUMNS,
            title,
            names.unit("条"),
            months,
            List.of(new Chart.Series(title, marks))));
  }
}
