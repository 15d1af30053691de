package cn.anxun.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import cn.anxun.core.indicator.UnitReports.Answer;
import cn.anxun.core.state.LedgerState;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UnitReportsTest {

  @Test
  void of_tellsANilReportFromSilence() {
    LedgerState state =
        new Ledgers()
            .add("drill", "2023-03-05", "{'unit':'甲'}")
            .add("hazard", "2023-01-05", "{'unit':'乙','state':'closed','closed_on':'2023-03-02'}")
            .add("tally", "2023-04-02", tally("丙", 12))
            .add("tally", "2023-04-02", tally("丁", 0))
            .add("drill", "2023-04-01", "{'unit':'戊'}")
            .add("site", "2023-03-01", "{'unit':'己'}")
            .build();
    assertThat(
            UnitReports.of(
                state, Period.month(2023, 3), Arrays.asList("甲", "乙", "丙", "丁", "戊", "己")))
        .containsExactly(
            entry("甲", Answer.REPORTED),
            entry("乙", Answer.REPORTED),
            entry("丙", Answer.REPORTED),
            entry("丁", Answer.NIL),
            entry("戊", Answer.SILENT),
            entry("己", Answer.SILENT));
  }

  private static String tally(String unit, int quantity) {
    return "{'unit':'"
        + unit
        + "','measured':'drill','quantity':"
        + quantity
        + ",'from':'2023-03-01','until':'2023-03-31'}";
  }
}
