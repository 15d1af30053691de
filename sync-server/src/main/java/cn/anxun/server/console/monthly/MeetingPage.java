package cn.anxun.server.console.monthly;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;

/** The page for the Monday meeting. */
public final class MeetingPage {
  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Clock clock;

  public MeetingPage(Access access, Pages pages, BureauLedgers ledgers, Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get(MonthlyTab.MEETING.path(), access.see(Permission.SEE_FIGURES, this::show));
  }

  private void show(Context context, Principal person) {
    Texts texts = Requests.texts(context);
    BureauLedger ledger = ledgers.get(person.bureau());
    Viewed viewed = Viewed.latest(ledger, clock);
    Pages.send(
        context,
        "monthly/meeting.jte",
        pages.of(
            context,
            person,
            Section.MONTHLY,
            texts.text("console.meeting.title", pages.bureau(person.bureau())),
            ledger,
            viewed),
        Meeting.of(viewed.state(ledger), viewed.today(), texts));
  }
}
