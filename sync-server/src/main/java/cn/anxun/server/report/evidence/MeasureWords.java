package cn.anxun.server.report.evidence;

import cn.anxun.core.entry.FieldLabels;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.text.Texts;
import cn.anxun.server.report.records.RecordTable;
import cn.anxun.server.text.ServerTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A measure in words, for a person who checks it by hand. */
final class MeasureWords {
  private static final Texts TEXTS = ServerTexts.CHINESE;

  private MeasureWords() {}

  static String of(Measure measure) {
    if (measure instanceof Measure.Rate rate) {
      return TEXTS.text("evidence.rate", of(rate.part()), of(rate.whole()));
    }
    if (measure instanceof Measure.Sum sum) {
      return TEXTS.text(
          "evidence.sum",
          RecordTable.label(sum.type()),
          FieldLabels.chinese(sum.field()),
          conditions(sum.where(), sum.basis()));
    }
    if (measure instanceof Measure.Net net) {
      return net.terms().stream()
          .map(MeasureWords::of)
          .collect(Collectors.joining(TEXTS.text("evidence.less")));
    }
    Measure.Count count = (Measure.Count) measure;
    String conditions = conditions(count.where(), count.basis());
    String type = RecordTable.label(count.type());
    return count.distinct().isRecords()
        ? TEXTS.text("evidence.count", type, conditions)
        : TEXTS.text(
            "evidence.distinct", type, FieldLabels.chinese(count.distinct().field()), conditions);
  }

  private static String conditions(Measure.Where where, Measure.Basis basis) {
    List<String> conditions = new ArrayList<>();
    if (basis.stock() != Measure.Stock.NONE) {
      conditions.add(TEXTS.text("evidence.stock-" + basis.stock().name().toLowerCase(Locale.ROOT)));
    } else if (basis.on().equals(Measure.Basis.RECORDED.on())) {
      conditions.add(TEXTS.text("evidence.on-recorded"));
    } else {
      conditions.add(TEXTS.text("evidence.on", FieldLabels.chinese(basis.on())));
    }
    for (Map.Entry<String, List<Json>> condition : where.anyOf().entrySet()) {
      conditions.add(
          TEXTS.text(
              "evidence.condition",
              FieldLabels.chinese(condition.getKey()),
              condition.getValue().stream()
                  .map(value -> value(condition.getKey(), value))
                  .collect(Collectors.joining(TEXTS.text("evidence.or")))));
    }
    return String.join(TEXTS.text("evidence.and"), conditions);
  }

  private static String value(String field, Json value) {
    if (value instanceof Json.Flag flag) {
      return TEXTS.text(flag.value() ? "records.yes" : "records.no");
    }
    if (value instanceof Json.Text text) {
      String label = "value." + field + "." + text.value();
      return TEXTS.has(label) ? TEXTS.text(label) : text.value();
    }
    return JsonText.write(value);
  }
}
