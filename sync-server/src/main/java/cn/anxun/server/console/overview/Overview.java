package cn.anxun.server.console.overview;

import cn.anxun.server.console.backup.BackupWarning;
import cn.anxun.server.console.page.Chart;
import cn.anxun.server.console.page.PeriodBar;
import java.util.List;
import java.util.Optional;

/**
 * What the overview shows.
 *
 * @param charts rate by unit and by industry, found and closed by month, ages of what is open
 * @param backup what is to be said of the nightly backup
 */
public record Overview(
    PeriodBar bar,
    List<Card> cards,
    List<Chart> charts,
    Heat heat,
    Optional<BackupWarning.Said> backup) {

  /**
   * One figure beside that of the same period last year.
   *
   * @param value as printed, "/" for none
   * @param before last year's, as printed
   * @param change such as +12 or −3.21 (percentage points for a rate), "" where there is none
   * @param bad whether it should be looked at: something is overdue
   * @param link to its records
   */
  public record Card(
      String name,
      String value,
      String unit,
      String before,
      String change,
      boolean bad,
      String link) {}

  /** Hazards found, units down, industries across. */
  public record Heat(List<String> industries, List<Row> rows) {
    public boolean isEmpty() {
      return rows.isEmpty();
    }
  }

  public record Row(String unit, List<Cell> cells) {}

  /**
   * A unit's hazards in an industry.
   *
   * @param heat 0 for none to 4 for the most
   */
  public record Cell(String value, int heat, String link) {}
}
