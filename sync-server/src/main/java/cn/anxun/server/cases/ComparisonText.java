package cn.anxun.server.cases;

import cn.anxun.core.text.Texts;
import cn.anxun.server.cases.CaseComparison.FigureLine;
import cn.anxun.server.cases.CaseComparison.FlagLine;
import cn.anxun.server.cases.CaseComparison.FormOutcome;
import cn.anxun.server.text.TextTable;
import cn.anxun.server.text.TextTable.Align;
import java.util.ArrayList;
import java.util.List;

/** A comparison as tables for a person at a terminal. */
final class ComparisonText {
  private static final String INDENT = "  ";
  private static final int MAX_NAME = 48;
  private static final String MET = "✓";
  private static final String NOT_MET = "✗";

  private final Texts texts;

  ComparisonText(Texts texts) {
    this.texts = texts;
  }

  List<String> lines(CaseComparison comparison) {
    List<String> lines = new ArrayList<>();
    addFigures(comparison.figures(), lines);
    addFlags(comparison, lines);
    comparison.forms().forEach(form -> addForm(form, lines));
    lines.add("");
    lines.add(
        texts.text(
            comparison.ok() ? "case.same" : "case.different",
            comparison.figures().size(),
            comparison.flags().size(),
            comparison.figures().stream().filter(line -> !line.ok()).count(),
            comparison.missing().size(),
            comparison.unexpected().size(),
            comparison.forms().stream().mapToInt(form -> form.differs().size()).sum()));
    return lines;
  }

  private void addFigures(List<FigureLine> figures, List<String> lines) {
    lines.add("");
    lines.add(texts.text("case.figures"));
    TextTable table =
        new TextTable(
            List.of(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT),
            List.of(
                " ",
                texts.text("case.indicator"),
                texts.text("case.expected"),
                texts.text("case.actual"),
                texts.text("case.phone"),
                texts.text("case.unit")));
    for (FigureLine line : figures) {
      table.row(
          List.of(
              line.ok() ? MET : NOT_MET,
              TextTable.cut(line.indicator(), MAX_NAME),
              line.expected(),
              line.actual(),
              line.phone(),
              line.unit()));
    }
    lines.addAll(table.lines(INDENT));
  }

  private void addFlags(CaseComparison comparison, List<String> lines) {
    lines.add("");
    lines.add(texts.text("case.flags"));
    if (comparison.flags().isEmpty() && comparison.missing().isEmpty()) {
      lines.add(INDENT + texts.text("case.no-flags"));
      return;
    }
    TextTable table =
        new TextTable(
            List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT),
            List.of(
                " ",
                texts.text("case.row"),
                texts.text("case.flag"),
                texts.text("case.says"),
                texts.text("case.form")));
    List<FlagLine> unexpected = new ArrayList<>(comparison.unexpected());
    for (FlagLine flag : comparison.flags()) {
      boolean met = !unexpected.remove(flag);
      table.row(cells(met ? MET : texts.text("case.unexpected"), flag));
    }
    for (FlagLine flag : comparison.missing()) {
      table.row(cells(texts.text("case.missing"), flag));
    }
    lines.addAll(table.lines(INDENT));
  }

  private List<String> cells(String mark, FlagLine flag) {
    String row = flag.row();
    String says = flag.says();
    return List.of(
        mark,
        row == null ? texts.text("case.whole-form") : TextTable.cut(row, MAX_NAME),
        flag.flag(),
        says == null ? "" : says,
        TextTable.cut(flag.form(), MAX_NAME));
  }

  private void addForm(FormOutcome form, List<String> lines) {
    lines.add("");
    lines.addAll(new FormTables(texts).lines(form.result(), INDENT));
    form.differs().forEach(difference -> lines.add(INDENT + NOT_MET + " " + difference));
  }
}
