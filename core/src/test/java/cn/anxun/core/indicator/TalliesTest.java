package cn.anxun.core.indicator;

import static cn.anxun.core.indicator.Ledgers.YEAR;
import static cn.anxun.core.indicator.Ledgers.figure;
import static cn.anxun.core.indicator.Ledgers.measure;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Mark;
import cn.anxun.core.state.LedgerState;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TalliesTest {
  private static final String DRILLS = "{'count':'drill'}";
  private static final String ENTERPRISE_DRILLS = "{'count':'drill','where':{'level':'企业'}}";

  private static String tally(
      String measured, int quantity, String from, String until, String rest) {
    return "{'measured':'%s','quantity':%d,'from':'%s','until':'%s'%s}"
        .formatted(measured, quantity, from, until, rest);
  }

  private static String yearOf(String measured, int quantity, String rest) {
    return tally(measured, quantity, "2023-01-01", "2023-12-31", rest);
  }

  @Test
  void count_whenAUnitReportsATotal_addsItAndShowsTheSplit() {
    LedgerState state =
        new Ledgers()
            .add(3, "drill", "2023-05-01", "{'unit':'乙街道'}")
            .add("tally", "2023-12-20", yearOf("drill", 1000, ",'unit':'甲街道'"))
            .build();
    Figure drills = figure(state, DRILLS);
    assertThat(drills.printed()).isEqualTo("1003");
    assertThat(drills.fromLedger()).isEqualByComparingTo("3");
    assertThat(drills.fromTally()).isEqualByComparingTo("1000");
    assertThat(drills.partIds()).contains("tally-00004").hasSize(4);
    assertThat(drills.marks()).isEmpty();
  }

  @Test
  void count_whenTheUnitRecordedSomeInDetail_doesNotCountThemTwice() {
    LedgerState state =
        new Ledgers()
            .add(4, "drill", "2023-05-01", "{'unit':'甲街道','level':'企业'}")
            .add(2, "drill", "2023-07-01", "{'unit':'甲街道','level':'企业'}")
            .add(1, "drill", "2023-05-01", "{'unit':'甲街道','level':'区级'}")
            .add(
                "tally",
                "2023-07-01",
                tally(
                    "drill",
                    10,
                    "2023-04-01",
                    "2023-06-30",
                    ",'unit':'甲街道','where':{'level':'企业'}"))
            .build();
    Figure drills = figure(state, DRILLS);
    assertThat(drills.fromLedger()).isEqualByComparingTo("7");
    assertThat(drills.fromTally()).isEqualByComparingTo("6");
    assertThat(figure(state, ENTERPRISE_DRILLS).printed()).isEqualTo("12");
  }

  @Test
  void count_whenTheDetailExceedsTheTotal_addsNothing() {
    LedgerState state =
        new Ledgers()
            .add(4, "drill", "2023-05-01", "{'unit':'甲街道'}")
            .add("tally", "2023-12-20", yearOf("drill", 3, ",'unit':'甲街道'"))
            .build();
    assertThat(figure(state, DRILLS).printed()).isEqualTo("4");
  }

  @Test
  void count_whenTheReportIsNil_namesItAmongTheRecords() {
    LedgerState state =
        new Ledgers().add("tally", "2023-12-20", yearOf("drill", 0, ",'unit':'甲街道'")).build();
    assertThat(figure(state, DRILLS).printed()).isEqualTo("0");
    assertThat(figure(state, DRILLS).partIds()).containsExactly("tally-00001");
  }

  @Test
  void count_whenTheTotalDoesNotStateTheField_matchesNoCondition() {
    LedgerState state =
        new Ledgers().add("tally", "2023-12-20", yearOf("hazard", 9, ",'unit':'甲街道'")).build();
    assertThat(figure(state, "{'count':'hazard','where':{'level':'一般'}}").printed()).isEqualTo("0");
    assertThat(figure(state, "{'count':'hazard','where':{'fixed_on_the_spot':false}}").printed())
        .isEqualTo("0");
    assertThat(figure(state, "{'count':'hazard','where':{'unit':'甲街道'}}").printed()).isEqualTo("9");
  }

  @Test
  void count_whenTheTotalStatesSeveralValues_needsThemAllExceptInAList() {
    LedgerState state =
        new Ledgers()
            .add(
                "tally",
                "2023-12-20",
                yearOf(
                    "drill", 9, ",'unit':'甲','where':{'level':['企业','村社区'],'campaign':['子','丑']}"))
            .build();
    assertThat(figure(state, ENTERPRISE_DRILLS).printed()).isEqualTo("0");
    assertThat(figure(state, "{'count':'drill','where':{'level':['企业','村社区','区级']}}").printed())
        .isEqualTo("9");
    assertThat(figure(state, "{'count':'drill','where':{'campaign':'子'}}").printed())
        .isEqualTo("9");
  }

  @Test
  void count_whenTheTotalIsOfALocalLevel_countsItAsOrdinary() {
    LedgerState state =
        new Ledgers()
            .add("tally", "2023-12-20", yearOf("hazard", 9, ",'unit':'甲','where':{'level':'较大'}"))
            .build();
    assertThat(figure(state, "{'count':'hazard','where':{'level':'一般'}}").printed()).isEqualTo("9");
    assertThat(figure(state, "{'count':'hazard','where':{'level':'较大'}}").printed()).isEqualTo("9");
    assertThat(figure(state, "{'count':'hazard','where':{'level':'重大'}}").printed()).isEqualTo("0");
  }

  @Test
  void sum_takesTotalsOfItsFieldAlone() {
    LedgerState state =
        new Ledgers()
            .add(2, "drill", "2023-05-01", "{'unit':'甲','participants':30}")
            .add(
                "tally",
                "2023-12-20",
                yearOf("drill", 500, ",'unit':'甲','measured_field':'participants'"))
            .build();
    Figure participants = figure(state, "{'sum':'drill.participants'}");
    assertThat(participants.printed()).isEqualTo("500");
    assertThat(participants.fromLedger()).isEqualByComparingTo("60");
    assertThat(participants.fromTally()).isEqualByComparingTo("440");
    assertThat(figure(state, DRILLS).printed()).isEqualTo("2");
  }

  @Test
  void distinctStockAndOtherDates_takeNoTotals() {
    LedgerState state =
        new Ledgers()
            .add("tally", "2023-12-20", yearOf("hazard", 9, ",'unit':'甲'"))
            .add("tally", "2023-12-20", yearOf("inspection", 9, ",'unit':'甲'"))
            .build();
    assertThat(figure(state, "{'count':'inspection','distinct':'site'}").printed()).isEqualTo("0");
    assertThat(figure(state, "{'count':'hazard','stock':'end'}").printed()).isEqualTo("0");
    assertThat(figure(state, "{'count':'hazard','on':'closed_on'}").printed()).isEqualTo("0");
    assertThat(figure(state, "{'count':'hazard'}").printed()).isEqualTo("9");
  }

  @Test
  void count_whenTheTotalOnlyOverlapsThePeriod_leavesItOutAndMarksTheFigure() {
    LedgerState state =
        new Ledgers()
            .add(
                "tally", "2023-01-20", tally("drill", 7, "2022-12-01", "2023-01-15", ",'unit':'甲'"))
            .add(
                "tally", "2023-01-20", tally("drill", 7, "2022-11-01", "2022-12-31", ",'unit':'甲'"))
            .build();
    Figure drills = figure(state, DRILLS);
    assertThat(drills.printed()).isEqualTo("0");
    assertThat(drills.partIds()).isEmpty();
    assertThat(drills.marks()).containsExactly(Mark.TALLY_OUTSIDE_PERIOD);
  }

  @Test
  void count_whenAUnitReportsAgain_countsTheLaterReport() {
    LedgerState state =
        new Ledgers()
            .add("tally", "2023-12-25", yearOf("drill", 12, ",'unit':'甲'"))
            .add("tally", "2023-12-20", yearOf("drill", 10, ",'unit':'甲'"))
            .build();
    assertThat(figure(state, DRILLS).printed()).isEqualTo("12");
    assertThat(figure(state, DRILLS).marks()).isEmpty();
  }

  @Test
  void count_whenReportsOverlap_countsBothAndMarksTheFigure() {
    LedgerState state =
        new Ledgers()
            .add("tally", "2023-12-25", yearOf("drill", 12, ",'unit':'甲'"))
            .add(
                "tally", "2023-04-01", tally("drill", 3, "2023-01-01", "2023-03-31", ",'unit':'甲'"))
            .build();
    Figure drills = figure(state, DRILLS);
    assertThat(drills.printed()).isEqualTo("15");
    assertThat(drills.marks()).containsExactly(Mark.TALLIES_OVERLAP);
  }

  @Test
  void count_whenReportsAreToldApart_marksNothing() {
    LedgerState state =
        new Ledgers()
            .add("tally", "2023-12-25", yearOf("drill", 12, ",'unit':'甲','where':{'level':'企业'}"))
            .add("tally", "2023-12-25", yearOf("drill", 3, ",'unit':'甲','where':{'level':'村社区'}"))
            .add("tally", "2023-12-25", yearOf("drill", 4, ",'unit':'乙'"))
            .build();
    assertThat(figure(state, DRILLS).printed()).isEqualTo("19");
    assertThat(figure(state, DRILLS).marks()).isEmpty();
  }

  @Test
  void breakDown_putsATotalUnderItsOwnLabelAndUnderNoMonthWhereItSpansSeveral() {
    LedgerState state =
        new Ledgers()
            .add(2, "drill", "2023-02-01", "{'unit':'甲','level':'区级'}")
            .add("tally", "2023-12-25", yearOf("drill", 12, ",'unit':'甲','where':{'level':'企业'}"))
            .add(
                "tally", "2023-03-01", tally("drill", 5, "2023-02-01", "2023-02-28", ",'unit':'乙'"))
            .build();
    assertThat(values(state, Dimension.UNIT)).isEqualTo(Map.of("甲", "14", "乙", "5"));
    assertThat(values(state, Dimension.LEVEL)).isEqualTo(Map.of("区级", "2", "企业", "12", "", "5"));
    assertThat(values(state, Dimension.MONTH)).isEqualTo(Map.of("2023-02", "7", "", "12"));
  }

  private static Map<String, String> values(LedgerState state, Dimension dimension) {
    Map<String, String> values = new java.util.HashMap<>();
    FigureEngine.breakDown(state, measure(DRILLS), "次", YEAR, dimension)
        .forEach((label, figure) -> values.put(label, figure.printed()));
    return values;
  }
}
