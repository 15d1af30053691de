package cn.anxun.server.report;

import cn.anxun.core.paper.PrintedDates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something a form prints, as text and, where it is one, as a number or a day, so that a
 * spreadsheet's cell can hold the number itself.
 *
 * @param text as it reads in a sentence, its unit included
 * @param number without its unit; a percentage as 99.83, not as 0.9983
 * @param percent whether the number is in percent
 * @param bare whether the text is nothing but the number
 */
public record Value(
    String text,
    Optional<BigDecimal> number,
    boolean percent,
    boolean bare,
    Optional<LocalDate> day) {

  public static Value of(String text) {
    return new Value(text, Optional.empty(), false, false, Optional.empty());
  }

  /** A number that stands alone, printed as it is. */
  public static Value of(BigDecimal number) {
    return new Value(number.toPlainString(), Optional.of(number), false, true, Optional.empty());
  }

  /** A day, printed as 2023年12月31日. */
  public static Value of(LocalDate day) {
    return new Value(PrintedDates.day(day), Optional.empty(), false, false, Optional.of(day));
  }

  /**
   * A number with what is printed for it.
   *
   * @param number as printed without its unit; what is not a number, such as "/", makes a mere text
   */
  public static Value measured(String number, String text, boolean percent) {
    try {
      return new Value(
          text,
          Optional.of(new BigDecimal(number)),
          percent,
          text.equals(number),
          Optional.empty());
    } catch (NumberFormatException notANumber) {
      return of(text);
    }
  }
}
