package cn.anxun.server.console.monthly;

import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Indicator.Direction;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ranking.Ranking;
import cn.anxun.core.ranking.RankingRule;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.monthly.MonthlyReport.Cell;
import cn.anxun.server.console.monthly.RankingReport.Line;
import cn.anxun.server.console.page.Chart;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.page.PeriodBar;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.storage.BureauLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the ranking of a period, and how it stood a period before by all that is known now. */
final class RankingFigures {
  private static final String NONE = "—";

  private final Viewed viewed;
  private final LedgerState state;
  private final LedgerState before;
  private final Period periodBefore;
  private final RankingRule rule;
  private final Catalogue catalogue;
  private final Names names;
  private final Texts texts;

  RankingFigures(BureauLedger ledger, Viewed viewed, Texts texts) {
    this.viewed = viewed;
    this.state = viewed.state(ledger);
    this.periodBefore = PeriodBar.before(viewed.period());
    LocalDate end = periodBefore.until();
    LocalDate seen = viewed.cutoff().date();
    this.before = ledger.state(new Cutoff(viewed.cutoff().seq(), end.isBefore(seen) ? end : seen));
    this.rule = RankingRule.at(state);
    this.catalogue = Catalogue.at(state);
    this.names = Names.at(state, texts);
    this.texts = texts;
  }

  RankingReport read(boolean setsRule, boolean exports) {
    Ranking now = Ranking.of(state, rule, viewed.period(), MonthlyFigures.listed(state));
    Map<String, Integer> then = new HashMap<>();
    Ranking.of(before, rule, periodBefore, MonthlyFigures.listed(state))
        .lines()
        .forEach(line -> then.put(line.unit(), line.rank()));
    List<Line> lines =
        now.lines().stream().map(line -> line(line, then.getOrDefault(line.unit(), 0))).toList();
    return new RankingReport(
        PeriodBar.of(viewed, texts),
        viewed.query(),
        MonthlyFigures.linkQuery(viewed),
        sentences(),
        names.indicator(catalogue.get(rule.basis())),
        rule.terms().stream()
            .map(term -> names.indicator(catalogue.get(term.indicator())) + ' ' + term.weight())
            .toList(),
        lines,
        chart(now),
        setsRule,
        exports);
  }

  private List<String> sentences() {
    String terms =
        rule.terms().stream()
            .map(
                term -> {
                  Indicator indicator = catalogue.get(term.indicator());
                  return texts.text(
                      indicator.direction() == Direction.LOWER
                          ? "console.ranking.term-lower"
                          : "console.ranking.term",
                      names.indicator(indicator),
                      term.weight());
                })
            .collect(Collectors.joining(texts.text("console.comma")));
    return List.of(
        texts.text("console.ranking.rule", terms),
        texts.text(
            "console.ranking.least",
            names.indicator(catalogue.get(rule.basis())),
            Integer.toString(rule.least())));
  }

  private Line line(Ranking.Line line, int rankThen) {
    boolean ranked = line.unranked().isEmpty();
    return new Line(
        ranked ? Integer.toString(line.rank()) : NONE,
        ranked ? change(line.rank(), rankThen) : NONE,
        names.of("hazard", "unit", line.unit()),
        new Cell(
            line.basis().toPlainString(),
            false,
            line.basis().signum() == 0 ? "" : link(rule.basis(), line.unit())),
        line.parts().stream().map(part -> cell(part, line.unit())).toList(),
        ranked ? line.printedScore() : "",
        line.unranked().map(reason -> reason(line, reason)).orElseGet(() -> arithmetic(line)));
  }

  private String change(int now, int then) {
    if (then == 0) {
      return texts.text("console.ranking.new");
    }
    return now == then ? NONE : (now < then ? "↑" : "↓") + Math.abs(now - then);
  }

  private String reason(Ranking.Line line, Ranking.Reason reason) {
    return texts.text(
        "console.ranking.unranked." + reason.name().toLowerCase(Locale.ROOT),
        names.indicator(catalogue.get(rule.basis())),
        line.basis().toPlainString(),
        Integer.toString(rule.least()));
  }

  /** {@code (66.67×50 + (100−33.33)×30) ÷ 80 = 66.67}. */
  private static String arithmetic(Ranking.Line line) {
    List<String> terms = new ArrayList<>();
    int weights = 0;
    for (Ranking.Part part : line.parts()) {
      if (part.points().isDefined()) {
        String rate = part.figure().map(Figure::printed).orElse("/");
        boolean turned = part.indicator().direction() == Direction.LOWER;
        terms.add((turned ? "(100−" + rate + ')' : rate) + '×' + part.weight());
        weights += part.weight();
      }
    }
    return '(' + String.join(" + ", terms) + ") ÷ " + weights + " = " + line.printedScore();
  }

  private Cell cell(Ranking.Part part, String unit) {
    boolean has = part.points().isDefined();
    return new Cell(
        part.figure().map(Figure::printed).orElse("/"),
        false,
        has ? link(part.indicator().id(), unit) : "");
  }

  private String link(String indicator, String unit) {
    return "/figures/"
        + indicator
        + '?'
        + MonthlyFigures.linkQuery(viewed)
        + "&by=unit&label="
        + Links.encoded(unit);
  }

  private Chart chart(Ranking ranking) {
    List<String> units = new ArrayList<>();
    List<Chart.Mark> marks = new ArrayList<>();
    for (Ranking.Line line : ranking.lines()) {
      if (line.unranked().isEmpty()) {
        units.add(line.rank() + " " + names.of("hazard", "unit", line.unit()));
        marks.add(
            new Chart.Mark(
                line.printedScore(), link(rule.terms().get(0).indicator(), line.unit())));
      }
    }
    return new Chart(
        Chart.Type.BARS,
        texts.text("console.ranking.chart", PeriodBar.name(viewed.period(), texts)),
        texts.text("console.ranking.points"),
        units,
        List.of(new Chart.Series(texts.text("console.ranking.score"), marks)));
  }
}
