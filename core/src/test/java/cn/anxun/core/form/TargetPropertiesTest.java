package cn.anxun.core.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import cn.anxun.core.indicator.Indicator.Direction;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

/** However a target is written, it is read as it is meant; whatever is written, it is read. */
class TargetPropertiesTest {
  /** Each way to say it, around the number with its unit. */
  private static final List<Tuple2<String, Operator>> FORMS =
      List.of(
          Tuple.of("≥%s", Operator.AT_LEAST),
          Tuple.of(">=%s", Operator.AT_LEAST),
          Tuple.of("＞＝%s", Operator.AT_LEAST),
          Tuple.of("≧ %s", Operator.AT_LEAST),
          Tuple.of("不低于%s", Operator.AT_LEAST),
          Tuple.of("不少于%s", Operator.AT_LEAST),
          Tuple.of("不小于%s", Operator.AT_LEAST),
          Tuple.of("大于或等于%s", Operator.AT_LEAST),
          Tuple.of("大于等于%s", Operator.AT_LEAST),
          Tuple.of("不得低于%s", Operator.AT_LEAST),
          Tuple.of("至少%s", Operator.AT_LEAST),
          Tuple.of("%s以上", Operator.AT_LEAST),
          Tuple.of("%s及以上", Operator.AT_LEAST),
          Tuple.of("≤%s", Operator.AT_MOST),
          Tuple.of("<=%s", Operator.AT_MOST),
          Tuple.of("≦%s", Operator.AT_MOST),
          Tuple.of("不超过%s", Operator.AT_MOST),
          Tuple.of("不高于%s", Operator.AT_MOST),
          Tuple.of("不得超过%s", Operator.AT_MOST),
          Tuple.of("小于或等于%s", Operator.AT_MOST),
          Tuple.of("至多%s", Operator.AT_MOST),
          Tuple.of("控制在%s以内", Operator.AT_MOST),
          Tuple.of("%s以下", Operator.AT_MOST),
          Tuple.of("=%s", Operator.EQUAL),
          Tuple.of("＝%s", Operator.EQUAL),
          Tuple.of("等于%s", Operator.EQUAL),
          Tuple.of(">%s", Operator.MORE_THAN),
          Tuple.of("＞%s", Operator.MORE_THAN),
          Tuple.of("大于%s", Operator.MORE_THAN),
          Tuple.of("超过%s", Operator.MORE_THAN),
          Tuple.of("<%s", Operator.LESS_THAN),
          Tuple.of("＜%s", Operator.LESS_THAN),
          Tuple.of("小于%s", Operator.LESS_THAN),
          Tuple.of("少于%s", Operator.LESS_THAN));

  private static final List<String> UNITS =
      List.of("", "%", "个", "起", "万元", "亿元", "万人次", "场次", "家");

  private static final String MARKS = "≥≤=<>＞＝%％万亿元年月日约近以上下内控制在不超过低于0１９.,，-~（）() 　\u0000\ud800安";

  @Provide
  Arbitrary<Tuple2<String, Operator>> forms() {
    return Arbitraries.of(FORMS);
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.of(UNITS);
  }

  @Provide
  Arbitrary<BigDecimal> numbers() {
    return Arbitraries.longs()
        .between(0, 999_999_999)
        .map(BigDecimal::valueOf)
        .flatMap(whole -> Arbitraries.integers().between(0, 4).map(whole::movePointLeft));
  }

  @Provide
  Arbitrary<String> strange() {
    return Arbitraries.strings().withChars(MARKS).ofMaxLength(40);
  }

  @Property(tries = 600)
  void read_ofEveryWayToSayIt_givesItsOperatorNumberAndUnit(
      @ForAll("forms") Tuple2<String, Operator> form,
      @ForAll("numbers") BigDecimal number,
      @ForAll("units") String unit,
      @ForAll boolean wide) {
    String written = number.toPlainString();
    String text = String.format(form.get1(), (wide ? wide(written) : written) + unit);

    Target.Quantitative target = (Target.Quantitative) Target.read(text, Direction.NEITHER);

    assertThat(target.operator()).as(text).contains(form.get2());
    assertThat(target.number()).as(text).isEqualByComparingTo(number);
    assertThat(target.unit()).as(text).isEqualTo(unit);
    assertThat(target.operatorFault()).as(text).isFalse();
    int zeros = unit.startsWith("万") ? 4 : unit.startsWith("亿") ? 8 : 0;
    assertThat(target.inOnes()).isEqualByComparingTo(number.movePointRight(zeros));
  }

  @Property(tries = 1000)
  void read_whateverIsWritten_givesATarget(
      @ForAll("strange") String text, @ForAll Direction direction) {
    assertThat(Target.read(text, direction)).isNotNull();
    assertThat(QuantityText.numbers(text)).isNotNull();
  }

  @Test
  void read_ofAVeryLongText_isWords_andTakesNoTime() {
    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          for (String part : List.of("≥", "不低于", "以上", "1,234", ",123", "约", "万")) {
            String text = "1" + part.repeat(50_000) + "1";
            assertThat(QuantityText.read(text).quantity()).isEmpty();
            assertThat(QuantityText.read(text).operators()).isEmpty();
          }
        });
  }

  private static String wide(String digits) {
    StringBuilder wide = new StringBuilder();
    digits.chars().forEach(c -> wide.append((char) (c == '.' ? c : c + 0xfee0)));
    return wide.toString();
  }
}
