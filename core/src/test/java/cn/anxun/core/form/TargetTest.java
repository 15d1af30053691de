package cn.anxun.core.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.indicator.Indicator.Direction;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "≥98%|AT_LEAST|98|%",
        "≥ 98 ％|AT_LEAST|98|%",
        ">=98%|AT_LEAST|98|%",
        "＞＝98%|AT_LEAST|98|%",
        "≧98%|AT_LEAST|98|%",
        "不低于98%|AT_LEAST|98|%",
        "98%以上|AT_LEAST|98|%",
        "98%（含）以上|AT_LEAST|98|%",
        "不得超过5起|AT_MOST|5|起",
        "达到30个|EQUAL|30|个",
        "≥30个。|AT_LEAST|30|个",
        "至少12次|AT_LEAST|12|次",
        "≤1818.34万元|AT_MOST|1818.34|万元",
        "不超过5起|AT_MOST|5|起",
        "控制在5起以内|AT_MOST|5|起",
        "5起以下|AT_MOST|5|起",
        "=100%|EQUAL|100|%",
        "＝15轮|EQUAL|15|轮",
        "＞90%|MORE_THAN|90|%",
        "少于3起|LESS_THAN|3|起",
        "≥1,034个|AT_LEAST|1034|个",
        "≥3万人次|AT_LEAST|3|万人次",
        "３７５５个|EQUAL|3755|个",
        "10个企业|EQUAL|10|个企业",
        "3年|EQUAL|3|年",
        "12个月|EQUAL|12|个月",
        "100|EQUAL|100|",
      })
  void read_whenOneOperator_givesItWithNumberAndUnit(
      String text, Operator operator, BigDecimal number, String unit) {
    Target.Quantitative target = (Target.Quantitative) Target.read(text, Direction.NEITHER);

    assertThat(target.operator()).contains(operator);
    assertThat(target.number()).isEqualByComparingTo(number);
    assertThat(target.unit()).isEqualTo(unit == null ? "" : unit);
    assertThat(target.operatorFault()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023年",
        "2023年度",
        "12月份",
        "12月",
        "31日前",
        "2023年12月",
        "2023-12-31",
        "按时举办",
        "建立长效管理机制",
        "",
        "5.12全国防灾减灾日活动",
        "10-15次",
        "10~15次",
        "高于上年",
        "第四季度",
        "100%，无遗漏"
      })
  void read_whenNotANumberWithAUnit_isQualitative(String text) {
    Target target = Target.read(text, Direction.HIGHER);

    assertThat(target).isInstanceOf(Target.Qualitative.class);
    assertThat(target.operatorFault()).isFalse();
  }

  @Test
  void read_whenBare_takesTheOperatorFromTheDirection() {
    assertThat(operator("50个", Direction.HIGHER)).contains(Operator.AT_LEAST);
    assertThat(operator("0起", Direction.LOWER)).contains(Operator.AT_MOST);
    assertThat(operator("90%", Direction.NEITHER)).contains(Operator.EQUAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"≤≤15轮", "≤ ≤ 15轮", "不超过≤15轮", "≤15轮以内"})
  void read_whenAnOperatorIsRepeated_isReadAsOneAndFaulty(String text) {
    Target target = Target.read(text, Direction.HIGHER);

    assertThat(target.operatorFault()).isTrue();
    assertThat(((Target.Quantitative) target).operator()).contains(Operator.AT_MOST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"≥≤15轮", "≤≥15轮", "≥15轮以下", "≈15轮", "约15轮", "15轮左右", "≠15轮", "<>15轮", "±15轮"})
  void read_whenOperatorsContradictOrSayNothing_hasNoneAndIsFaulty(String text) {
    Target target = Target.read(text, Direction.HIGHER);

    assertThat(target.operatorFault()).isTrue();
    assertThat(((Target.Quantitative) target).operator()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"≥1个，≤2个", "≥1个；≤2个", "≥≤去年水平"})
  void read_whenSeveralOperatorsStandApart_isFaulty(String text) {
    assertThat(Target.read(text, Direction.HIGHER).operatorFault()).isTrue();
  }

  private static Optional<Operator> operator(String text, Direction direction) {
    return ((Target.Quantitative) Target.read(text, direction)).operator();
  }
}
