package cn.anxun.core.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads instants that others wrote, as ISO 8601 has them: {@code 2026-03-02T01:02:03Z}. One that
 * could not be shown as a day in some time zone, at the far ends of what a program can count, is
 * none: whoever wrote it, a page that shows it must not fail.
 */
public final class Instants {
  private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

  private static final String FORM = "0000-00-00T00:00:00.000Z";
  private static final String FORM_OF_SECONDS = "0000-00-00T00:00:00Z";
  private static final int MILLIS = FORM.length();
  private static final int SECONDS = FORM_OF_SECONDS.length();
  private static final int NANOS_OF_MILLI = 1_000_000;

  private Instants() {}

  /** The instant; empty for what is none, or lies outside of the years 1 to 9999. */
  public static Optional<Instant> find(String text) {
    try {
      return Optional.of(parse(text))
          .filter(instant -> !instant.isBefore(FIRST) && !instant.isAfter(LAST));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * As {@link Instant#parse}. Nearly all are {@code 2026-03-02T01:02:03Z}, with milliseconds or
   * without; these are read here, for a tenth of the time.
   */
  private static Instant parse(String text) {
    int length = text.length();
    if ((length != SECONDS && length != MILLIS) || !isOfForm(text)) {
      return Instant.parse(text);
    }
    int millis = length == MILLIS ? number(text, 20, 23) : 0;
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            millis * NANOS_OF_MILLI)
        .toInstant(ZoneOffset.UTC);
  }

  /** Whether digits and marks stand where they should, and it is no leap second nor 24 o'clock. */
  private static boolean isOfForm(String text) {
    String form = text.length() == MILLIS ? FORM : FORM_OF_SECONDS;
    for (int i = 0; i < form.length(); i++) {
      char here = text.charAt(i);
      boolean fits = form.charAt(i) == '0' ? here >= '0' && here <= '9' : here == form.charAt(i);
      if (!fits) {
        return false;
      }
    }
    return number(text, 11, 13) < 24 && number(text, 17, 19) < 60;
  }

  private static int number(String digits, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + digits.charAt(i) - '0';
    }
    return number;
  }
}
