package cn.anxun.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FractionTest {
  @Test
  void plus_ofThirdsAndSixths_isExact() {
    Fraction third = new Fraction(BigDecimal.ONE, BigDecimal.valueOf(3));
    Fraction sixth = new Fraction(BigDecimal.ONE, BigDecimal.valueOf(6));
    assertThat(third.plus(sixth)).isEqualByComparingTo(Fraction.of(new BigDecimal("0.5")));
  }
}
