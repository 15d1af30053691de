package cn.anxun.server.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Property
  void over_whateverTheTotal_sumsToItExactly(
      @ForAll @LongRange(max = 1_000_000_000_000L) long total,
      @ForAll @IntRange(min = 1, max = 300) int parts,
      @ForAll @IntRange(max = 2) int scale,
      @ForAll long seed) {
    BigDecimal amount = BigDecimal.valueOf(total, scale);

    List<BigDecimal> shares = Spread.over(amount, parts, scale, new Random(seed));

    assertThat(shares).hasSize(parts).allMatch(share -> share.signum() >= 0);
    assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(amount);
  }

  @Test
  void over_whenThereIsLittle_isEven() {
    assertThat(Spread.over(BigDecimal.valueOf(7), 7, 0, new Random(1)))
        .containsOnly(BigDecimal.ONE);
  }

  @Test
  void over_whenThereIsMuch_isUneven() {
    assertThat(Spread.over(BigDecimal.valueOf(10_000), 10, 0, new Random(1)).stream().distinct())
        .hasSizeGreaterThan(3);
  }

  @Test
  void over_whenThereIsATenthOfACent_refuses() {
    assertThatThrownBy(() -> Spread.over(new BigDecimal("0.001"), 1, 2, new Random(1)))
        .isInstanceOf(ArithmeticException.class);
  }
}
