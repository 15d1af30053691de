package cn.anxun.core.form;

import cn.anxun.core.indicator.Fraction;
import java.math.BigDecimal;

/**
 * Scores rows and the budget block: 财预〔2020〕10号 unless a row has another {@link ScoringRule}. Every
 * score uses the exact fraction and is rounded half up once, to two decimals.
 */
final class Scoring {
  private static final Fraction ONE = Fraction.of(BigDecimal.ONE);
  private static final Fraction ZERO = Fraction.of(BigDecimal.ZERO);
  private static final int SCALE = 2;

  private Scoring() {}

  /**
   * The score of an actual against a target.
   *
   * @param actual in single units; defined
   */
  static BigDecimal score(
      ScoringRule rule,
      Target.Quantitative target,
      Operator operator,
      Fraction actual,
      BigDecimal weight) {
    boolean met = target.isMetBy(operator, actual);
    Fraction share = share(target, operator, actual);
    if (rule instanceof ScoringRule.AllOrNothing) {
      share = met ? ONE : ZERO;
    } else if (rule instanceof ScoringRule.WithPassLine pass) {
      share = share.compareTo(Fraction.of(pass.passLine())) < 0 ? ZERO : share;
    } else if (rule instanceof ScoringRule.Graded graded) {
      share = Fraction.of(graded.fraction());
    } else if (rule instanceof ScoringRule.StepDown step) {
      return met ? weight.setScale(SCALE) : stepDown(step, target, actual, weight);
    }
    return share.times(Fraction.of(weight)).rounded(SCALE);
  }

  /** min(1, spent / budget)·weight. */
  static BigDecimal execution(BigDecimal spent, BigDecimal budget, BigDecimal weight) {
    return atMostOne(new Fraction(spent, budget)).times(Fraction.of(weight)).rounded(SCALE);
  }

  private static Fraction share(Target.Quantitative target, Operator operator, Fraction actual) {
    Fraction wanted = Fraction.of(target.inOnes());
    if (target.isMetBy(operator, actual)) {
      return ONE;
    }
    if (wanted.numerator().signum() == 0) {
      return ZERO;
    }
    if (operator.asksForMore()) {
      return atMostOne(atLeastZero(actual.dividedBy(wanted)));
    }
    if (operator.asksForLess()) {
      return atMostOne(atLeastZero(wanted.dividedBy(actual)));
    }
    Fraction off = actual.minus(wanted);
    Fraction distance = new Fraction(off.numerator().abs(), off.denominator());
    return atLeastZero(
        ONE.minus(
            distance.dividedBy(new Fraction(wanted.numerator().abs(), wanted.denominator()))));
  }

  private static BigDecimal stepDown(
      ScoringRule.StepDown step, Target.Quantitative target, Fraction actual, BigDecimal weight) {
    Fraction points = Fraction.of(target.inOnes()).minus(actual);
    Fraction score = Fraction.of(weight).minus(points.times(Fraction.of(step.perPoint())));
    return atLeastZero(score).rounded(SCALE);
  }

  private static Fraction atMostOne(Fraction share) {
    return share.compareTo(ONE) > 0 ? ONE : share;
  }

  private static Fraction atLeastZero(Fraction share) {
    return share.compareTo(ZERO) < 0 ? ZERO : share;
  }
}
