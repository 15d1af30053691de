package cn.anxun.server.cases;

import cn.anxun.core.form.FormResult;
import cn.anxun.core.json.Json;
import cn.anxun.server.cases.CaseComparison.FigureLine;
import cn.anxun.server.cases.CaseComparison.FlagLine;
import cn.anxun.server.cases.CaseComparison.FormOutcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A comparison as one JSON object, for programs; numbers are texts as a form prints them. */
final class ComparisonJson {
  private ComparisonJson() {}

  static Json of(CaseComparison comparison) {
    return Json.members()
        .put("bureau", comparison.bureau().name())
        .put("year", comparison.bureau().year())
        .put("figures", items(comparison.figures(), ComparisonJson::figure))
        .put("flags", items(comparison.flags(), ComparisonJson::flag))
        .put("missing_flags", items(comparison.missing(), ComparisonJson::flag))
        .put("unexpected_flags", items(comparison.unexpected(), ComparisonJson::flag))
        .put("forms", items(comparison.forms(), ComparisonJson::form))
        .put("ok", comparison.ok())
        .build();
  }

  private static Json figure(FigureLine line) {
    return Json.members()
        .put("indicator", line.indicator())
        .put("expected", line.expected())
        .put("actual", line.actual())
        .put("phone", line.phone())
        .put("ok", line.ok())
        .build();
  }

  private static Json flag(FlagLine line) {
    return Json.members()
        .put("form", line.form())
        .put("row", text(line.row()))
        .put("flag", line.flag())
        .put("says", text(line.says()))
        .build();
  }

  private static Json form(FormOutcome form) {
    Json.MembersBuilder json =
        Json.members()
            .put("title", form.title())
            .put("rows", items(form.result().rows(), ComparisonJson::row))
            .put("execution_score", number(form.result().executionScore()))
            .put("total", number(form.result().total()));
    if (!form.differs().isEmpty()) {
      json.put("differs", Json.texts(form.differs()));
    }
    return json.build();
  }

  private static Json row(FormResult.RowResult row) {
    return Json.members()
        .put("row", row.row().level3())
        .put("actual", row.actual())
        .put("score", number(row.score()))
        .build();
  }

  private static Json number(Optional<BigDecimal> number) {
    return number.map(value -> Json.of(value.toPlainString())).orElse(Json.NULL);
  }

  private static Json text(@Nullable String text) {
    return text == null ? Json.NULL : Json.of(text);
  }

  private static <T> Json items(List<T> all, Function<T, Json> json) {
    return Json.items(all.stream().map(json).toList());
  }
}
