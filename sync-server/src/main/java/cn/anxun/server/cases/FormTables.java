package cn.anxun.server.cases;

import cn.anxun.core.form.FormResult;
import cn.anxun.core.text.Texts;
import cn.anxun.server.text.TextTable;
import cn.anxun.server.text.TextTable.Align;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Filled forms as tables for a terminal. */
public final class FormTables {
  private static final int MAX_NAME = 48;
  private static final int MAX_VALUE = 20;

  private final Texts texts;

  public FormTables(Texts texts) {
    this.texts = texts;
  }

  /** The title, and the rows with targets, actuals and scores. */
  public List<String> lines(FormResult form, String indent) {
    boolean scored = form.definition().isScored();
    List<Align> columns = new ArrayList<>(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT));
    List<String> heading =
        new ArrayList<>(
            List.of(texts.text("case.row"), texts.text("case.target"), texts.text("case.actual")));
    if (scored) {
      columns.addAll(List.of(Align.RIGHT, Align.RIGHT));
      heading.addAll(List.of(texts.text("case.weight"), texts.text("case.score")));
    }
    TextTable table = new TextTable(columns, heading);
    for (FormResult.RowResult row : form.rows()) {
      add(
          table,
          scored,
          TextTable.cut(row.row().level3(), MAX_NAME),
          TextTable.cut(row.row().target(), MAX_VALUE),
          TextTable.cut(row.actualWithUnit(), MAX_VALUE),
          plain(row.row().weight()),
          plain(row.score()));
    }
    addWhole(form, scored, table);
    List<String> lines = new ArrayList<>();
    lines.add(indent + texts.text("case.form-title", form.definition().title()));
    lines.addAll(table.lines(indent));
    return lines;
  }

  private void addWhole(FormResult form, boolean scored, TextTable table) {
    form.executionRate()
        .ifPresent(
            rate ->
                add(
                    table,
                    scored,
                    texts.text("case.execution"),
                    "",
                    rate.equals("/") ? rate : rate + '%',
                    plain(form.definition().execution().map(block -> block.weight())),
                    plain(form.executionScore())));
    form.total()
        .ifPresent(
            total ->
                add(
                    table,
                    scored,
                    texts.text("case.total"),
                    "",
                    "",
                    plain(form.weights()),
                    total.toPlainString()));
  }

  private static void add(TextTable table, boolean scored, String... cells) {
    table.row(List.of(cells).subList(0, scored ? cells.length : 3));
  }

  private static String plain(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse("");
  }
}
