package cn.anxun.core.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads instants that others wrote, as ISO 8601 has them: {@code 2026-03-02T01:02:03Z}. One that
 * could not be shown as a day in some time zone, at the far ends of what a program can count, is
 * none: whoever wrote it, a page that shows it must not fail.
 */
public final class Instants {
  private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

  private Instants() {}

  /** The instant; empty for what is none, or lies outside of the years 1 to 9999. */
  public static Optional<Instant> find(String text) {
    try {
      return Optional.of(Instant.parse(text))
          .filter(instant -> !instant.isBefore(FIRST) && !instant.isAfter(LAST));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
