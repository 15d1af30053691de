package cn.anxun.core.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.Fraction;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Cutoff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormEngineTest {
  private static final Cutoff CUTOFF = new Cutoff(9, LocalDate.of(2023, 12, 31));
  private final FormEngine engine = new FormEngine(FormSettings.STANDARD);

  /** A row whose ledger figure is the given part over the given whole; a whole of 1 is a count. */
  private FormResult fillMeasured(String row, long part, long whole) throws FormRejectedException {
    String measure =
        whole == 1
            ? "{\"count\":\"drill\"}"
            : "{\"rate\":[{\"count\":\"hazard\"},{\"count\":\"hazard\"}]}";
    return fill(
        "{\"l1\":\"产出指标\",\"l3\":\"行\",\"measure\":" + measure + "," + row + "}", part, whole);
  }

  private FormResult fillTyped(String row) throws FormRejectedException {
    return fill("{\"l1\":\"产出指标\",\"l3\":\"行\"," + row + "}", 0, 1);
  }

  private FormResult fill(String rows, long part, long whole) throws FormRejectedException {
    return fillForm(
        "{\"title\":\"表\",\"template\":\"项目支出绩效自评表\",\"rows\":[" + rows + "]}", part, whole);
  }

  private FormResult fillForm(String form, long part, long whole) throws FormRejectedException {
    return engine.fill(
        FormJson.read(JsonText.read(form), 2023, "f1"), new FixedFigures(part, whole));
  }

  private static List<String> flags(FormResult result) {
    List<String> flags = new ArrayList<>();
    for (FormFlag flag : result.flags()) {
      if (flag.type() != FormFlag.Type.WEIGHTS_SUM) {
        flags.add(flag.type().wire() + (flag.says().isEmpty() ? "" : " " + flag.says()));
      }
    }
    return flags;
  }

  @ParameterizedTest
  @CsvSource({
    "≥30,55,1,10,10.00,deviation 183.33",
    "≥30,39,1,10,10.00,",
    "≥30,30,1,10,10.00,",
    "≥30,15,1,10,5.00,deviation 50.00",
    "≥3,2,1,10,6.67,deviation 66.67",
    "≤5,5,1,10,10.00,",
    "≤5,8,1,10,6.25,deviation 160.00",
    "≤0,0,1,10,10.00,",
    "≤0,3,1,10,0.00,deviation /",
    "=0,0,1,10,10.00,",
    "=0,3,1,10,0.00,deviation /",
    "=10,12,1,10,8.00,deviation 120.00",
    "=10,25,1,10,0.00,deviation 250.00",
    "=100%,2395,2399,10,9.98,deviation 99.83",
    "=100%,99999,100000,10,10.00,deviation 99.99",
    "≥100%,2395,2395,10,10.00,",
    "=99.83%,2395,2399,10,10.00,",
    "≥99.84%,2395,2399,10,10.00,deviation 99.99",
  })
  void fill_whenMeasured_scoresByTheExactFraction(
      String target, long part, long whole, int weight, String score, String flag)
      throws FormRejectedException {
    FormResult result =
        fillMeasured("\"target\":\"" + target + "\",\"weight\":" + weight, part, whole);

    assertThat(result.rows().get(0).score()).contains(new BigDecimal(score));
    assertThat(flags(result)).isEqualTo(flag == null ? List.of() : List.of(flag));
  }

  @Test
  void fill_whenTheTargetPullsAgainstTheDirection_keepsFullMarksAndFlags()
      throws FormRejectedException {
    FormResult result =
        fillMeasured(
            "\"target\":\"≤3755个\",\"printed\":\"=3755个\",\"weight\":10,\"direction\":\"higher\"",
            3755,
            1);

    assertThat(result.rows().get(0).score()).contains(new BigDecimal("10.00"));
    assertThat(result.rows().get(0).actualWithUnit()).isEqualTo("3755个");
    assertThat(flags(result)).containsExactly("direction", "printed-operator");
  }

  @Test
  void fill_whenTheOperatorIsRepeated_flagsItAndNotTheDirection() throws FormRejectedException {
    FormResult result =
        fillMeasured("\"target\":\"≤≤15轮\",\"weight\":10,\"direction\":\"higher\"", 15, 1);

    assertThat(result.rows().get(0).score()).contains(new BigDecimal("10.00"));
    assertThat(flags(result)).containsExactly("operator");
  }

  @Test
  void fill_whenOperatorsContradict_leavesTheRowUnscored() throws FormRejectedException {
    FormResult result = fillMeasured("\"target\":\"≥≤15轮\",\"weight\":10", 20, 1);

    assertThat(result.rows().get(0).score()).isEmpty();
    assertThat(flags(result)).containsExactly("operator");
  }

  @ParameterizedTest
  @CsvSource({
    "2395个,printed-differs 2399",
    "2399个,",
    "'2,399 个',",
    "已完成,",
    "排查2399个，整改2395个,",
    "≥2399个,printed-operator",
    "2399个以上,printed-operator",
    "高于去年,",
  })
  void fill_whenAPrintedActualIsGiven_isHeldAgainstTheLedger(String printed, String flag)
      throws FormRejectedException {
    FormResult result =
        fillMeasured("\"target\":\"2399个\",\"printed\":\"" + printed + "\"", 2399, 1);

    assertThat(flags(result)).isEqualTo(flag == null ? List.of() : List.of(flag));
  }

  @Test
  void fill_whenPrintedAsHundredPercent_saysTheTrueRate() throws FormRejectedException {
    FormResult result = fillMeasured("\"target\":\"≥99%\",\"printed\":\"100%\"", 2395, 2399);

    assertThat(flags(result)).containsExactly("printed-differs 99.83");
  }

  @Test
  void fill_whenTheWholeIsEmpty_printsASlashWithoutScore() throws FormRejectedException {
    FormResult result =
        fillMeasured("\"target\":\"100%\",\"weight\":10,\"printed\":\"100%\"", 0, 0);

    assertThat(result.rows().get(0).actualWithUnit()).isEqualTo("/");
    assertThat(result.rows().get(0).score()).isEmpty();
    assertThat(flags(result)).containsExactly("printed-differs /");
  }

  @ParameterizedTest
  @CsvSource({
    "2023年,已完成,10,10.00,已完成,",
    "12月份,12月份,5,5.00,12月份,",
    "建立长效管理机制,开展相关活动,8.5,8.50,开展相关活动,",
    "90%,90%,0,10.00,90,",
    "≥90%,85.5%,10,9.50,85.5,deviation 95.00",
    "100%,完成,9,9.00,完成,",
    "≥98%,≥98%,10,10.00,98,printed-operator",
  })
  void fill_whenTyped_computesNumbersAndTakesTheJudgedScoreOfWords(
      String target,
      String typed,
      BigDecimal printedScore,
      String score,
      String actual,
      String flag)
      throws FormRejectedException {
    FormResult result =
        fillTyped(
            "\"target\":\""
                + target
                + "\",\"typed\":\""
                + typed
                + "\",\"weight\":10,\"printed_score\":"
                + printedScore);

    assertThat(result.rows().get(0).score()).contains(new BigDecimal(score));
    assertThat(result.rows().get(0).actual()).isEqualTo(actual);
    assertThat(flags(result)).isEqualTo(flag == null ? List.of() : List.of(flag));
  }

  @Test
  void fill_whenAReasonIsGiven_owesNone() throws FormRejectedException {
    FormResult result = fillMeasured("\"target\":\"≥30\",\"reason\":\"雨季提前\"", 55, 1);

    assertThat(result.flags()).isEmpty();
  }

  @Test
  void fill_whenTenThousands_comparesInOnes() throws FormRejectedException {
    assertThat(
            fillMeasured("\"target\":\"≥1万人次\",\"printed\":\"1万人次\"", 10000, 1)
                .rows()
                .get(0)
                .actualWithUnit())
        .isEqualTo("10000人次");
    FormResult fines = fillMeasured("\"target\":\"≥15.5万元\",\"printed\":\"15.5万元\"", 155000, 1);
    assertThat(fines.rows().get(0).actualWithUnit()).isEqualTo("15.50万元");
    assertThat(fines.rows().get(0).completion()).isEqualTo("100.00");
    assertThat(fines.flags()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "{\"type\":\"all-or-nothing\"},≥30,29,0.00",
    "{\"type\":\"all-or-nothing\"},≥30,30,10.00",
    "'{\"type\":\"pass-line\",\"pass_line\":0.6}',≥30,17,0.00",
    "'{\"type\":\"pass-line\",\"pass_line\":0.6}',≥30,18,6.00",
    "'{\"type\":\"graded\",\"fraction\":0.8}',≥30,1,8.00",
    "'{\"type\":\"step-down\",\"per_point\":0.5}',≥90%,88,9.00",
    "'{\"type\":\"step-down\",\"per_point\":0.5}',≥90%,10,0.00",
  })
  void fill_whenARowHasItsOwnRule_scoresByIt(String rule, String target, long actual, String score)
      throws FormRejectedException {
    FormResult result =
        fillMeasured("\"target\":\"" + target + "\",\"weight\":10,\"rule\":" + rule, actual, 1);

    assertThat(result.rows().get(0).score()).contains(new BigDecimal(score));
  }

  @Test
  void fill_whenWeightsAndBudgetAreWrong_saysTheSumsAndOurRate() throws FormRejectedException {
    FormResult result =
        fillForm(
            """
            {"title":"表","template":"项目支出绩效自评表","budget_wan_yuan":{"initial":83,"full_year":74.99,"spent":74.99},
             "execution":{"weight":10,"printed_rate":"90%","printed_score":10},"declared":{"产出指标":50,"效益指标":30},
             "rows":[{"l1":"产出指标","l3":"甲","target":"≥1","weight":55,"measure":{"count":"drill"}},
                     {"l1":"效益指标","l3":"乙","target":"≥1","weight":30,"measure":{"count":"drill"}}]}
            """,
            1, 1);

    assertThat(result.executionScore()).contains(new BigDecimal("10.00"));
    assertThat(result.executionScoreOnInitialBudget()).contains(new BigDecimal("9.03"));
    assertThat(result.executionRate()).contains("100.00");
    assertThat(result.weights().orElseThrow()).isEqualByComparingTo("95");
    assertThat(result.total()).contains(new BigDecimal("95.00"));
    assertThat(result.flags())
        .extracting(flag -> flag.row() + " " + flag.type().wire() + " " + flag.says())
        .containsExactlyInAnyOrder(
            " weights-sum 95", "产出指标 level-weight 55", " execution-rate 100.00");
  }

  @Test
  void fill_whenTheTemplateHasNoWeights_hasNeitherScoresNorWeightFlags()
      throws FormRejectedException {
    FormResult result = fillMeasured("\"target\":\"12次\",\"direction\":\"higher\"", 12, 1);

    assertThat(result.weights()).isEmpty();
    assertThat(result.total()).isEmpty();
    assertThat(result.rows().get(0).score()).isEmpty();
    assertThat(result.flags()).isEmpty();
  }

  @Test
  void read_whenWrittenAgain_isTheSame() throws FormRejectedException {
    FormDefinition form =
        FormJson.read(
            JsonText.read(
                """
                {"title":"表","template":"项目支出绩效自评表","budget_wan_yuan":{"spent":1.5},"execution":{"weight":10},
                 "declared":{"产出指标":50},"goal":"目标","rows":[{"l1":"产出指标","l2":"数量指标","l3":"甲","target":"≥1","weight":5,
                 "typed":"2","printed":"2","printed_score":5,"direction":"lower","rule":{"type":"graded","fraction":0.5}}]}
                """),
            2023,
            "f1");

    assertThat(FormJson.read(FormJson.write(form), 2023, "f1")).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[];form",
        "{};rows",
        "{\"rows\":[1]};rows[0]",
        "{\"rows\":[{\"l1\":\"a\"}]};rows[0].l3",
        "{\"rows\":[{\"l1\":\"a\",\"l3\":\"b\",\"weight\":\"x\"}]};rows[0].weight",
        "{\"rows\":[{\"l1\":\"a\",\"l3\":\"b\",\"direction\":\"up\"}]};rows[0].direction",
        "{\"rows\":[{\"l1\":\"a\",\"l3\":\"b\",\"measure\":{}}]};rows[0].measure",
        "{\"rows\":[{\"l1\":\"a\",\"l3\":\"b\"}]};title",
      })
  void read_whenAMemberIsWrong_namesIt(String json, String path) {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> FormJson.read(JsonText.read(json), 2023, "f1"))
        .isInstanceOfSatisfying(
            FormRejectedException.class, e -> assertThat(e.path()).isEqualTo(path));
  }

  /** Answers every measure alike. */
  private record FixedFigures(long part, long whole) implements FormEngine.Figures {
    @Override
    public Figure figure(Measure measure, String unit) {
      BigDecimal value = BigDecimal.valueOf(part);
      boolean rate = measure instanceof Measure.Rate;
      return new Figure(
          rate ? Fraction.percent(value, BigDecimal.valueOf(whole)) : Fraction.of(value),
          value,
          BigDecimal.valueOf(whole),
          rate || unit.equals("元") ? 2 : 0,
          unit,
          Period.year(2023),
          CUTOFF,
          List.of(),
          List.of(),
          value,
          BigDecimal.ZERO,
          Set.of());
    }

    @Override
    public Cutoff cutoff() {
      return CUTOFF;
    }
  }
}
