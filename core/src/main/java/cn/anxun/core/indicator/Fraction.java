package cn.anxun.core.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact quotient. Rounded only when printed, half up, once.
 *
 * @param denominator 0 where there is no value
 */
public record Fraction(BigDecimal numerator, BigDecimal denominator)
    implements Comparable<Fraction> {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public static Fraction of(BigDecimal value) {
    return new Fraction(value, BigDecimal.ONE);
  }

  public static Fraction percent(BigDecimal part, BigDecimal whole) {
    return new Fraction(part.multiply(HUNDRED), whole);
  }

  public boolean isDefined() {
    return denominator.signum() != 0;
  }

  /** Rounded half up; "/" where there is no value. */
  public String printed(int scale) {
    return isDefined() ? rounded(scale).toPlainString() : "/";
  }

  /** As {@link #printed}, but what is below 100 is never rounded up to 100. */
  public String printedRate(int scale) {
    if (!isDefined()) {
      return "/";
    }
    BigDecimal rounded = rounded(scale);
    boolean below = compareTo(Fraction.of(HUNDRED)) < 0;
    return below && rounded.compareTo(HUNDRED) >= 0
        ? HUNDRED.subtract(BigDecimal.ONE.movePointLeft(scale)).toPlainString()
        : rounded.toPlainString();
  }

  /**
   * Rounded half up.
   *
   * @throws ArithmeticException where there is no value
   */
  public BigDecimal rounded(int scale) {
    return numerator.divide(denominator, scale, RoundingMode.HALF_UP);
  }

  /** Compares exactly; both must be defined and have positive denominators. */
  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  public Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  public Fraction dividedBy(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  public Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Fraction minus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }
}
