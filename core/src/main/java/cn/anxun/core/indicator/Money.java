package cn.anxun.core.indicator;

import java.math.BigDecimal;

/** Amounts are kept in yuan and may be printed in ten thousands of them. */
final class Money {
  static final String TEN_THOUSAND_YUAN = "万元";
  private static final int DIGITS = 4;

  private Money() {}

  /** Whether the measure sums yuan and nothing else. */
  static boolean isYuan(Measure measure) {
    if (measure instanceof Measure.Net net) {
      return net.terms().stream().allMatch(Money::isYuan);
    }
    return measure instanceof Measure.Sum sum && sum.field().endsWith("_yuan");
  }

  /** Exact. */
  static BigDecimal inTenThousands(BigDecimal yuan) {
    return yuan.movePointLeft(DIGITS);
  }
}
