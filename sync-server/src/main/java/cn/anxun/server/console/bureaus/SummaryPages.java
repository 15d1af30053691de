package cn.anxun.server.console.bureaus;

import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.FigureSum;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.IndicatorLabels;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.FieldWords;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.PeriodBar;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.SeenBureaus;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.text.ServerTexts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 汇总: the shipped indicators of every bureau whose figures the account may see, each as of its own
 * cut-off, and their sum. A bureau's own definitions do not count here: what is added up must be
 * counted alike.
 */
public final class SummaryPages {
  private static final List<String> SHOWN =
      List.of(
          "hazard.found",
          "hazard.stock.closed",
          "hazard.rate",
          "hazard.overdue",
          "hazard.review.overdue",
          "hazard.not-closed.major",
          "drill.times",
          "training.attendees");

  /** Those of which any at all is bad. */
  private static final Set<String> BAD =
      Set.of("hazard.overdue", "hazard.review.overdue", "hazard.not-closed.major");

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Clock clock;

  public SummaryPages(
      Access access, Pages pages, BureauLedgers ledgers, Directory directory, Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.directory = directory;
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get(Section.BUREAUS.path(), access.see(Permission.SEE_FIGURES, this::show));
  }

  private void show(Context context, Principal person) {
    Texts texts = Requests.texts(context);
    List<Indicator> indicators = SHOWN.stream().map(Catalogue.standard()::get).toList();
    List<SummaryPage.Row> rows = new ArrayList<>();
    Map<String, List<Figure>> all = new LinkedHashMap<>();
    for (Grant grant : SeenBureaus.list(directory, person)) {
      BureauLedger ledger = ledgers.get(grant.bureau());
      Viewed viewed = Viewed.of(context, ledger, clock);
      Map<String, Figure> figures =
          FigureEngine.figures(viewed.state(ledger), indicators, viewed.period());
      figures.forEach(
          (id, figure) -> all.computeIfAbsent(id, none -> new ArrayList<>()).add(figure));
      rows.add(row(grant.bureau(), viewed, figures, texts));
    }
    Viewed here = Viewed.of(context, ledgers.get(person.bureau()), clock);
    Pages.send(
        context,
        "bureaus/summary.jte",
        pages.plain(context, person, Section.BUREAUS, texts.text("console.nav.bureaus")),
        new SummaryPage(
            PeriodBar.of(here, texts), headings(indicators, texts), rows, sums(all, texts)));
  }

  private static List<SummaryPage.Heading> headings(List<Indicator> indicators, Texts texts) {
    return indicators.stream()
        .map(
            one ->
                new SummaryPage.Heading(
                    one.id(),
                    texts.text("console.card." + one.id()),
                    IndicatorLabels.unit(ServerTexts.core(texts), one.unit())))
        .toList();
  }

  private SummaryPage.Row row(
      String bureau, Viewed viewed, Map<String, Figure> figures, Texts texts) {
    List<SummaryPage.Cell> cells = new ArrayList<>();
    for (String id : SHOWN) {
      Figure figure = figures.get(id);
      if (figure != null) {
        cells.add(
            cell(
                id,
                figure.printed(),
                figure.unit(),
                figure.part(),
                figure.whole(),
                FieldWords.marks(texts, figure.marks())));
      }
    }
    int silent = pages.silent(bureau, viewed.cutoff()).size();
    return new SummaryPage.Row(
        bureau,
        pages.bureau(bureau),
        texts.text(
            "console.summary.cutoff",
            Days.text(viewed.cutoff().date(), texts),
            Long.toString(viewed.cutoff().seq())),
        silent == 0 ? "" : texts.text("console.summary.silent", silent),
        cells);
  }

  private static List<SummaryPage.Cell> sums(Map<String, List<Figure>> all, Texts texts) {
    List<SummaryPage.Cell> cells = new ArrayList<>();
    for (String id : SHOWN) {
      List<Figure> figures = all.getOrDefault(id, List.of());
      if (!figures.isEmpty()) {
        FigureSum sum = FigureSum.of(figures);
        Set<Mark> marks = sum.marks();
        cells.add(
            cell(
                id,
                sum.printed(),
                sum.unit(),
                sum.part(),
                sum.whole(),
                FieldWords.marks(texts, marks)));
      }
    }
    return cells;
  }

  private static SummaryPage.Cell cell(
      String id, String printed, String unit, BigDecimal part, BigDecimal whole, String marks) {
    boolean rate = unit.equals("%");
    return new SummaryPage.Cell(
        id,
        printed,
        rate ? part.toPlainString() + " ÷ " + whole.toPlainString() : "",
        BAD.contains(id) && part.signum() > 0,
        marks);
  }
}
