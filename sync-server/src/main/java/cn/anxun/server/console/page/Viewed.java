package cn.anxun.server.console.page;

import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.http.Requests;
import cn.anxun.server.http.v1.Asked;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.yearend.ClosedYear;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The period that a page shows and as of when, read as {@link Asked} reads it; but a period that
 * still goes on is shown as of today, so that nothing is overdue before its day.
 *
 * @param pinned whether the address names the cut-off
 */
public record Viewed(
    Period period, Cutoff cutoff, Optional<ClosedYear> closed, LocalDate today, boolean pinned) {

  /**
   * Reads the parameters of the address.
   *
   * @throws cn.anxun.server.http.Refusal where one is not of its form
   */
  public static Viewed of(Context context, BureauLedger ledger, Clock clock) {
    Asked asked = Asked.of(context, ledger, clock);
    LocalDate today = Days.today(clock);
    boolean pinned =
        asked.closed().isPresent()
            || Requests.find(context, "asOf").filter(asOf -> asOf.contains(":")).isPresent();
    boolean running = !pinned && asked.cutoff().date().isAfter(today);
    Cutoff cutoff = running ? new Cutoff(asked.cutoff().seq(), today) : asked.cutoff();
    return new Viewed(asked.period(), cutoff, asked.closed(), today, pinned);
  }

  /** This year as of today, for pages that show what is and not what was. */
  public static Viewed latest(BureauLedger ledger, Clock clock) {
    LocalDate today = Days.today(clock);
    return new Viewed(
        Period.year(today.getYear()),
        new Cutoff(ledger.lastSeq(), today),
        Optional.empty(),
        today,
        false);
  }

  public LedgerState state(BureauLedger ledger) {
    return ledger.state(cutoff);
  }

  /** The same days a year before, as of the same day then and by all that is known now. */
  public Viewed yearBefore() {
    return new Viewed(
        new Period(period.from().minusYears(1), lastYear(period.until())),
        new Cutoff(cutoff.seq(), lastYear(cutoff.date())),
        Optional.empty(),
        today,
        true);
  }

  /** The last day of a month stays the last: 28 February 2025 for 29 February 2024. */
  private static LocalDate lastYear(LocalDate day) {
    boolean isLast = day.getDayOfMonth() == day.lengthOfMonth();
    LocalDate before = day.minusYears(1);
    return isLast ? before.withDayOfMonth(before.lengthOfMonth()) : before;
  }

  /** The parameters of this period; with the cut-off, so that a link shows the same figures. */
  public String query() {
    return "from="
        + period.from()
        + "&until="
        + period.until()
        + "&asOf="
        + cutoff.seq()
        + ':'
        + cutoff.date();
  }

  /** The parameters of this period alone: a link goes on with what arrives. */
  public String periodQuery() {
    return "from=" + period.from() + "&until=" + period.until();
  }
}
