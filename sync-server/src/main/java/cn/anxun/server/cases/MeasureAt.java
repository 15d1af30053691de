package cn.anxun.server.cases;

import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.indicator.MeasureRejectedException;
import cn.anxun.core.json.Json;

/** Reads a measure where it stands in a case file. */
final class MeasureAt {
  private MeasureAt() {}

  static Measure read(JsonAt at) throws CaseFileException {
    try {
      return MeasureJson.read(at.value() == null ? Json.NULL : at.value());
    } catch (MeasureRejectedException e) {
      String path = e.problem().path();
      throw new CaseFileException(
          path.isEmpty() ? at.path() : at.path() + '.' + path, "rejected", e.problem().message());
    }
  }
}
