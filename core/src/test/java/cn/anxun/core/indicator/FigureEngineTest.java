package cn.anxun.core.indicator;

import static cn.anxun.core.indicator.Ledgers.YEAR;
import static cn.anxun.core.indicator.Ledgers.figure;
import static cn.anxun.core.indicator.Ledgers.measure;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Mark;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.state.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureEngineTest {
  private static final String MAJOR_RATE =
      "{'rate':[{'count':'hazard','where':{'level':'重大','state':'closed'}},"
          + "{'count':'hazard','where':{'level':'重大'}}]}";

  @Test
  void figure_of2395ClosedAmong2399_prints9983AndOpensOnTheGapOfFour() {
    LedgerState state =
        new Ledgers()
            .add(2395, "hazard", "2023-03-01", "{'level':'重大','state':'closed'}")
            .add(4, "hazard", "2023-03-01", "{'level':'重大','state':'open'}")
            .add(1356, "hazard", "2023-03-01", "{'level':'一般','state':'closed'}")
            .build();
    Figure rate = figure(state, MAJOR_RATE);
    assertThat(rate.printed()).isEqualTo("99.83");
    assertThat(rate.part()).isEqualByComparingTo("2395");
    assertThat(rate.whole()).isEqualByComparingTo("2399");
    assertThat(rate.unit()).isEqualTo("%");
    assertThat(rate.gapIds())
        .containsExactly("hazard-02396", "hazard-02397", "hazard-02398", "hazard-02399");
    assertThat(figure(state, "{'count':'hazard'}").printed()).isEqualTo("3755");
  }

  @Test
  void figure_of301Among364And67Among85_prints8269And7882() {
    LedgerState state =
        new Ledgers()
            .add(301, "hazard", "2023-03-01", "{'campaign':['铸安2020'],'state':'closed'}")
            .add(63, "hazard", "2023-03-01", "{'campaign':['铸安2020'],'state':'open'}")
            .add(67, "hazard", "2023-03-01", "{'campaign':['复工复产'],'state':'rectified'}")
            .add(18, "hazard", "2023-03-01", "{'campaign':['复工复产'],'state':'open'}")
            .build();
    String rate =
        "{'rate':[{'count':'hazard','where':{'campaign':'X','state':['closed','rectified']}},"
            + "{'count':'hazard','where':{'campaign':'X'}}]}";
    assertThat(figure(state, rate.replace("X", "铸安2020")).printed()).isEqualTo("82.69");
    assertThat(figure(state, rate.replace("X", "复工复产")).printed()).isEqualTo("78.82");
  }

  @Test
  void figure_whenTheWholeIsEmpty_printsASlash() {
    Figure rate = figure(new Ledgers().build(), MAJOR_RATE);
    assertThat(rate.printed()).isEqualTo("/");
    assertThat(rate.whole()).isEqualByComparingTo("0");
  }

  @Test
  void figure_whenTheUnitOfARateIsNotPercent_stillNeverPrints100() {
    LedgerState state =
        new Ledgers()
            .add(39999, "hazard", "2023-03-01", "{'level':'重大','state':'closed'}")
            .add("hazard", "2023-03-01", "{'level':'重大','state':'open'}")
            .build();
    assertThat(FigureEngine.figure(state, measure(MAJOR_RATE), "个", YEAR).printed())
        .isEqualTo("99.99");
  }

  @Test
  void figure_whenThePartExceedsTheWhole_printsOver100() {
    LedgerState state =
        new Ledgers()
            .add(3, "drill", "2023-03-01", "{}")
            .add(2, "plan", "2023-03-01", "{}")
            .build();
    assertThat(figure(state, "{'rate':[{'count':'drill'},{'count':'plan'}]}").printed())
        .isEqualTo("150.00");
  }

  @Test
  void where_whenAFlagIsUnset_readsAsFalseAndAnotherFieldMatchesNothing() {
    LedgerState state =
        new Ledgers()
            .add("hazard", "2023-03-01", "{'fixed_on_the_spot':true}")
            .add("hazard", "2023-03-01", "{'fixed_on_the_spot':false}")
            .add("hazard", "2023-03-01", "{}")
            .add("hazard", "2023-03-01", "{'level':null}")
            .build();
    assertThat(figure(state, "{'count':'hazard','where':{'fixed_on_the_spot':false}}").printed())
        .isEqualTo("3");
    assertThat(figure(state, "{'count':'hazard','where':{'level':['一般','重大']}}").printed())
        .isEqualTo("0");
  }

  @Test
  void where_comparesNumbersExactlyAndListsByTheirItems() {
    LedgerState state =
        new Ledgers()
            .add("inspection", "2023-03-01", "{'inspectors':2,'campaign':['甲','乙']}")
            .add("inspection", "2023-03-01", "{'inspectors':2.0,'campaign':'乙'}")
            .add("inspection", "2023-03-01", "{'inspectors':20,'campaign':[]}")
            .build();
    assertThat(figure(state, "{'count':'inspection','where':{'inspectors':2.00}}").printed())
        .isEqualTo("2");
    assertThat(figure(state, "{'count':'inspection','where':{'campaign':'乙'}}").printed())
        .isEqualTo("2");
    assertThat(figure(state, "{'count':'inspection','where':{'campaign':'甲'}}").printed())
        .isEqualTo("1");
  }

  @Test
  void where_asksLocalLevelsByTheirOwnNameToo() {
    LedgerState state =
        new Ledgers()
            .add("hazard", "2023-03-01", "{'level':'一般','recorded_level':'较大'}")
            .add("hazard", "2023-03-01", "{'level':'一般','recorded_level':'重大'}")
            .add("drill", "2023-03-01", "{'level':'一般','recorded_level':'较大'}")
            .build();
    assertThat(figure(state, "{'count':'hazard','where':{'level':'一般'}}").printed()).isEqualTo("2");
    assertThat(figure(state, "{'count':'hazard','where':{'level':'较大'}}").printed()).isEqualTo("1");
    assertThat(figure(state, "{'count':'hazard','where':{'level':'重大'}}").printed()).isEqualTo("0");
    assertThat(figure(state, "{'count':'drill','where':{'level':'较大'}}").printed()).isEqualTo("0");
  }

  @Test
  void distinct_countsEachSiteOnceAndNoRecordWithoutASite() {
    LedgerState state =
        new Ledgers()
            .add("inspection", "2023-03-01", "{'site':'s1'}")
            .add("inspection", "2023-04-01", "{'site':'s1'}")
            .add("inspection", "2023-05-01", "{'site':'s2'}")
            .add("inspection", "2023-05-01", "{}")
            .merge("s3", "s2")
            .build();
    Figure sites = figure(state, "{'count':'inspection','distinct':'site'}");
    assertThat(sites.printed()).isEqualTo("2");
    assertThat(sites.partIds()).hasSize(3);
    assertThat(figure(state, "{'count':'inspection','where':{'site':'s3'}}").printed())
        .isEqualTo("1");
  }

  @Test
  void sum_isExactWithTwoDecimalsForYuanAndAsManyAsNeededElse() {
    LedgerState state =
        new Ledgers()
            .add("enforcement", "2023-03-01", "{'fine_yuan':155000}")
            .add("enforcement", "2023-03-01", "{}")
            .add("training", "2023-03-01", "{'hours':0.1,'attendees':30}")
            .add("training", "2023-03-01", "{'hours':0.2,'attendees':'many'}")
            .add("training", "2023-03-01", "{'hours':1.20}")
            .build();
    Figure fines = figure(state, "{'sum':'enforcement.fine_yuan'}");
    assertThat(fines.printed()).isEqualTo("155000.00");
    assertThat(fines.partIds()).containsExactly("enforcement-00001");
    assertThat(figure(state, "{'sum':'enforcement.collected_yuan'}").printed()).isEqualTo("0.00");
    assertThat(figure(state, "{'sum':'training.hours'}").printed()).isEqualTo("1.5");
    assertThat(figure(state, "{'sum':'training.attendees'}").printed()).isEqualTo("30");
  }

  @Test
  void figure_countsTheDaysOfThePeriodAlone() {
    LedgerState state =
        new Ledgers()
            .add("drill", "2022-12-31", "{}")
            .add("drill", "2023-01-01", "{}")
            .add("drill", "2023-12-31", "{}")
            .add("drill", "2024-01-01", "{}")
            .build();
    Figure year = figure(state, "{'count':'drill'}");
    assertThat(year.partIds()).containsExactly("drill-00002", "drill-00003");
    assertThat(year.wholeIds()).isEqualTo(year.partIds());
    assertThat(year.cutoff()).isEqualTo(state.cutoff());
  }

  @Test
  void on_countsByAnotherDate() {
    LedgerState state =
        new Ledgers()
            .add("hazard", "2022-12-01", "{'current_deadline':'2023-01-10'}")
            .add("hazard", "2023-12-01", "{'current_deadline':'2024-01-10'}")
            .add("hazard", "2023-12-01", "{}")
            .build();
    assertThat(figure(state, "{'count':'hazard','on':'current_deadline'}").partIds())
        .containsExactly("hazard-00001");
  }

  @Test
  void marks_areThoseThatCanChangeTheFigure() {
    LedgerState state =
        new Ledgers()
            .add("hazard", "2023-03-01", "{'level':'一般'}", Mark.CONFLICT)
            .add("hazard", "2023-03-02", "{'level':'重大'}", Mark.WITHOUT_EFFECT)
            .add("drill", "2023-03-01", "{'level':'区级'}", Mark.WAITING)
            .notice(Notice.Type.CONFLICT, "hazard-00001", "level")
            .build();
    assertThat(figure(state, "{'count':'hazard','where':{'level':'重大'}}").marks())
        .containsExactly(Mark.CONFLICT);
    assertThat(figure(state, "{'count':'hazard'}").marks()).isEmpty();
    assertThat(figure(state, "{'count':'drill'}").marks()).containsExactly(Mark.WAITING);
    assertThat(figure(state, "{'count':'drill','where':{'level':'企业'}}").marks())
        .containsExactly(Mark.WAITING);
  }

  @Test
  void marks_whenAConflictBearsOnADerivedField_markEveryMeasureOfIt() {
    LedgerState state =
        new Ledgers()
            .add("hazard", "2023-03-01", "{'state':'open'}", Mark.CONFLICT)
            .notice(Notice.Type.CONFLICT, "hazard-00001", "deadline")
            .build();
    assertThat(figure(state, "{'count':'hazard','where':{'overdue':true}}").marks())
        .containsExactly(Mark.CONFLICT);
  }

  @Test
  void marks_whenAVoidIsProposed_markWhatCountsTheRecordAlone() {
    LedgerState state =
        new Ledgers()
            .add("drill", "2023-03-01", "{'level':'区级'}", Mark.PROPOSAL)
            .notice(Notice.Type.PROPOSAL, "drill-00001", "")
            .build();
    assertThat(figure(state, "{'count':'drill'}").marks()).containsExactly(Mark.PROPOSAL);
    assertThat(figure(state, "{'count':'drill','where':{'level':'企业'}}").marks()).isEmpty();
  }

  @Test
  void marks_ofTheWholeLedger_standOnEachFigure() {
    assertThat(figure(new Ledgers().build(Mark.UPGRADE_NEEDED), "{'count':'drill'}").marks())
        .containsExactly(Mark.UPGRADE_NEEDED);
  }

  @Test
  void net_takesTheOthersFromTheFirst() {
    LedgerState state =
        new Ledgers()
            .add(5, "drill", "2023-03-01", "{'form':'桌面'}")
            .add(2, "drill", "2023-03-01", "{'form':'实战'}")
            .build();
    Figure net =
        figure(state, "{'net':[{'count':'drill'},{'count':'drill','where':{'form':'桌面'}}]}");
    assertThat(net.printed()).isEqualTo("2");
    assertThat(net.partIds()).hasSize(7);
  }

  @Test
  void breakDown_byMonthAndDivision_addsUpToTheWholeWithTheUnsetLast() {
    LedgerState state =
        new Ledgers()
            .add(2, "drill", "2023-05-12", "{'division':'430602001003'}")
            .add("drill", "2023-01-12", "{'division':'430602001'}")
            .add("drill", "2023-05-12", "{'division':'430602'}")
            .build();
    assertThat(printed(state, "{'count':'drill'}", Dimension.MONTH))
        .containsExactly(Map.entry("2023-01", "1"), Map.entry("2023-05", "3"));
    assertThat(printed(state, "{'count':'drill'}", Dimension.STREET))
        .containsExactly(Map.entry("430602001", "3"), Map.entry("", "1"));
    assertThat(printed(state, "{'count':'drill'}", Dimension.COMMUNITY))
        .containsExactly(Map.entry("430602001003", "2"), Map.entry("", "2"));
  }

  @Test
  void breakDown_ofARate_recomputesEachLabelAndKeepsThoseWithoutAPart() {
    LedgerState state =
        new Ledgers()
            .add(2, "hazard", "2023-05-12", "{'level':'重大','industry':'危化','state':'closed'}")
            .add("hazard", "2023-05-12", "{'level':'重大','industry':'危化','state':'open'}")
            .add("hazard", "2023-05-12", "{'level':'重大','industry':'工贸','state':'open'}")
            .build();
    assertThat(printed(state, MAJOR_RATE, Dimension.INDUSTRY))
        .containsOnly(Map.entry("危化", "66.67"), Map.entry("工贸", "0.00"));
  }

  @Test
  void breakDown_byAListField_countsARecordUnderEachOfItsValues() {
    LedgerState state = new Ledgers().add("drill", "2023-05-12", "{'campaign':['甲','乙']}").build();
    assertThat(printed(state, "{'count':'drill'}", Dimension.of("campaign")))
        .containsOnly(Map.entry("甲", "1"), Map.entry("乙", "1"));
  }

  @Test
  void figures_ofManyIndicators_areThoseOfEachAlone() {
    LedgerState state =
        new Ledgers()
            .add(3, "hazard", "2023-05-12", "{'level':'重大','state':'closed'}")
            .add("hazard", "2023-05-12", "{'level':'重大','state':'open'}")
            .build();
    List<Indicator> indicators = new ArrayList<>();
    for (String text :
        List.of(MAJOR_RATE, "{'count':'hazard'}", "{'count':'hazard','where':{'level':'重大'}}")) {
      indicators.add(
          new Indicator(
              "i" + indicators.size(), "", measure(text), "个", Indicator.Direction.NEITHER));
    }
    Map<String, Figure> figures = FigureEngine.figures(state, indicators, YEAR);
    assertThat(figures.keySet()).containsExactly("i0", "i1", "i2");
    for (Indicator indicator : indicators) {
      assertThat(figures.get(indicator.id()))
          .isEqualTo(FigureEngine.figure(state, indicator, YEAR));
    }
  }

  private static Map<String, String> printed(
      LedgerState state, String measure, Dimension dimension) {
    Map<String, String> printed = new java.util.LinkedHashMap<>();
    FigureEngine.breakDown(state, measure(measure), "个", YEAR, dimension)
        .forEach((label, figure) -> printed.put(label, figure.printed()));
    return printed;
  }
}
