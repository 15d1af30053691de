package cn.anxun.server.bench;

import cn.anxun.core.json.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Rows as one JSON object, for programs; figures with four digits that count. */
final class RowsJson {
  static final MathContext DIGITS = new MathContext(4);

  private RowsJson() {}

  static Json of(List<Row> rows) {
    return Json.members()
        .put("rows", Json.items(rows.stream().map(RowsJson::row).toList()))
        .build();
  }

  private static Json row(Row row) {
    Json.MembersBuilder json = Json.members().put("name", row.name());
    row.measured()
        .ifPresentOrElse(
            measured ->
                json.put("ours", number(measured.ours()))
                    .put("limit", number(measured.limit()))
                    .put("ratio", number(measured.ratio()))
                    .put("spread", number(measured.spread())),
            () ->
                List.of("ours", "limit", "ratio", "spread")
                    .forEach(name -> json.put(name, Json.NULL)));
    return json.put("goal", row.goal().toString()).put("ok", row.ok()).build();
  }

  private static Json number(double value) {
    return Json.of(new BigDecimal(BigDecimal.valueOf(value).round(DIGITS).toPlainString()));
  }
}
