package cn.anxun.server.console.monthly;

import cn.anxun.core.text.Texts;
import cn.anxun.server.console.monthly.MonthlyReport.Cell;
import cn.anxun.server.console.monthly.MonthlyReport.Row;
import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.PrintedTable.Style;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.Value;
import cn.anxun.server.report.form.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The monthly report as a document to take away. */
final class MonthlyDocument {
  private static final int UNIT_WIDTH = 24;
  private static final int ANSWER_WIDTH = 10;
  private static final int FIGURE_WIDTH = 9;

  private MonthlyDocument() {}

  static PrintedDocument.Sheet sheet(
      MonthlyReport report, String title, Provenance provenance, Texts texts) {
    List<Listing.Column> columns = new ArrayList<>();
    columns.add(new Listing.Column(texts.text("console.monthly.unit"), UNIT_WIDTH, Style.TEXT));
    columns.add(
        new Listing.Column(texts.text("console.monthly.answer"), ANSWER_WIDTH, Style.VALUE));
    for (String column : report.columns()) {
      columns.add(new Listing.Column(column, FIGURE_WIDTH, Style.VALUE));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Row row : report.rows()) {
      rows.add(row(row, answer(row, texts)));
    }
    rows.add(row(report.total(), ""));
    List<String> small = new ArrayList<>();
    small.add(provenance(provenance, texts));
    small.add(report.flow());
    if (!report.nil().isEmpty()) {
      small.add(texts.text("console.monthly.nil-units", String.join("、", report.nil())));
    }
    if (!report.silent().isEmpty()) {
      small.add(texts.text("console.monthly.silent-units", String.join("、", report.silent())));
    }
    return new PrintedDocument.Sheet(
        MonthlyTab.REPORT.title(texts), title, "", small, Listing.table(columns, rows), List.of());
  }

  /** Of what ledger the figures are. */
  static String provenance(Provenance provenance, Texts texts) {
    return texts.text(
        "report.provenance",
        Value.of(provenance.cutoff().date()).text(),
        String.valueOf(provenance.head().seq()),
        provenance.head().hash());
  }

  static String answer(Row row, Texts texts) {
    return texts.text("console.monthly.answer." + row.answer().name().toLowerCase(Locale.ROOT));
  }

  private static List<String> row(Row row, String answer) {
    List<String> texts = new ArrayList<>(List.of(row.unit(), answer));
    row.cells().stream().map(Cell::value).forEach(texts::add);
    return texts;
  }
}
