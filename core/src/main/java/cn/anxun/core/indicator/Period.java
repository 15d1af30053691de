package cn.anxun.core.indicator;

import java.time.LocalDate;
import java.time.YearMonth;

/** Days from {@code from} to {@code until}, both included. */
public record Period(LocalDate from, LocalDate until) {
  public Period {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(
          "a period ends (" + until + ") before it starts (" + from + ")");
    }
  }

  public static Period year(int year) {
    return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  public static Period month(int year, int month) {
    YearMonth yearMonth = YearMonth.of(year, month);
    return new Period(yearMonth.atDay(1), yearMonth.atEndOfMonth());
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  /** Whether the other period lies wholly within this one. */
  public boolean contains(Period other) {
    return contains(other.from) && contains(other.until);
  }
}
