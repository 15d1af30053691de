package cn.anxun.server.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.server.report.Value;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FormValuesTest {
  private static FormValues of(cn.anxun.core.form.FormResult form) {
    return new FormValues(form, SampleForms.DETAILS, SampleForms.PROVENANCE);
  }

  private static FormValues twins() {
    Json form =
        JsonText.read(
            """
            {"title": "甲", "template": "项目绩效目标完成情况表", "rows": [
              {"l1": "产出", "l3": "5月“5.12”活动（场次）", "target": "≥2场", "typed": "3场"},
              {"l1": "产出", "l3": "知晓率", "target": "≥90%", "typed": "93%"},
              {"l1": "效益", "l3": "知晓率", "target": "≥80%", "typed": "优"}]}
            """);
    return of(SampleForms.filled((Json.Members) form));
  }

  @Test
  void find_ofARowsActual_hasItsUnitAndItsNumber() {
    Value actual = of(SampleForms.overall()).find("row.隐患整改率.actual").orElseThrow();

    assertThat(actual.text()).isEqualTo("99.46%");
    assertThat(actual.number()).contains(new BigDecimal("99.46"));
    assertThat(actual.percent()).isTrue();
    assertThat(actual.bare()).isFalse();
  }

  @Test
  void find_whenQuotesWidthsAndSpacesDiffer_findsTheRow() {
    assertThat(twins().find("row.5月 \"5.12\" 活动(场次) .actual")).isPresent();
    assertThat(twins().find("row.5月“5.12”活动（场次）.actual")).isPresent();
  }

  @Test
  void find_whenTwoRowsHaveOneName_wantsItsNumber() {
    FormValues values = twins();

    assertThat(values.find("row.知晓率.actual")).isEmpty();
    assertThat(values.find("row.知晓率#1.actual").orElseThrow().text()).isEqualTo("93%");
    assertThat(values.find("row.知晓率#2.actual").orElseThrow().text()).isEqualTo("优");
    assertThat(values.find("row.知晓率#2.actual").orElseThrow().number()).isEmpty();
  }

  @Test
  void find_whenTheFormHasNoSuchValue_isEmpty() {
    FormValues values = of(SampleForms.goals());

    assertThat(values.find("total")).isEmpty();
    assertThat(values.find("execution.rate")).isEmpty();
    assertThat(values.find("budget.planned").orElseThrow().text()).isEqualTo("12.40");
    assertThat(values.find("nonsense")).isEmpty();
  }
}
