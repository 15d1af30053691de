package cn.anxun.server.console.monthly;

import cn.anxun.core.codelist.Units;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Dimension;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.UnitReports;
import cn.anxun.core.indicator.UnitReports.Answer;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.monthly.MonthlyReport.Cell;
import cn.anxun.server.console.monthly.MonthlyReport.Row;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.page.PeriodBar;
import cn.anxun.server.console.page.Viewed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the monthly report from the folded ledger, by core's engine alone. */
final class MonthlyFigures {
  /** The columns' indicators; the words are {@code console.monthly.column.ID}. */
  static final List<String> COLUMNS =
      List.of(
          "hazard.stock.start",
          "hazard.stock.new",
          "hazard.rectified",
          "hazard.stock.closed",
          "hazard.stock.end",
          "hazard.rate",
          "hazard.on-time.current",
          "hazard.overdue",
          "hazard.review.overdue",
          "drill.times",
          "training.attendees",
          "tally.reports");

  private static final Set<String> BAD = Set.of("hazard.overdue", "hazard.review.overdue");

  private final Viewed viewed;
  private final LedgerState state;
  private final Names names;
  private final Texts texts;
  private final List<Indicator> indicators;

  MonthlyFigures(LedgerState state, Viewed viewed, Texts texts) {
    this.viewed = viewed;
    this.state = state;
    this.names = Names.at(state, texts);
    this.texts = texts;
    Catalogue catalogue = Catalogue.at(state);
    this.indicators = COLUMNS.stream().map(catalogue::get).toList();
  }

  /** What a link from the page carries: the cut-off only where the page's address names one. */
  static String linkQuery(Viewed viewed) {
    return viewed.pinned() ? viewed.query() : viewed.periodQuery();
  }

  /** The units that the office lists, by code, in its order. */
  static Set<String> listed(LedgerState state) {
    return Units.of(state.documentParts(Documents.UNITS)).names().keySet();
  }

  MonthlyReport read(boolean exports) {
    List<Map<String, Figure>> byColumn = new ArrayList<>();
    Set<String> others = new TreeSet<>();
    for (Indicator indicator : indicators) {
      Map<String, Figure> figures =
          FigureEngine.breakDown(
              state, indicator.measure(), indicator.unit(), viewed.period(), Dimension.UNIT);
      byColumn.add(figures);
      others.addAll(figures.keySet());
    }
    boolean someWithout = others.remove("");
    Set<String> units = new LinkedHashSet<>(listed(state));
    units.addAll(others);
    Map<String, Answer> answers = UnitReports.of(state, viewed.period(), units);
    List<Row> rows = new ArrayList<>();
    answers.forEach((unit, answer) -> rows.add(row(unit, answer, byColumn)));
    if (someWithout) {
      rows.add(row("", Answer.REPORTED, byColumn));
    }
    Map<String, Figure> total = FigureEngine.figures(state, indicators, viewed.period());
    return new MonthlyReport(
        PeriodBar.of(viewed, texts),
        viewed.query(),
        linkQuery(viewed),
        COLUMNS.stream().map(id -> texts.text("console.monthly.column." + id)).toList(),
        rows,
        total(total),
        texts.text(
            "console.monthly.flow",
            printed(total, "hazard.stock.start"),
            printed(total, "hazard.stock.new"),
            printed(total, "hazard.stock.closed"),
            printed(total, "hazard.stock.end")),
        named(answers, Answer.NIL),
        named(answers, Answer.SILENT),
        Optional.empty(),
        Bulletin.list(state, viewed.period()).stream().findFirst().map(Bulletin::link).orElse(""),
        exports);
  }

  private static String printed(Map<String, Figure> figures, String id) {
    Figure figure = figures.get(id);
    return figure == null ? "/" : figure.printed();
  }

  private List<String> named(Map<String, Answer> answers, Answer wanted) {
    List<String> units = new ArrayList<>();
    answers.forEach(
        (unit, answer) -> {
          if (answer == wanted) {
            units.add(name(unit));
          }
        });
    return units;
  }

  private String name(String unit) {
    return names.of("hazard", "unit", unit);
  }

  private Row row(String unit, Answer answer, List<Map<String, Figure>> byColumn) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < indicators.size(); i++) {
      String by = "&by=unit&label=" + Links.encoded(unit);
      cells.add(cell(indicators.get(i), byColumn.get(i).get(unit), by));
    }
    return new Row(name(unit), answer, cells);
  }

  private Row total(Map<String, Figure> figures) {
    List<Cell> cells =
        indicators.stream()
            .map(indicator -> cell(indicator, figures.get(indicator.id()), ""))
            .toList();
    return new Row(texts.text("console.monthly.total"), Answer.REPORTED, cells);
  }

  private Cell cell(Indicator indicator, @Nullable Figure figure, String by) {
    if (figure == null) {
      return new Cell(indicator.measure() instanceof Measure.Rate ? "/" : "0", false, "");
    }
    boolean bad = BAD.contains(indicator.id()) && figure.part().signum() > 0;
    boolean opens = !figure.partIds().isEmpty() || !figure.wholeIds().isEmpty();
    String link = "/figures/" + indicator.id() + '?' + linkQuery(viewed) + by;
    return new Cell(figure.printed(), bad, opens ? link : "");
  }
}
