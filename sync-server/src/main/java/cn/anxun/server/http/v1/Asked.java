package cn.anxun.server.http.v1;

import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedger;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The period that a request asks about, and as of when: {@code year=2026}, or {@code from=} and
 * {@code until=}; {@code asOf=1234} (a seq) or {@code asOf=1234:2026-12-31} (a seq and a day).
 * Without {@code asOf} everything accepted so far counts, as of the period's last day.
 */
public record Asked(Period period, Cutoff cutoff) {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;

  /**
   * Reads the parameters.
   *
   * @throws Refusal where one is not of its form, or the seq is beyond the ledger's last
   */
  public static Asked of(Context context, BureauLedger ledger, Clock clock) {
    Period period = period(context, clock);
    return new Asked(period, cutoff(context, ledger, period));
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

  private static Cutoff cutoff(Context context, BureauLedger ledger, Period period) {
    long last = ledger.lastSeq();
    Optional<String> asOf = Requests.find(context, "asOf");
    if (asOf.isEmpty()) {
      return new Cutoff(last, period.until());
    }
    String[] parts = asOf.get().split(":", 2);
    try {
      long seq = Long.parseLong(parts[0]);
      LocalDate date = parts.length == 2 ? LocalDate.parse(parts[1]) : period.until();
      if (seq < 0 || seq > last) {
        throw Refusal.ofField(400, "no-such-seq", "asOf", Long.toString(last));
      }
      return new Cutoff(seq, date);
    } catch (NumberFormatException | DateTimeParseException e) {
      throw Refusal.ofField(400, "bad-as-of", "asOf");
    }
  }
}
