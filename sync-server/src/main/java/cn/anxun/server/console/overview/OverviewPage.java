package cn.anxun.server.console.overview;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.backup.BackupWarning;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Frame;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;

/** The first page: what the bureau's year, quarter or month amounts to. */
public final class OverviewPage {
  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final BackupWarning backup;
  private final Clock clock;

  public OverviewPage(
      Access access, Pages pages, BureauLedgers ledgers, BackupWarning backup, Clock clock) {
    this.backup = backup;
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get(Section.OVERVIEW.path(), access.see(Permission.SEE_FIGURES, this::show));
  }

  private void show(Context context, Principal person) {
    Texts texts = Requests.texts(context);
    BureauLedger ledger = ledgers.get(person.bureau());
    Viewed viewed = Viewed.of(context, ledger, clock);
    Frame frame =
        pages.of(
            context, person, Section.OVERVIEW, texts.text(Section.OVERVIEW.key()), ledger, viewed);
    Pages.send(
        context,
        "overview/overview.jte",
        frame,
        new OverviewFigures(ledger, viewed, texts).read(backup.find(person, texts)));
  }
}
