package cn.anxun.server.http.v1;

import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.yearend.ClosedYear;
import cn.anxun.server.yearend.ClosedYears;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The period that a request asks about, and as of when: {@code year=2026}, or {@code from=} and
 * {@code until=}; {@code asOf=1234} (a seq) or {@code asOf=1234:2026-12-31} (a seq and a day).
 * Without {@code asOf} a closed year answers as of its close; otherwise, and with {@code
 * asOf=latest}, everything accepted so far counts, as of the period's last day.
 *
 * @param closed the edition whose cut-off this is, where the year is closed and none was asked for
 */
public record Asked(Period period, Cutoff cutoff, Optional<ClosedYear> closed) {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;
  private static final String LATEST = "latest";

  /**
   * Reads the parameters.
   *
   * @throws Refusal where one is not of its form, or the seq is beyond the ledger's last
   */
  public static Asked of(Context context, BureauLedger ledger, Clock clock) {
    Period period = period(context, clock);
    Optional<String> asOf = Requests.find(context, "asOf");
    if (asOf.isPresent()) {
      return new Asked(period, cutoff(asOf.get(), ledger, period), Optional.empty());
    }
    Optional<ClosedYear> closed = closed(ledger, period);
    Cutoff cutoff = closed.map(ClosedYear::cutoff).orElseGet(() -> latest(ledger, period));
    return new Asked(period, cutoff, closed);
  }

  private static Cutoff latest(BureauLedger ledger, Period period) {
    return new Cutoff(ledger.lastSeq(), period.until());
  }

  private static Optional<ClosedYear> closed(BureauLedger ledger, Period period) {
    int year = period.until().getYear();
    if (!period.equals(Period.year(year))) {
      return Optional.empty();
    }
    List<ClosedYear> editions = new ClosedYears(ledger).list(year);
    return editions.isEmpty() ? Optional.empty() : Optional.of(editions.get(editions.size() - 1));
  }

  public LedgerState state(BureauLedger ledger) {
    return ledger.state(cutoff);
  }

  private static Period period(Context context, Clock clock) {
    Optional<LocalDate> from = Requests.date(context, "from");
    Optional<LocalDate> until = Requests.date(context, "until");
    if (from.isPresent() && until.isPresent()) {
      if (until.get().isBefore(from.get())) {
        throw Refusal.ofField(400, "period-reversed", "until");
      }
      return new Period(from.get(), until.get());
    }
    if (from.isPresent() || until.isPresent()) {
      throw Refusal.ofField(400, "missing", from.isPresent() ? "until" : "from");
    }
    int thisYear = Year.now(clock.withZone(SHANGHAI)).getValue();
    return Period.year(Requests.number(context, "year", thisYear, FIRST_YEAR, LAST_YEAR));
  }

  private static Cutoff cutoff(String asOf, BureauLedger ledger, Period period) {
    if (asOf.equals(LATEST)) {
      return latest(ledger, period);
    }
    long last = ledger.lastSeq();
    String[] parts = asOf.split(":", 2);
    Refusal unreadable = Refusal.ofField(400, "bad-as-of", "asOf");
    LocalDate date =
        parts.length == 2 ? Requests.day(parts[1]).orElseThrow(() -> unreadable) : period.until();
    try {
      long seq = Long.parseLong(parts[0]);
      if (seq < 0 || seq > last) {
        throw Refusal.ofField(400, "no-such-seq", "asOf", Long.toString(last));
      }
      return new Cutoff(seq, date);
    } catch (NumberFormatException e) {
      throw unreadable;
    }
  }
}
