package cn.anxun.core.indicator;

import cn.anxun.core.ledger.Mark;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The same figure of several bureaus together: parts over wholes, never a mean of rates. Each of
 * them keeps its own records and cut-off.
 *
 * @param part the sum of the parts
 * @param whole for a rate the sum of the wholes, else 1
 * @param marks all that one of them has
 */
public record FigureSum(
    BigDecimal part, BigDecimal whole, int scale, String unit, Set<Mark> marks) {
  private static final String RATE = "%";

  public FigureSum {
    marks = Collections.unmodifiableSet(new LinkedHashSet<>(marks));
  }

  /**
   * Adds figures up.
   *
   * @param figures at least one
   * @throws IllegalArgumentException where they are not all of one unit
   */
  public static FigureSum of(List<Figure> figures) {
    BigDecimal part = BigDecimal.ZERO;
    BigDecimal whole = BigDecimal.ZERO;
    Set<Mark> marks = new LinkedHashSet<>();
    Figure first = figures.get(0);
    for (Figure figure : figures) {
      if (!figure.unit().equals(first.unit())) {
        throw new IllegalArgumentException(first.unit() + " and " + figure.unit());
      }
      part = part.add(figure.part());
      whole = whole.add(figure.whole());
      marks.addAll(figure.marks());
    }
    boolean rate = first.unit().equals(RATE);
    return new FigureSum(part, rate ? whole : BigDecimal.ONE, first.scale(), first.unit(), marks);
  }

  /** As a form prints it; below 100 % never prints as 100, and without a whole it is "/". */
  public String printed() {
    return unit.equals(RATE)
        ? Fraction.percent(part, whole).printedRate(scale)
        : Fraction.of(part).printed(scale);
  }
}
