package cn.anxun.app.feature.statistics;

import cn.anxun.core.indicator.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The days that the statistics are of.
 *
 * @param length how they were chosen; a month, quarter or year is a whole one
 */
public record Span(Length length, Period period) {

  /** How the days are chosen. */
  public enum Length {
    MONTH(1),
    QUARTER(3),
    YEAR(12),
    /** Any first and last day. */
    DAYS(0);

    private final int months;

    Length(int months) {
      this.months = months;
    }
  }

  private static final int MONTHS_OF_A_YEAR = 12;

  /** The month, quarter or year with this day in it; for {@link Length#DAYS} the day alone. */
  public static Span of(Length length, LocalDate day) {
    if (length == Length.DAYS) {
      return days(day, day);
    }
    int first = (day.getMonthValue() - 1) / length.months * length.months + 1;
    YearMonth from = YearMonth.of(day.getYear(), first);
    YearMonth last = from.plusMonths(length.months - 1L);
    return new Span(length, new Period(from.atDay(1), last.atEndOfMonth()));
  }

  /** From the earlier to the later of the two days. */
  public static Span days(LocalDate one, LocalDate other) {
    return new Span(
        Length.DAYS, one.isAfter(other) ? new Period(other, one) : new Period(one, other));
  }

  /** The one before, as long. */
  public Span previous() {
    return moved(-1);
  }

  /** The one after, as long. */
  public Span next() {
    return moved(1);
  }

  private Span moved(int times) {
    if (length == Length.DAYS) {
      long days = times * (ChronoUnit.DAYS.between(period.from(), period.until()) + 1);
      return days(period.from().plusDays(days), period.until().plusDays(days));
    }
    return of(length, period.from().plusMonths((long) times * length.months));
  }

  /** The other length, about the same days: about today where these hold it. */
  public Span as(Length other, LocalDate today) {
    LocalDate about = period.contains(today) ? today : period.until();
    return other == Length.DAYS ? days(period.from(), period.until()) : of(other, about);
  }

  /** 1 to 4. */
  public int quarter() {
    return (period.from().getMonthValue() - 1) / Length.QUARTER.months + 1;
  }

  /**
   * The months that a line is drawn over: its own, or the six that end with its last where it has
   * fewer, or the last twelve where it has more.
   */
  public Period months() {
    YearMonth last = YearMonth.from(period.until());
    YearMonth first = YearMonth.from(period.from());
    YearMonth atLeast = last.minusMonths(MONTHS_OF_A_YEAR / 2 - 1L);
    YearMonth atMost = last.minusMonths(MONTHS_OF_A_YEAR - 1L);
    YearMonth from = first.isAfter(atLeast) ? atLeast : first.isBefore(atMost) ? atMost : first;
    return new Period(from.atDay(1), last.atEndOfMonth());
  }
}
