package cn.anxun.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.form.FormDefinition;
import cn.anxun.core.form.FormFlag;
import cn.anxun.core.form.FormJson;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormRow;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.server.cases.CaseComparison.FlagLine;
import cn.anxun.server.text.ServerTexts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparingTest {
  private static final String CASE =
      """
      {"bureau": {"name": "某区应急管理局", "division": "369901", "year": 2024}, "records": [],
       "expected": [
         {"indicator": "甲", "measure": {"count": "drill"}, "value": 3, "unit": "次"},
         {"indicator": "乙", "measure": {"sum": "enforcement.fine_yuan"}, "value": 12.5, "unit": "元"},
         {"indicator": "丙", "measure": {"rate": [{"count": "drill"}, {"count": "drill"}]},
          "value": "/", "unit": "%"}],
       "forms": [{"title": "表", "template": "项目支出绩效自评表",
         "rows": [{"l1": "产出", "l3": "演练"}, {"l1": "产出", "l3": "演练"}],
         "must_flag": [{"row": "演练", "flag": "deviation"},
                       {"row": "演练", "flag": "deviation", "says": "140.00"},
                       {"row": null, "flag": "weights-sum", "says": 105}],
         "ours": {"rows": {"演练": {"actual": "14", "score": 10}}, "weights": 105,
                  "execution_score": "10.00"}}]}
      """;
  private static final CaseFile FILE = CaseFiles.read(CASE);
  private static final List<String> FIGURES = List.of("3", "12.50", "/");
  private static final FormFlag OTHER = flag("演练", FormFlag.Type.DEVIATION, "150.00");
  private static final FormFlag OVER = flag("演练", FormFlag.Type.DEVIATION, "140.00");
  private static final FormFlag WEIGHTS = flag("", FormFlag.Type.WEIGHTS_SUM, "105");

  @Test
  void compare_whenAllIsAsExpected_isOk() {
    CaseComparison comparison = compare(FIGURES, FIGURES, "10.00", OVER, OTHER, WEIGHTS);

    assertThat(comparison.ok()).isTrue();
    assertThat(comparison.flags()).hasSize(3);
    assertThat(comparison.flags().get(2)).isEqualTo(new FlagLine("表", null, "weights-sum", "105"));
  }

  @Test
  void compare_whenAFigureDiffers_namesIt() {
    List<String> wrong = List.of("4", "12.50", "/");
    CaseComparison comparison = compare(wrong, wrong, "10.00", OVER, OTHER, WEIGHTS);

    assertThat(comparison.ok()).isFalse();
    assertThat(comparison.figures())
        .extracting(line -> line.ok())
        .containsExactly(false, true, true);
  }

  @Test
  void compare_whenThePhoneSaysSomethingElse_isNotOk() {
    List<String> onPhone = List.of("3", "12.50", "0.00");

    assertThat(compare(FIGURES, onPhone, "10.00", OVER, OTHER, WEIGHTS).ok()).isFalse();
  }

  @Test
  void compare_whenAFlagSaysSomethingElse_isMissingAndUnexpected() {
    FormFlag wrong = flag("", FormFlag.Type.WEIGHTS_SUM, "106");
    CaseComparison comparison = compare(FIGURES, FIGURES, "10.00", OTHER, OVER, wrong);

    assertThat(comparison.missing()).containsExactly(new FlagLine("表", null, "weights-sum", "105"));
    assertThat(comparison.unexpected())
        .containsExactly(new FlagLine("表", null, "weights-sum", "106"));
  }

  @Test
  void compare_whenTheSameFlagIsRaisedTwiceTooOften_oneIsUnexpected() {
    CaseComparison comparison = compare(FIGURES, FIGURES, "10.00", OVER, OTHER, OVER, WEIGHTS);

    assertThat(comparison.missing()).isEmpty();
    assertThat(comparison.unexpected()).hasSize(1);
  }

  @Test
  void compare_whenOursIsNotMet_saysWhat() {
    CaseComparison comparison = compare(FIGURES, FIGURES, "9.98", OVER, OTHER, WEIGHTS);

    assertThat(comparison.forms().get(0).differs())
        .singleElement()
        .asString()
        .contains("演练 score", "10", "9.98");
  }

  @Test
  void json_whenAllIsAsExpected_hasTheMembersThatProgramsRead() {
    Json json = ComparisonJson.of(compare(FIGURES, FIGURES, "10.00", OVER, OTHER, WEIGHTS));

    assertThat(JsonText.write(json))
        .startsWith(
            "{\"bureau\":\"某区应急管理局\",\"year\":2024,\"figures\":[{\"indicator\":\"甲\","
                + "\"expected\":\"3\",\"actual\":\"3\",\"phone\":\"3\",\"ok\":true}")
        .contains(
            "{\"form\":\"表\",\"row\":null,\"flag\":\"weights-sum\",\"says\":\"105\"}",
            "\"missing_flags\":[],\"unexpected_flags\":[]",
            "{\"row\":\"演练\",\"actual\":\"14\",\"score\":\"10.00\"}",
            "{\"row\":\"演练\",\"actual\":\"9\",\"score\":null}",
            "\"execution_score\":\"10.00\",\"total\":null}")
        .endsWith("\"ok\":true}");
  }

  @Test
  void text_whenSomethingDiffers_namesIt() {
    List<String> wrong = List.of("4", "12.50", "/");
    CaseComparison comparison = compare(wrong, FIGURES, "10.00", OVER, OTHER);

    assertThat(String.join("\n", new ComparisonText(ServerTexts.CHINESE).lines(comparison)))
        .contains("✗  甲", "✗ 缺少", "1 个指标不符", "缺少 1 个标记");
  }

  private static CaseComparison compare(
      List<String> figures, List<String> onPhone, String score, FormFlag... flags) {
    return Comparing.compare(FILE, figures, onPhone, List.of(result(score, List.of(flags))));
  }

  private static FormFlag flag(String row, FormFlag.Type type, String says) {
    return new FormFlag(row, type, says, List.of());
  }

  private static FormResult result(String score, List<FormFlag> flags) {
    FormDefinition form;
    try {
      form = FormJson.read(FILE.forms().get(0).source(), 2024, "form-001");
    } catch (FormRejectedException e) {
      throw new IllegalArgumentException(e);
    }
    List<FormResult.RowResult> rows = new ArrayList<>();
    rows.add(row(form.rows().get(0), "9", Optional.empty()));
    rows.add(row(form.rows().get(1), "14", Optional.of(new BigDecimal(score))));
    return new FormResult(
        form,
        Cutoff.latest(LocalDate.of(2024, 12, 31)),
        rows,
        Optional.of("100.00"),
        Optional.of(new BigDecimal("10.00")),
        Optional.empty(),
        Optional.of(new BigDecimal("105")),
        Optional.empty(),
        flags);
  }

  private static FormResult.RowResult row(FormRow row, String actual, Optional<BigDecimal> score) {
    return new FormResult.RowResult(row, actual, actual, score, "", Optional.empty());
  }
}
