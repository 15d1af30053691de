package cn.anxun.core.form;

import cn.anxun.core.indicator.Fraction;
import cn.anxun.core.indicator.Indicator.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A row's target (年度指标值) as it is read: how an actual is held against which number. A bare number
 * takes its operator from the row's direction.
 */
public sealed interface Target {

  /** Reads a target; never fails. */
  static Target read(String text, Direction direction) {
    QuantityText read = QuantityText.read(text);
    if (!read.quantity().isPresent()) {
      return new Qualitative(text, QuantityText.hasSeveralSigns(text));
    }
    QuantityText.Quantity quantity = read.quantity().get();
    List<Operator> operators = read.operators();
    boolean faulty = operators.size() > 1 || !read.isDefinite();
    Optional<Operator> operator =
        !read.isDefinite()
            ? Optional.empty()
            : Optional.of(operators.isEmpty() ? implied(direction) : operators.get(0));
    return new Quantitative(
        operator, quantity.number(), quantity.unit(), quantity.powerOfTen(), faulty);
  }

  /** Whether it carries more than one operator, or one that cannot be read. */
  boolean operatorFault();

  private static Operator implied(Direction direction) {
    return switch (direction) {
      case HIGHER -> Operator.AT_LEAST;
      case LOWER -> Operator.AT_MOST;
      case NEITHER -> Operator.EQUAL;
    };
  }

  /**
   * Words, a date, or anything else that is not a number with a unit: judged by the office, not
   * computed.
   */
  record Qualitative(String text, boolean operatorFault) implements Target {}

  /**
   * A number with a unit.
   *
   * @param operator empty where contradictory or unreadable ones stand on it; such a row cannot be
   *     scored
   * @param number as written, 3 for 3万人次
   * @param powerOfTen what the number is to be scaled by, 4 for 万
   */
  record Quantitative(
      Optional<Operator> operator,
      BigDecimal number,
      String unit,
      int powerOfTen,
      boolean operatorFault)
      implements Target {

    /** The number in single units. */
    public BigDecimal inOnes() {
      return number.scaleByPowerOfTen(powerOfTen);
    }

    /** Whether the actual, in single units, meets the target. */
    boolean isMetBy(Operator by, Fraction actual) {
      int compared = actual.compareTo(Fraction.of(inOnes()));
      return switch (by) {
        case AT_LEAST -> compared >= 0;
        case AT_MOST -> compared <= 0;
        case EQUAL -> compared == 0;
        case MORE_THAN -> compared > 0;
        case LESS_THAN -> compared < 0;
        case UNREADABLE -> false;
      };
    }
  }
}
