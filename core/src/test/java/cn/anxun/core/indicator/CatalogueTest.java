package cn.anxun.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.indicator.Indicator.Direction;
import cn.anxun.core.state.LedgerState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

  @Test
  void standard_hasNoProblemAndNoNameTwice() {
    Catalogue standard = Catalogue.standard();
    assertThat(Catalogue.check(Catalogue.write(standard.list()), MeasureVocabulary.standard()))
        .isEmpty();
    Set<String> names = new HashSet<>();
    for (Indicator indicator : standard.list()) {
      assertThat(names.add(indicator.name())).as(indicator.name()).isTrue();
    }
    assertThat(names).hasSizeGreaterThan(90);
  }

  @Test
  void standard_hasWhatTheYearEndAsksFor() {
    LedgerState state =
        new Ledgers()
            .add(3, "hazard", "2023-02-01", "{'level':'一般','state':'rectified','closed_on':null}")
            .add("hazard", "2023-02-01", "{'level':'重大','state':'closed','closed_on':'2023-03-01'}")
            .add("hazard", "2022-02-01", "{'level':'重大','state':'open','overdue':true}")
            .add("drill", "2023-02-01", "{'level':'区级','form':'桌面','participants':40}")
            .add("accident", "2023-02-01", "{'grade':'较大','deaths':3,'loss_yuan':123456.78}")
            .add("planned_site", "2023-01-01", "{'visited':true}")
            .add(2, "planned_site", "2023-01-01", "{}")
            .build();
    assertThat(printed(state, "hazard.found")).isEqualTo("4");
    assertThat(printed(state, "hazard.rate")).isEqualTo("100.00");
    assertThat(printed(state, "hazard.rate.major")).isEqualTo("100.00");
    assertThat(printed(state, "hazard.overdue")).isEqualTo("1");
    assertThat(printed(state, "hazard.stock.start")).isEqualTo("1");
    assertThat(printed(state, "hazard.stock.closed")).isEqualTo("1");
    assertThat(printed(state, "hazard.stock.end")).isEqualTo("4");
    assertThat(printed(state, "hazard.stock.change")).isEqualTo("3");
    assertThat(printed(state, "drill.participants")).isEqualTo("40");
    assertThat(printed(state, "accident.considerable-or-worse")).isEqualTo("1");
    assertThat(printed(state, "accident.loss")).isEqualTo("12.35");
    assertThat(printed(state, "inspection-plan.rate")).isEqualTo("33.33");
    assertThat(printed(state, "grid.coverage")).isEqualTo("/");
  }

  private static String printed(LedgerState state, String id) {
    return FigureEngine.figure(state, Catalogue.standard().get(id), Ledgers.YEAR).printed();
  }

  @Test
  void onTimeRates_countTheDeadlinesDueInThePeriod() {
    LedgerState state =
        new Ledgers()
            .add(
                "hazard",
                "2022-12-20",
                "{'first_deadline':'2023-01-05','current_deadline':'2023-02-05','first_deadline_reached':true,"
                    + "'deadline_reached':true,'rectified_on_time':true}")
            .add(
                "hazard",
                "2023-01-02",
                "{'first_deadline':'2023-01-20','current_deadline':'2023-01-20','first_deadline_reached':true,"
                    + "'deadline_reached':true,'rectified_on_time':true,'rectified_on_time_first':true}")
            .add(
                "hazard",
                "2023-12-20",
                "{'first_deadline':'2023-12-31','current_deadline':'2024-01-31'}")
            .build();
    assertThat(printed(state, "hazard.on-time.current")).isEqualTo("100.00");
    assertThat(printed(state, "hazard.on-time.first")).isEqualTo("50.00");
    assertThat(printed(state, "hazard.due")).isEqualTo("2");
  }

  @Test
  void at_whenTheOfficeDefinesItsOwn_addsAndReplacesById() {
    LedgerState state =
        new Ledgers()
            .document(
                Documents.INDICATORS,
                "{'indicators':[{'id':'drill.times','name':'应急演练场次','unit':'场','direction':'neither',"
                    + "'measure':{'count':'drill'}},{'id':'own','name':'燃气检查','unit':'家次','direction':'higher',"
                    + "'measure':{'count':'inspection','where':{'industry':'城镇燃气'}}},{'id':'broken'}]}")
            .build();
    Catalogue catalogue = Catalogue.at(state);
    assertThat(catalogue.get("drill.times").name()).isEqualTo("应急演练场次");
    assertThat(catalogue.get("own").direction()).isEqualTo(Direction.HIGHER);
    assertThat(catalogue.find("broken")).isEmpty();
    assertThat(catalogue.list()).hasSize(Catalogue.standard().list().size() + 1);
    assertThatThrownBy(() -> Catalogue.standard().get("own"))
        .isInstanceOf(NoSuchElementException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'id':'a' | 'id':'a b' | indicators[0].id BAD_NAME",
        "'id':'a', | '' | indicators[0].id MISSING",
        "'unit':'个' | 'unit':'匹' | indicators[0].unit UNKNOWN_VALUE",
        "'unit':'个' | 'unit':'%' | indicators[0].unit UNKNOWN_VALUE",
        "'unit':'个' | 'unit':'万元' | indicators[0].unit UNKNOWN_VALUE",
        ",'direction':'higher' | '' | indicators[0].direction MISSING",
        "higher | up | indicators[0].direction UNKNOWN_VALUE",
        "'count':'hazard' | 'count':'hazrad' | indicators[0].measure.count MEASURE",
        "'count':'hazard' | 'count':'hazard','where':{'levle':'x'} |"
            + " indicators[0].measure.where.levle MEASURE",
        "'count':'hazard' | 'sum':'hazard.level' | indicators[0].measure.sum MEASURE",
        "'count':'hazard' | 'count':'hazard','on':'level' | indicators[0].measure.on MEASURE",
        "'count':'hazard' | 'counts':'hazard' | indicators[0].measure MEASURE",
      })
  void check_whenSomethingIsWrong_saysWhere(String right, String wrong, String expected) {
    String document =
        "{'indicators':[{'id':'a','name':'甲','unit':'个','measure':{'count':'hazard'},'direction':'higher'}]}";
    assertThat(document).contains(right);
    String changed = document.replace(right, wrong.equals("''") ? "" : wrong);
    List<DocumentProblem> problems =
        Catalogue.check(Ledgers.members(changed), MeasureVocabulary.standard());
    assertThat(problems)
        .extracting(problem -> problem.path() + ' ' + problem.code())
        .containsExactly(expected);
    assertThat(Catalogue.check(Ledgers.members(document), MeasureVocabulary.standard())).isEmpty();
  }

  @Test
  void check_whenAnIdStandsTwice_saysSo() {
    String indicator =
        "{'id':'a','name':'甲','unit':'%','direction':'higher','measure':{'rate':[{'count':'drill'},{'count':'plan'}]}}";
    assertThat(
            Catalogue.check(
                Ledgers.members("{'indicators':[" + indicator + "," + indicator + "]}"),
                MeasureVocabulary.standard()))
        .extracting(problem -> problem.path() + ' ' + problem.code())
        .containsExactly("indicators[1].id DUPLICATE");
  }

  @Test
  void vocabulary_namesThePathInsideARate() {
    Measure rate =
        Ledgers.measure(
            "{'rate':[{'count':'hazard'},{'net':[{'count':'hazard'},{'count':'hazard','distinct':'sites'}]}]}");
    MeasureProblem problem =
        catchThrowableOfType(
                MeasureRejectedException.class, () -> MeasureVocabulary.standard().check(rate))
            .problem();
    assertThat(problem.path()).isEqualTo("rate[1].net[1].distinct");
    assertThat(problem.code()).isEqualTo(MeasureProblem.Code.UNKNOWN_FIELD);
  }

  @Test
  void figures_ofTheWholeCatalogue_areAllThere() {
    LedgerState state = new Ledgers().build();
    Map<String, Figure> figures =
        FigureEngine.figures(state, Catalogue.standard().list(), Ledgers.YEAR);
    assertThat(figures).hasSameSizeAs(Catalogue.standard().list());
    assertThat(figures.values()).allMatch(figure -> figure.printed().matches("/|0|0\\.00"));
  }
}
