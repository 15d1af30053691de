package cn.anxun.server.console.monthly;

import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.MonthlyTable;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.monthly.MonthlyReport.Cell;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.page.PeriodBar;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.PrintedTable.Style;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.form.Listing;
import java.util.ArrayList;
import java.util.List;

/**
 * The national monthly table of hazards by industry, every figure with its records.
 *
 * @param columns with their units
 */
public record NationalTable(
    PeriodBar bar,
    String query,
    String tabQuery,
    List<String> columns,
    List<Row> rows,
    Row total,
    boolean exports) {
  private static final int NAME_WIDTH = 20;
  private static final int FIGURE_WIDTH = 10;

  public NationalTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** An industry's figures. */
  public record Row(String industry, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  static NationalTable of(LedgerState state, Viewed viewed, boolean exports, Texts texts) {
    MonthlyTable table = MonthlyTable.of(state, viewed.period());
    Names names = Names.at(state, texts);
    List<Row> rows = new ArrayList<>();
    for (MonthlyTable.Row row : table.rows()) {
      String by = "&industry=" + Links.encoded(row.industry());
      rows.add(
          new Row(names.of("hazard", "industry", row.industry()), cells(row.cells(), viewed, by)));
    }
    return new NationalTable(
        PeriodBar.of(viewed, texts),
        viewed.query(),
        MonthlyFigures.linkQuery(viewed),
        table.columns().stream()
            .map(
                column ->
                    texts.text("console.national.column." + column.id())
                        + '（'
                        + names.unit(column.unit())
                        + '）')
            .toList(),
        rows,
        new Row(texts.text("console.monthly.total"), cells(table.total(), viewed, "")),
        exports);
  }

  private static List<Cell> cells(List<Figure> figures, Viewed viewed, String by) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      boolean opens = !figure.partIds().isEmpty() || !figure.wholeIds().isEmpty();
      String link =
          "/monthly/national/records?" + MonthlyFigures.linkQuery(viewed) + "&column=" + i + by;
      cells.add(new Cell(figure.printed(), false, opens ? link : ""));
    }
    return cells;
  }

  PrintedDocument document(String title, Provenance provenance, Texts texts) {
    List<Listing.Column> printed = new ArrayList<>();
    printed.add(
        new Listing.Column(texts.text("console.national.industry"), NAME_WIDTH, Style.TEXT));
    columns.forEach(name -> printed.add(new Listing.Column(name, FIGURE_WIDTH, Style.VALUE)));
    List<List<String>> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(line(row)));
    lines.add(line(total));
    return new PrintedDocument(
        title,
        List.of(
            new PrintedDocument.Sheet(
                MonthlyTab.NATIONAL.title(texts),
                title,
                "",
                List.of(MonthlyDocument.provenance(provenance, texts)),
                Listing.table(printed, lines),
                List.of())));
  }

  private static List<String> line(Row row) {
    List<String> line = new ArrayList<>(List.of(row.industry()));
    row.cells().stream().map(Cell::value).forEach(line::add);
    return line;
  }
}
