package cn.anxun.server.console.monthly;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RankingSet;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ranking.RankingRule;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.PeriodBar;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The ranking of units, and the rule by which they are ranked. */
public final class RankingPages {
  private static final String RULE = "/monthly/ranking/rule";

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Desk desk;
  private final Clock clock;

  public RankingPages(Access access, Pages pages, BureauLedgers ledgers, Desk desk, Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.desk = desk;
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get(MonthlyTab.RANKING.path(), access.see(Permission.SEE_FIGURES, this::show));
    routes.get(RULE, access.see(Permission.PUSH, this::rule));
    routes.post(RULE, access.send(Permission.PUSH, this::setRule));
  }

  /** Whether this person says what holds for the bureau's units. */
  static boolean mayDecide(Principal person) {
    return person.may(Permission.PUSH) && person.role().has(Kind.Right.OFFICE);
  }

  private void show(Context context, Principal person) {
    BureauLedger ledger = ledgers.get(person.bureau());
    if (!MonthlyPages.namesPeriod(context)) {
      RankingRule rule = RankingRule.at(Viewed.latest(ledger, clock).state(ledger));
      Period usual = PeriodBar.Kind.valueOf(rule.span().name()).around(Days.today(clock));
      context.redirect(context.path() + "?from=" + usual.from() + "&until=" + usual.until());
      return;
    }
    Texts texts = Requests.texts(context);
    Viewed viewed = Viewed.of(context, ledger, clock);
    Pages.send(
        context,
        "monthly/ranking.jte",
        pages.of(
            context,
            person,
            Section.MONTHLY,
            title(texts, pages.bureau(person.bureau()), viewed.period()),
            ledger,
            viewed),
        new RankingFigures(ledger, viewed, texts)
            .read(mayDecide(person), person.may(Permission.EXPORT)));
  }

  static String title(Texts texts, String bureau, Period period) {
    return texts.text("console.ranking.title", bureau, PeriodBar.name(period, texts));
  }

  private void rule(Context context, Principal person) {
    requireOffice(person);
    Texts texts = Requests.texts(context);
    LedgerState state = latest(person);
    String seen = state.document(Documents.RANKING).map(DocumentRevision::entryId).orElse("");
    send(
        context,
        person,
        RuleForm.of(
            RankingRule.at(state), seen, Catalogue.at(state), Names.at(state, texts), texts));
  }

  private void setRule(Context context, Principal person) throws Desk.NotTakenException {
    requireOffice(person);
    LedgerState state = latest(person);
    Catalogue catalogue = Catalogue.at(state);
    Json.Members document = RuleForm.document(context, catalogue);
    List<DocumentProblem> problems = RankingRule.check(document, catalogue);
    if (!problems.isEmpty()) {
      Texts texts = Requests.texts(context);
      context.status(HttpStatus.BAD_REQUEST);
      send(
          context,
          person,
          RuleForm.typed(context, catalogue, Names.at(state, texts), texts, problems));
      return;
    }
    BureauLedger ledger = ledgers.get(person.bureau());
    String seen =
        Optional.ofNullable(context.formParam("seen"))
            .flatMap(ledger::find)
            .filter(entry -> entry.entry().subject().equals(Documents.RANKING))
            .map(LedgerEntry::id)
            .orElse(null);
    desk.say(
        person,
        ledger,
        RankingSet.KIND,
        Documents.RANKING,
        seen,
        desk.today(),
        Fields.builder().set(RankingSet.DOCUMENT, document).build());
    context.redirect(MonthlyTab.RANKING.path(), HttpStatus.SEE_OTHER);
  }

  private static void requireOffice(Principal person) {
    if (!mayDecide(person)) {
      throw Refusal.of(403, "forbidden");
    }
  }

  private LedgerState latest(Principal person) {
    BureauLedger ledger = ledgers.get(person.bureau());
    return Viewed.latest(ledger, clock).state(ledger);
  }

  private void send(Context context, Principal person, RuleForm form) {
    Pages.send(
        context,
        "monthly/rule.jte",
        pages.still(
            context,
            person,
            Section.MONTHLY,
            Requests.texts(context).text("console.ranking.rule-title"),
            ledgers.get(person.bureau()),
            Viewed.latest(ledgers.get(person.bureau()), clock)),
        form);
  }
}
