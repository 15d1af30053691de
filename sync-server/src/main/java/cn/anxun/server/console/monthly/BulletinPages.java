package cn.anxun.server.console.monthly;

import cn.anxun.core.entry.BulletinPublished;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Frame;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Publishes a report as it stands, and shows what has changed since. */
public final class BulletinPages {
  private static final int MAX_NUMBER = 60;

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Desk desk;
  private final Clock clock;

  public BulletinPages(
      Access access,
      Pages pages,
      BureauLedgers ledgers,
      Directory directory,
      Desk desk,
      Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.directory = directory;
    this.desk = desk;
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    String path = MonthlyTab.BULLETINS.path();
    routes.get(path, access.see(Permission.SEE_FIGURES, this::list));
    routes.post(path, access.send(Permission.PUSH, this::publish));
    routes.get(
        path + "/{from}/{until}/{edition}", access.see(Permission.SEE_FIGURES, this::changes));
  }

  private void list(Context context, Principal person) {
    Texts texts = Requests.texts(context);
    BureauLedger ledger = ledgers.get(person.bureau());
    Viewed viewed = Viewed.latest(ledger, clock);
    List<BulletinList.Row> rows =
        Bulletin.list(viewed.state(ledger)).stream()
            .map(bulletin -> row(bulletin, ledger, texts))
            .toList();
    Period month = PeriodBar.Kind.MONTH.around(Days.today(clock));
    Pages.send(
        context,
        "monthly/bulletins.jte",
        frame(context, person, texts.text("console.bulletin.title"), ledger, viewed),
        new BulletinList("from=" + month.from() + "&until=" + month.until(), rows));
  }

  private BulletinList.Row row(Bulletin bulletin, BureauLedger ledger, Texts texts) {
    return new BulletinList.Row(
        PeriodBar.name(bulletin.period(), texts),
        bulletin.edition(),
        bulletin.documentNo(),
        texts.text(
            "console.bulletin.cutoff",
            Long.toString(bulletin.cutoff().seq()),
            Days.text(bulletin.cutoff().date(), texts)),
        publisher(bulletin, ledger) + ' ' + Days.text(bulletin.published(), texts),
        "/monthly?" + bulletin.query(),
        "/monthly/ranking?" + bulletin.query(),
        bulletin.link());
  }

  private String publisher(Bulletin bulletin, BureauLedger ledger) {
    String account =
        ledger.find(bulletin.entryId()).map(entry -> entry.stamp().author()).orElse("");
    return directory.accounts().displayName(account);
  }

  private void publish(Context context, Principal person) throws Desk.NotTakenException {
    if (!RankingPages.mayDecide(person)) {
      throw Refusal.of(403, "forbidden");
    }
    BureauLedger ledger = ledgers.get(person.bureau());
    Period period = period(day(context, "from"), day(context, "until"));
    Cutoff cutoff = new Cutoff(seq(context, ledger), day(context, "cutoff_date"));
    String number = Requests.typed(context, "document_no");
    if (number.length() > MAX_NUMBER) {
      throw Refusal.ofField(400, "too-long", "document_no", Integer.toString(MAX_NUMBER));
    }
    List<Bulletin> before = Bulletin.list(Viewed.latest(ledger, clock).state(ledger), period);
    long edition = before.isEmpty() ? 1 : before.get(0).edition() + 1;
    Fields.Builder fields =
        Fields.builder()
            .set(BulletinPublished.FROM, period.from())
            .set(BulletinPublished.UNTIL, period.until())
            .set(BulletinPublished.CUTOFF_SEQ, cutoff.seq())
            .set(BulletinPublished.CUTOFF_DATE, cutoff.date())
            .set(BulletinPublished.EDITION, edition);
    if (!number.isEmpty()) {
      fields.set(BulletinPublished.DOCUMENT_NO, number);
    }
    desk.say(
        person,
        ledger,
        BulletinPublished.KIND,
        Documents.bulletin(period.from(), period.until(), (int) edition),
        null,
        desk.today(),
        fields.build());
    context.redirect(MonthlyTab.BULLETINS.path(), HttpStatus.SEE_OTHER);
  }

  private static Period period(LocalDate from, LocalDate until) {
    if (until.isBefore(from)) {
      throw Refusal.ofField(400, "period-reversed", "until");
    }
    return new Period(from, until);
  }

  private static LocalDate day(Context context, String name) {
    return Requests.day(Requests.typed(context, name))
        .orElseThrow(() -> Refusal.ofField(400, "bad-date", name));
  }

  private static long seq(Context context, BureauLedger ledger) {
    long last = ledger.lastSeq();
    try {
      long seq = Long.parseLong(Optional.ofNullable(context.formParam("cutoff_seq")).orElse(""));
      if (seq >= 0 && seq <= last) {
        return seq;
      }
    } catch (NumberFormatException e) {
      // Refused below, with what it may be.
    }
    throw Refusal.ofField(400, "no-such-seq", "cutoff_seq", Long.toString(last));
  }

  private void changes(Context context, Principal person) {
    Texts texts = Requests.texts(context);
    BureauLedger ledger = ledgers.get(person.bureau());
    Viewed viewed = Viewed.latest(ledger, clock);
    LedgerState latest = viewed.state(ledger);
    Bulletin bulletin =
        Bulletin.list(latest).stream()
            .filter(one -> one.link().equals(context.path()))
            .findFirst()
            .orElseThrow(() -> Refusal.of(404, "not-found"));
    LedgerState now =
        ledger.state(BulletinChanges.now(bulletin, ledger.lastSeq(), Days.today(clock)));
    int offset = Requests.number(context, "offset", 0, 0, Integer.MAX_VALUE);
    Pages.send(
        context,
        "monthly/changes.jte",
        frame(
            context,
            person,
            texts.text(
                "console.bulletin.changes-title",
                PeriodBar.name(bulletin.period(), texts),
                Long.toString(bulletin.edition())),
            ledger,
            viewed),
        BulletinChanges.of(bulletin, ledger.state(bulletin.cutoff()), now, offset, texts));
  }

  private Frame frame(
      Context context, Principal person, String title, BureauLedger ledger, Viewed viewed) {
    return pages.of(context, person, Section.MONTHLY, title, ledger, viewed);
  }
}
