package cn.anxun.server.report.evidence;

import cn.anxun.core.entry.FieldLabels;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.text.Texts;
import cn.anxun.server.text.ServerTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A measure in words, for a person who checks it by hand. */
public final class MeasureWords {
  private final Texts texts;

  public MeasureWords(Texts texts) {
    this.texts = texts;
  }

  public String of(Measure measure) {
    if (measure instanceof Measure.Rate rate) {
      return texts.text("evidence.rate", of(rate.part()), of(rate.whole()));
    }
    if (measure instanceof Measure.Sum sum) {
      return texts.text(
          "evidence.sum",
          type(sum.type()),
          field(sum.field()),
          conditions(sum.where(), sum.basis()));
    }
    if (measure instanceof Measure.Net net) {
      return net.terms().stream()
          .map(this::of)
          .collect(Collectors.joining(texts.text("evidence.less")));
    }
    Measure.Count count = (Measure.Count) measure;
    String conditions = conditions(count.where(), count.basis());
    String type = type(count.type());
    return count.distinct().isRecords()
        ? texts.text("evidence.count", type, conditions)
        : texts.text("evidence.distinct", type, field(count.distinct().field()), conditions);
  }

  private String conditions(Measure.Where where, Measure.Basis basis) {
    List<String> conditions = new ArrayList<>();
    if (basis.stock() != Measure.Stock.NONE) {
      conditions.add(texts.text("evidence.stock-" + basis.stock().name().toLowerCase(Locale.ROOT)));
    } else if (basis.on().equals(Measure.Basis.RECORDED.on())) {
      conditions.add(texts.text("evidence.on-recorded"));
    } else {
      conditions.add(texts.text("evidence.on", field(basis.on())));
    }
    for (Map.Entry<String, List<Json>> condition : where.anyOf().entrySet()) {
      conditions.add(
          texts.text(
              "evidence.condition",
              field(condition.getKey()),
              condition.getValue().stream()
                  .map(value -> value(condition.getKey(), value))
                  .collect(Collectors.joining(texts.text("evidence.or")))));
    }
    return String.join(texts.text("evidence.and"), conditions);
  }

  private String value(String field, Json value) {
    if (value instanceof Json.Flag flag) {
      return texts.text(flag.value() ? "records.yes" : "records.no");
    }
    if (value instanceof Json.Text text) {
      String label = "value." + field + "." + text.value();
      return texts.has(label) ? texts.text(label) : text.value();
    }
    return JsonText.write(value);
  }

  private String field(String name) {
    return texts.equals(ServerTexts.ENGLISH)
        ? FieldLabels.english(name)
        : FieldLabels.chinese(name);
  }

  private String type(String type) {
    String key = "record." + type;
    return texts.has(key) ? texts.text(key) : type;
  }
}
