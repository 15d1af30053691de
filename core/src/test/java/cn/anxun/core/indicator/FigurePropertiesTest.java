package cn.anxun.core.indicator;

import static cn.anxun.core.indicator.Ledgers.YEAR;
import static cn.anxun.core.indicator.Ledgers.figure;
import static cn.anxun.core.indicator.Ledgers.measure;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.state.LedgerState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

class FigurePropertiesTest {

  /** A hazard's day, the day it was closed (before it too, as bad input may be), its industry. */
  record Hazard(LocalDate found, @Nullable LocalDate closed, String industry) {}

  @Property(tries = 2000)
  void printedRate_ofAPartBelowItsWhole_neverReaches100(
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long whole,
      @ForAll @IntRange(max = 3) int missing,
      @ForAll @IntRange(max = 6) int scale) {
    BigDecimal part = BigDecimal.valueOf(Math.max(0, whole - missing));
    String printed = Fraction.percent(part, BigDecimal.valueOf(whole)).printedRate(scale);
    if (missing == 0) {
      assertThat(new BigDecimal(printed)).isEqualByComparingTo("100");
    } else {
      assertThat(new BigDecimal(printed)).isLessThan(BigDecimal.valueOf(100));
    }
    assertThat(new BigDecimal(printed).scale()).isEqualTo(scale);
  }

  @Property(tries = 200)
  void stockAndFlow_addUp(@ForAll("hazards") List<Hazard> hazards) {
    LedgerState state = ledger(hazards);
    BigDecimal start = figure(state, "{'count':'hazard','stock':'start'}").part();
    BigDecimal found = figure(state, "{'count':'hazard'}").part();
    BigDecimal closed = figure(state, "{'count':'hazard','on':'closed_on'}").part();
    BigDecimal end = figure(state, "{'count':'hazard','stock':'end'}").part();
    assertThat(start.add(found).subtract(closed)).isEqualByComparingTo(end);
    BigDecimal net =
        figure(
                state,
                "{'net':[{'count':'hazard','stock':'end'},{'count':'hazard','stock':'start'}]}")
            .part();
    assertThat(net).isEqualByComparingTo(found.subtract(closed));
  }

  @Property(tries = 100)
  void breakDown_ofACount_addsUpToIt(@ForAll("hazards") List<Hazard> hazards) {
    LedgerState state = ledger(hazards);
    for (Dimension dimension : List.of(Dimension.INDUSTRY, Dimension.MONTH)) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Figure part :
          FigureEngine.breakDown(state, measure("{'count':'hazard'}"), "个", YEAR, dimension)
              .values()) {
        sum = sum.add(part.part());
      }
      assertThat(sum).isEqualByComparingTo(figure(state, "{'count':'hazard'}").part());
    }
  }

  @Property(tries = 100)
  void monthsOfACount_addUpToTheYear(@ForAll("hazards") List<Hazard> hazards) {
    LedgerState state = ledger(hazards);
    Measure all = measure("{'count':'hazard'}");
    BigDecimal sum = BigDecimal.ZERO;
    for (int month = 1; month <= 12; month++) {
      sum = sum.add(FigureEngine.figure(state, all, "个", Period.month(2023, month)).part());
    }
    assertThat(sum).isEqualByComparingTo(FigureEngine.figure(state, all, "个", YEAR).part());
  }

  private static LedgerState ledger(List<Hazard> hazards) {
    Ledgers ledgers = new Ledgers();
    for (Hazard hazard : hazards) {
      String closed = hazard.closed() == null ? "" : ",'closed_on':'" + hazard.closed() + "'";
      ledgers.add(
          "hazard",
          hazard.found().toString(),
          "{'industry':'" + hazard.industry() + "'" + closed + "}");
    }
    return ledgers.build();
  }

  @Provide
  Arbitrary<List<Hazard>> hazards() {
    Arbitrary<LocalDate> days =
        Arbitraries.integers().between(0, 3 * 365).map(LocalDate.of(2022, 1, 1)::plusDays);
    return Combinators.combine(days, days.injectNull(0.3), Arbitraries.of("", "工贸", "危化"))
        .as(Hazard::new)
        .list()
        .ofMaxSize(40);
  }
}
