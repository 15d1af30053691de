package cn.anxun.server.report.form;

import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.text.Texts;
import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.PrintedTable.Style;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.Value;
import cn.anxun.server.text.ServerTexts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The indicators of a period as a table: value, part and whole, and what of it is 台账 and what 汇总.
 */
public final class IndicatorList {
  private static final String NONE = "—";

  private IndicatorList() {}

  /**
   * The list.
   *
   * @param figures by the indicators' ids
   * @param period as printed, such as 2026年度
   */
  public static PrintedDocument compose(
      List<Indicator> indicators,
      Map<String, Figure> figures,
      String period,
      Provenance provenance) {
    Texts texts = ServerTexts.CHINESE;
    List<List<String>> rows = new ArrayList<>();
    for (Indicator indicator : indicators) {
      Figure figure = figures.get(indicator.id());
      if (figure != null) {
        rows.add(row(rows.size() + 1, indicator, figure));
      }
    }
    PrintedDocument.Sheet sheet =
        new PrintedDocument.Sheet(
            texts.text("report.indicators.title"),
            provenance.bureau() + period + texts.text("report.indicators.title"),
            "",
            List.of(
                texts.text(
                    "report.provenance",
                    Value.of(provenance.cutoff().date()).text(),
                    String.valueOf(provenance.head().seq()),
                    provenance.head().hash())),
            Listing.table(columns(texts), rows),
            List.of());
    return new PrintedDocument(sheet.title(), List.of(sheet));
  }

  private static List<Listing.Column> columns(Texts texts) {
    return List.of(
        new Listing.Column(texts.text("report.indicators.number"), 7, Style.VALUE),
        new Listing.Column(texts.text("report.indicators.name"), 42, Style.TEXT),
        new Listing.Column(texts.text("report.indicators.value"), 15, Style.VALUE),
        new Listing.Column(texts.text("report.indicators.unit"), 8, Style.VALUE),
        new Listing.Column(texts.text("report.indicators.part"), 14, Style.VALUE),
        new Listing.Column(texts.text("report.indicators.whole"), 14, Style.VALUE),
        new Listing.Column(texts.text("report.indicators.ledger"), 12, Style.VALUE),
        new Listing.Column(texts.text("report.indicators.tally"), 12, Style.VALUE),
        new Listing.Column(texts.text("report.indicators.marks"), 16, Style.TEXT));
  }

  private static List<String> row(int number, Indicator indicator, Figure figure) {
    boolean rate = figure.unit().equals("%");
    return List.of(
        String.valueOf(number),
        indicator.name(),
        figure.printed(),
        figure.unit(),
        rate ? plain(figure.part()) : NONE,
        rate ? plain(figure.whole()) : NONE,
        plain(figure.fromLedger()),
        plain(figure.fromTally()),
        figure.marks().stream().map(IndicatorList::label).collect(Collectors.joining("、")));
  }

  private static String label(Mark mark) {
    return ServerTexts.CHINESE.text(
        "report.mark." + mark.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static String plain(BigDecimal number) {
    return new BigDecimal(number.stripTrailingZeros().toPlainString()).toPlainString();
  }
}
