package cn.anxun.server.cases;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Spreads a total over records so that the parts are whole and sum to it exactly. */
final class Spread {
  private Spread() {}

  /**
   * This many parts, none negative, that sum to the total; uneven as real ones are where there is
   * enough to share out.
   *
   * @param scale the decimals of a part: 0 for persons, 2 for yuan
   * @throws ArithmeticException where the total has more decimals than that
   */
  static List<BigDecimal> over(BigDecimal total, int parts, int scale, Random random) {
    BigInteger units = total.setScale(scale).unscaledValue();
    boolean uneven = units.compareTo(BigInteger.valueOf(10L * parts)) > 0;
    long[] weights = new long[parts];
    long all = 0;
    for (int i = 0; i < parts; i++) {
      weights[i] = uneven ? 60 + random.nextInt(81) : 1;
      all += weights[i];
    }
    List<BigDecimal> shares = new ArrayList<>(parts);
    long before = 0;
    BigInteger given = BigInteger.ZERO;
    for (long weight : weights) {
      before += weight;
      BigInteger due = units.multiply(BigInteger.valueOf(before)).divide(BigInteger.valueOf(all));
      shares.add(new BigDecimal(due.subtract(given), scale));
      given = due;
    }
    Collections.shuffle(shares, random);
    return shares;
  }
}
