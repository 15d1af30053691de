package cn.anxun.server.console.monthly;

import cn.anxun.core.text.Texts;
import cn.anxun.server.console.monthly.MonthlyReport.Cell;
import cn.anxun.server.console.monthly.RankingReport.Line;
import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.PrintedTable.Style;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.form.Listing;
import java.util.ArrayList;
import java.util.List;

/** The ranking as a sheet of the document to take away. */
final class RankingDocument {
  private static final int SHORT = 9;
  private static final int NAME = 24;
  private static final int RATE = 14;
  private static final int NOTE = 38;

  private RankingDocument() {}

  static PrintedDocument.Sheet sheet(
      RankingReport ranking, String title, Provenance provenance, Texts texts) {
    List<Listing.Column> columns = new ArrayList<>();
    columns.add(new Listing.Column(texts.text("console.ranking.rank"), SHORT, Style.VALUE));
    columns.add(new Listing.Column(texts.text("console.ranking.change"), SHORT, Style.VALUE));
    columns.add(new Listing.Column(texts.text("console.monthly.unit"), NAME, Style.TEXT));
    columns.add(new Listing.Column(texts.text("console.ranking.score"), SHORT, Style.VALUE));
    columns.add(new Listing.Column(ranking.basis(), RATE, Style.VALUE));
    ranking.columns().forEach(name -> columns.add(new Listing.Column(name, RATE, Style.VALUE)));
    columns.add(new Listing.Column(texts.text("console.ranking.note"), NOTE, Style.TEXT));
    List<List<String>> rows = new ArrayList<>();
    for (Line line : ranking.lines()) {
      List<String> row =
          new ArrayList<>(
              List.of(line.rank(), line.change(), line.unit(), line.score(), line.basis().value()));
      line.cells().stream().map(Cell::value).forEach(row::add);
      row.add(line.note());
      rows.add(row);
    }
    List<String> small = new ArrayList<>(ranking.rule());
    small.add(MonthlyDocument.provenance(provenance, texts));
    return new PrintedDocument.Sheet(
        MonthlyTab.RANKING.title(texts), title, "", small, Listing.table(columns, rows), List.of());
  }
}
