package cn.anxun.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.ledger.Cutoff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FigureSumTest {
  private static Figure figure(String unit, int part, int whole) {
    BigDecimal over = BigDecimal.valueOf(part);
    BigDecimal below = BigDecimal.valueOf(whole);
    boolean rate = unit.equals("%");
    return new Figure(
        rate ? Fraction.percent(over, below) : Fraction.of(over),
        over,
        below,
        rate ? 2 : 0,
        unit,
        Period.year(2026),
        new Cutoff(1, LocalDate.of(2026, 12, 31)),
        List.of(),
        List.of(),
        over,
        BigDecimal.ZERO,
        Set.of());
  }

  @Test
  void of_whenTheyAreRates_isPartsOverWholesAndNotTheirMean() {
    FigureSum sum = FigureSum.of(List.of(figure("%", 1, 2), figure("%", 98, 98)));
    assertThat(sum.printed()).isEqualTo("99.00");
    assertThat(sum.part()).isEqualByComparingTo("99");
    assertThat(sum.whole()).isEqualByComparingTo("100");
  }

  @Test
  void of_whenOneHasNoWhole_countsTheOthers() {
    assertThat(FigureSum.of(List.of(figure("%", 0, 0), figure("%", 2395, 2399))).printed())
        .isEqualTo("99.83");
    assertThat(FigureSum.of(List.of(figure("%", 0, 0))).printed()).isEqualTo("/");
  }

  @Test
  void of_whenAlmostAll_neverPrintsAsAll() {
    assertThat(FigureSum.of(List.of(figure("%", 99_999, 100_000), figure("%", 1, 1))).printed())
        .isEqualTo("99.99");
  }

  @Test
  void of_whenTheyAreCounts_addsThem() {
    assertThat(FigureSum.of(List.of(figure("个", 3, 1), figure("个", 4, 1))).printed())
        .isEqualTo("7");
  }

  @Test
  void of_whenTheUnitsDiffer_isRefused() {
    assertThatThrownBy(() -> FigureSum.of(List.of(figure("个", 3, 1), figure("次", 4, 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
