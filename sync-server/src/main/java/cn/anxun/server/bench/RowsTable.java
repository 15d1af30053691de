package cn.anxun.server.bench;

import cn.anxun.core.text.Texts;
import cn.anxun.server.text.TextTable;
import cn.anxun.server.text.TextTable.Align;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Rows as a person at a terminal reads them. */
final class RowsTable {
  private static final String NOTHING = "–";
  private static final double WHOLE_FROM = 100;

  private final Texts texts;

  RowsTable(Texts texts) {
    this.texts = texts;
  }

  List<String> lines(List<Row> rows) {
    TextTable table =
        new TextTable(
            List.of(
                Align.LEFT,
                Align.RIGHT,
                Align.RIGHT,
                Align.LEFT,
                Align.RIGHT,
                Align.RIGHT,
                Align.LEFT,
                Align.LEFT),
            List.of(
                texts.text("bench.name"),
                texts.text("bench.ours"),
                texts.text("bench.limit"),
                texts.text("bench.unit"),
                texts.text("bench.ratio"),
                texts.text("bench.spread"),
                texts.text("bench.goal"),
                texts.text("bench.ok")));
    for (Row row : rows) {
      table.row(
          List.of(
              row.name(),
              amount(row, Measured::ours),
              amount(row, Measured::limit),
              texts.text(row.unit().key()),
              ratio(row, Measured::ratio),
              ratio(row, Measured::spread),
              row.goal().toString(),
              row.ok() ? "✓" : "✗"));
    }
    return table.lines("");
  }

  private static String amount(Row row, ToDoubleFunction<Measured> figure) {
    return row.measured()
        .map(
            measured -> {
              double value = figure.applyAsDouble(measured);
              return value >= WHOLE_FROM
                  ? String.format(Locale.ROOT, "%,.0f", value)
                  : BigDecimal.valueOf(value).round(RowsJson.DIGITS).toPlainString();
            })
        .orElse(NOTHING);
  }

  private static String ratio(Row row, ToDoubleFunction<Measured> figure) {
    return row.measured()
        .map(measured -> String.format(Locale.ROOT, "%.2f", figure.applyAsDouble(measured)))
        .orElse(NOTHING);
  }
}
