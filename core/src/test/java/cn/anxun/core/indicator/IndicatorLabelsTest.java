package cn.anxun.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.text.Texts;
import org.junit.jupiter.api.Test;

class IndicatorLabelsTest {
  @Test
  void name_ofEveryShippedIndicator_hasItsEnglish() {
    for (Indicator indicator : Catalogue.standard().list()) {
      assertThat(IndicatorLabels.name(Texts.ENGLISH, indicator))
          .as(indicator.id())
          .matches("[\\x20-\\x7e]+");
      assertThat(IndicatorLabels.name(Texts.CHINESE, indicator)).isEqualTo(indicator.name());
    }
  }

  @Test
  void name_whenTheOfficeRenamedIt_isTheOffices() {
    Indicator shipped = Catalogue.standard().get("drill.times");
    Indicator renamed =
        new Indicator(shipped.id(), "演练场次", shipped.measure(), shipped.unit(), shipped.direction());

    assertThat(IndicatorLabels.name(Texts.ENGLISH, renamed)).isEqualTo("演练场次");
  }

  @Test
  void unit_ofEveryKind_hasItsEnglish() {
    for (String unit : Catalogue.UNITS) {
      assertThat(Texts.ENGLISH.has("unit." + unit)).as(unit).isTrue();
      assertThat(IndicatorLabels.unit(Texts.CHINESE, unit)).isEqualTo(unit);
    }
    assertThat(IndicatorLabels.unit(Texts.ENGLISH, "人次")).isEqualTo("attendances");
  }
}
