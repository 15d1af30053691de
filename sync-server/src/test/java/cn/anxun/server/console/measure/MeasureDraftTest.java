package cn.anxun.server.console.measure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.indicator.MeasureRejectedException;
import cn.anxun.core.indicator.MeasureVocabulary;
import cn.anxun.core.json.JsonText;
import org.junit.jupiter.api.Test;

final class MeasureDraftTest {
  private static final MeasureVocabulary VOCABULARY = MeasureVocabulary.standard();

  @Test
  void json_ofEveryShippedIndicatorTakenApart_isItsMeasure() throws MeasureRejectedException {
    for (Indicator indicator : Catalogue.standard().list()) {
      assertThat(again(indicator.measure())).as(indicator.id()).isEqualTo(indicator.measure());
    }
  }

  @Test
  void json_ofARateOfDifferencesWithEveryKindOfCondition_isTheSame() throws Exception {
    Measure measure =
        MeasureJson.read(
            JsonText.read(
                """
                {"rate": [
                  {"net": [
                    {"count": "hazard", "distinct": "site", "where": {"overdue": false, "extensions": [1, 2]}, "on": "closed_on"},
                    {"sum": "hazard.funds_yuan", "where": {"level": ["一般", "重大"]}, "stock": "end"}]},
                  {"count": "hazard", "stock": "start"}]}
                """));
    assertThat(again(measure)).isEqualTo(measure);
  }

  private static Measure again(Measure measure) throws MeasureRejectedException {
    return MeasureJson.read(MeasureDraft.of(measure).json(VOCABULARY));
  }
}
