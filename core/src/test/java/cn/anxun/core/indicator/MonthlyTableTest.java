package cn.anxun.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthlyTableTest {

  @Test
  void of_addsSubIndustriesAndRecomputesTheTotal() {
    LedgerState state =
        new Ledgers()
            .add("inspection", "2023-02-01", "{'site':'s1','industry':'冶金'}")
            .add("inspection", "2023-02-02", "{'site':'s1','industry':'危化'}")
            .add("inspection", "2023-02-02", "{'site':'s2','industry':'工贸'}")
            .add(2, "hazard", "2023-02-01", "{'industry':'冶金','level':'一般','state':'rectified'}")
            .add("hazard", "2023-02-01", "{'industry':'商贸','level':'一般','state':'open'}")
            .add(1, "hazard", "2023-02-01", "{'industry':'危化','level':'一般','state':'closed'}")
            .add(
                "hazard",
                "2023-02-01",
                "{'industry':'危化','level':'重大','state':'open','five_measures':true,'listed':true,"
                    + "'listed_level':'省','funds_yuan':25000}")
            .add("hazard", "2023-02-01", "{'industry':'航天','level':'重大','state':'closed'}")
            .add("hazard", "2023-02-01", "{'level':'重大','state':'rectified'}")
            .build();
    MonthlyTable table = MonthlyTable.of(state, Period.month(2023, 2));
    assertThat(row(table, "工贸"))
        .containsExactly("2", "3", "2", "66.7", "0", "0", "/", "0", "0", "0", "0", "0.00");
    assertThat(row(table, "危化"))
        .containsExactly("1", "1", "1", "100.0", "1", "0", "0.0", "1", "1", "1", "1", "2.50");
    assertThat(row(table, "航天"))
        .containsExactly("0", "0", "0", "/", "1", "1", "100.0", "0", "0", "0", "0", "0.00");
    assertThat(row(table, "旅游"))
        .containsExactly("0", "0", "0", "/", "0", "0", "/", "0", "0", "0", "0", "0.00");
    assertThat(printed(table.total()))
        .containsExactly("2", "4", "3", "75.0", "3", "1", "33.3", "2", "1", "1", "1", "2.50");
    List<String> industries = new ArrayList<>();
    table.rows().forEach(row -> industries.add(row.industry()));
    assertThat(industries).startsWith("工贸", "危化").endsWith("航天", "").doesNotContain("冶金");
  }

  @Test
  void of_neverPrints100ForARateBelowIt() {
    LedgerState state =
        new Ledgers()
            .add(3999, "hazard", "2023-02-01", "{'industry':'危化','level':'一般','state':'closed'}")
            .add("hazard", "2023-02-01", "{'industry':'危化','level':'一般','state':'open'}")
            .build();
    assertThat(row(MonthlyTable.of(state, Ledgers.YEAR), "危化").get(3)).isEqualTo("99.9");
  }

  private static List<String> row(MonthlyTable table, String industry) {
    for (MonthlyTable.Row row : table.rows()) {
      if (row.industry().equals(industry)) {
        return printed(row.cells());
      }
    }
    throw new AssertionError("no row " + industry);
  }

  private static List<String> printed(List<Figure> figures) {
    List<String> printed = new ArrayList<>();
    figures.forEach(figure -> printed.add(figure.printed()));
    return printed;
  }
}
