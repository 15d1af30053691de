package cn.anxun.server.cases;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/**
 * The days of a made-up year. The first ten are the office's: targets, plan and lists stand before
 * the field work begins.
 */
final class Year {
  private final int year;
  private final Random random;

  Year(int year, Random random) {
    this.year = year;
    this.random = random;
  }

  int number() {
    return year;
  }

  /** The day on which targets are frozen. */
  LocalDate first() {
    return LocalDate.of(year, 1, 1);
  }

  /** A day on which the office prepares the year. */
  LocalDate ofPreparation(int day) {
    return LocalDate.of(year, 1, day);
  }

  LocalDate last() {
    return LocalDate.of(year, 12, 31);
  }

  /** Some day of field work. */
  LocalDate any() {
    LocalDate from = LocalDate.of(year, 1, 11);
    return from.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(from, last())));
  }

  /** The same day or up to so many days later, within the year. */
  LocalDate soonAfter(LocalDate day, int atMost) {
    int left = (int) Math.min(atMost, ChronoUnit.DAYS.between(day, last()));
    return day.plusDays(random.nextInt(left + 1));
  }

  /** So many days later, within the year. */
  LocalDate later(LocalDate day, int days) {
    LocalDate later = day.plusDays(days);
    return later.isAfter(last()) ? last() : later;
  }
}
