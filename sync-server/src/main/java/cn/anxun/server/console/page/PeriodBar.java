package cn.anxun.server.console.page;

import cn.anxun.core.indicator.Period;
import cn.anxun.core.text.Texts;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/**
 * The choice of a period: this month, quarter and year, the one before and the one after, any days.
 *
 * @param name the period shown, as an office writes it: 2026年3月, 2026年第1季度, 2026年
 * @param before the address parameters of the period before of the same kind
 * @param after of the one after
 * @param choices the kinds, each with the parameters of the current one
 */
public record PeriodBar(
    Period period, String name, String before, String after, List<Choice> choices) {

  /** Month, quarter or year. */
  public enum Kind {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    Kind(int months) {
      this.months = months;
    }

    /** The period of this kind in which the day lies. */
    public Period around(LocalDate day) {
      int first = (day.getMonthValue() - 1) / months * months + 1;
      YearMonth start = YearMonth.of(day.getYear(), first);
      return new Period(start.atDay(1), start.plusMonths(months - 1L).atEndOfMonth());
    }
  }

  /** A kind to choose. */
  public record Choice(String name, String query, boolean chosen) {}

  public static PeriodBar of(Viewed viewed, Texts texts) {
    Period period = viewed.period();
    List<Choice> choices =
        List.of(Kind.values()).stream()
            .map(
                kind ->
                    new Choice(
                        texts.text("console.period." + kind.name().toLowerCase(Locale.ROOT)),
                        query(kind.around(viewed.today())),
                        kind.around(period.from()).equals(period)))
            .toList();
    return new PeriodBar(
        period,
        name(period, texts),
        query(shifted(period, -1)),
        query(shifted(period, 1)),
        choices);
  }

  private static String query(Period period) {
    return "from=" + period.from() + "&until=" + period.until();
  }

  /** The period before this one of the same kind: February for March, the quarter for a quarter. */
  public static Period before(Period period) {
    return shifted(period, -1);
  }

  private static Period shifted(Period period, int by) {
    for (Kind kind : Kind.values()) {
      if (kind.around(period.from()).equals(period)) {
        return kind.around(period.from().plusMonths((long) by * kind.months));
      }
    }
    long days = by * (period.until().toEpochDay() - period.from().toEpochDay() + 1);
    return new Period(period.from().plusDays(days), period.until().plusDays(days));
  }

  /** The period as an office writes it. */
  public static String name(Period period, Texts texts) {
    LocalDate from = period.from();
    if (Kind.YEAR.around(from).equals(period)) {
      return texts.text("console.period.name-year", Year.of(from.getYear()).toString());
    }
    if (Kind.QUARTER.around(from).equals(period)) {
      return texts.text(
          "console.period.name-quarter",
          Integer.toString(from.getYear()),
          (from.getMonthValue() + 2) / 3);
    }
    if (Kind.MONTH.around(from).equals(period)) {
      return texts.text(
          "console.period.name-month", Integer.toString(from.getYear()), from.getMonthValue());
    }
    return texts.text(
        "console.period.name-days", Days.text(from, texts), Days.text(period.until(), texts));
  }
}
