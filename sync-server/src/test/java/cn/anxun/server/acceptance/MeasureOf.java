package cn.anxun.server.acceptance;

import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.json.Json;
import cn.anxun.server.cases.Expected;

/** What a case says of an indicator, as tests want it. */
final class MeasureOf {
  private MeasureOf() {}

  /** Its measure as JSON. */
  static Json json(Expected expected) {
    return MeasureJson.write(expected.measure());
  }

  /** What must be printed. */
  static String printed(Expected expected) {
    return expected.value() instanceof Json.Num number
        ? number.value().toPlainString()
        : ((Json.Text) expected.value()).value();
  }
}
