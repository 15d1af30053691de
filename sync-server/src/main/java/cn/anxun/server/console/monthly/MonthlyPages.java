package cn.anxun.server.console.monthly;

import cn.anxun.core.indicator.Period;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.PeriodBar;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.http.Requests;
import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** The month's report, on a page and as a file. */
public final class MonthlyPages {

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Download download;
  private final Clock clock;

  public MonthlyPages(
      Access access, Pages pages, BureauLedgers ledgers, Directory directory, Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.download = new Download(directory);
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get(MonthlyTab.REPORT.path(), access.see(Permission.SEE_FIGURES, this::show));
    routes.get("/monthly/file/{ending}", access.see(Permission.EXPORT, this::file));
  }

  /** Whether the address names a period. */
  static boolean namesPeriod(Context context) {
    return List.of("from", "until", "year").stream()
        .anyMatch(name -> Requests.find(context, name).isPresent());
  }

  /** Opens the page of this month where the address names no period. */
  static boolean leadsToThisMonth(Context context, Clock clock) {
    boolean named = namesPeriod(context);
    if (!named) {
      Period month = PeriodBar.Kind.MONTH.around(Days.today(clock));
      context.redirect(context.path() + "?from=" + month.from() + "&until=" + month.until());
    }
    return !named;
  }

  private void show(Context context, Principal person) {
    if (leadsToThisMonth(context, clock)) {
      return;
    }
    Texts texts = Requests.texts(context);
    BureauLedger ledger = ledgers.get(person.bureau());
    Viewed viewed = Viewed.of(context, ledger, clock);
    MonthlyReport read =
        new MonthlyFigures(viewed.state(ledger), viewed, texts).read(person.may(Permission.EXPORT));
    MonthlyReport report =
        RankingPages.mayDecide(person)
            ? read.publishable(new MonthlyReport.Publication(viewed.period(), viewed.cutoff()))
            : read;
    Pages.send(
        context,
        "monthly/report.jte",
        pages.of(
            context,
            person,
            Section.MONTHLY,
            title(person, viewed.period(), texts),
            ledger,
            viewed),
        report);
  }

  private String title(Principal person, Period period, Texts texts) {
    return texts.text(
        "console.monthly.title", pages.bureau(person.bureau()), PeriodBar.name(period, texts));
  }

  private void file(Context context, Principal person) throws IOException {
    Texts texts = Requests.texts(context);
    BureauLedger ledger = ledgers.get(person.bureau());
    Viewed viewed = Viewed.of(context, ledger, clock);
    Provenance provenance =
        new Provenance(
            pages.bureau(person.bureau()), viewed.cutoff(), ledger.headAt(viewed.cutoff().seq()));
    String title = title(person, viewed.period(), texts);
    MonthlyReport report = new MonthlyFigures(viewed.state(ledger), viewed, texts).read(false);
    download.send(
        context,
        person,
        new PrintedDocument(
            title,
            List.of(
                MonthlyDocument.sheet(report, title, provenance, texts),
                RankingDocument.sheet(
                    new RankingFigures(ledger, viewed, texts).read(false, false),
                    RankingPages.title(texts, provenance.bureau(), viewed.period()),
                    provenance,
                    texts))));
  }
}
