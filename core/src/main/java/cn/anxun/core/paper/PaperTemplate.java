package cn.anxun.core.paper;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a bureau words and numbers one paper.
 *
 * @param external whether another system gives its numbers: they are typed in then, and ours are
 *     off
 * @param number with {@code {short}}, {@code {year}} and {@code {n}}
 * @param deadlineDays days from the day of issue to the deadline that is offered
 * @param firstYear the year in which the bureau begins to number here
 * @param firstSerial the number it begins with in that year; every other year begins with 1
 * @param texts by their names
 */
public record PaperTemplate(
    Paper paper,
    boolean external,
    String number,
    int deadlineDays,
    int firstYear,
    long firstSerial,
    Map<PaperText, String> texts) {

  public PaperTemplate {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  public String text(PaperText text) {
    return texts.getOrDefault(text, "");
  }

  /** The deadline that is offered for a paper of this day. */
  public LocalDate deadline(LocalDate issued) {
    return issued.plusDays(deadlineDays);
  }

  /** The first number of a year that the register accounts for. */
  public long first(int year) {
    return year == firstYear ? firstSerial : 1;
  }
}
