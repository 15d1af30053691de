package cn.anxun.server.console.monthly;

import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.MonthlyTable;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.ledger.Listing;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Paging;
import cn.anxun.server.console.page.PeriodBar;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The national monthly table, on a page and as a file. */
public final class NationalPages {
  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Download download;
  private final Clock clock;

  public NationalPages(
      Access access, Pages pages, BureauLedgers ledgers, Directory directory, Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.download = new Download(directory);
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    String path = MonthlyTab.NATIONAL.path();
    routes.get(path, access.see(Permission.SEE_FIGURES, this::show));
    routes.get(path + "/records", access.see(Permission.SEE_FIGURES, this::records));
    routes.get(path + "/file/{ending}", access.see(Permission.EXPORT, this::file));
  }

  private void show(Context context, Principal person) {
    if (MonthlyPages.leadsToThisMonth(context, clock)) {
      return;
    }
    Texts texts = Requests.texts(context);
    BureauLedger ledger = ledgers.get(person.bureau());
    Viewed viewed = Viewed.of(context, ledger, clock);
    Pages.send(
        context,
        "monthly/national.jte",
        pages.of(context, person, Section.MONTHLY, title(person, viewed, texts), ledger, viewed),
        NationalTable.of(viewed.state(ledger), viewed, person.may(Permission.EXPORT), texts));
  }

  private String title(Principal person, Viewed viewed, Texts texts) {
    return texts.text(
        "console.national.title",
        pages.bureau(person.bureau()),
        PeriodBar.name(viewed.period(), texts));
  }

  private void file(Context context, Principal person) throws IOException {
    Texts texts = Requests.texts(context);
    BureauLedger ledger = ledgers.get(person.bureau());
    Viewed viewed = Viewed.of(context, ledger, clock);
    Provenance provenance =
        new Provenance(
            pages.bureau(person.bureau()), viewed.cutoff(), ledger.headAt(viewed.cutoff().seq()));
    download.send(
        context,
        person,
        NationalTable.of(viewed.state(ledger), viewed, false, texts)
            .document(title(person, viewed, texts), provenance, texts));
  }

  private void records(Context context, Principal person) {
    Texts texts = Requests.texts(context);
    BureauLedger ledger = ledgers.get(person.bureau());
    Viewed viewed = Viewed.of(context, ledger, clock);
    LedgerState state = viewed.state(ledger);
    MonthlyTable table = MonthlyTable.of(state, viewed.period());
    int column = Requests.number(context, "column", 0, 0, table.columns().size() - 1);
    Optional<String> industry = Optional.ofNullable(context.queryParam("industry"));
    List<Figure> cells =
        industry.isEmpty()
            ? table.total()
            : table.rows().stream()
                .filter(row -> row.industry().equals(industry.get()))
                .map(MonthlyTable.Row::cells)
                .findFirst()
                .orElseThrow(() -> Refusal.of(404, "not-found"));
    Figure figure = cells.get(column);
    // A rate opens on what it lacks, as everywhere.
    List<String> gap = figure.gapIds();
    List<String> ids = new ArrayList<>(gap);
    figure.partIds().stream().filter(id -> !gap.contains(id)).forEach(ids::add);
    int offset = Requests.number(context, "offset", 0, 0, Integer.MAX_VALUE);
    String address =
        context.path()
            + '?'
            + MonthlyFigures.linkQuery(viewed)
            + "&column="
            + column
            + industry.map(name -> "&industry=" + Links.encoded(name)).orElse("")
            + "&offset=";
    String name =
        industry
            .map(code -> Names.at(state, texts).of("hazard", "industry", code))
            .orElseGet(() -> texts.text("console.monthly.total"));
    Pages.send(
        context,
        "monthly/records.jte",
        pages.of(
            context,
            person,
            Section.MONTHLY,
            texts.text(
                "console.national.records",
                name,
                texts.text("console.national.column." + table.columns().get(column).id()),
                figure.printed()),
            ledger,
            viewed),
        new NationalRecords(
            Listing.of(state, Paging.cut(ids, offset), texts),
            Paging.of(ids.size(), offset, address)));
  }
}
