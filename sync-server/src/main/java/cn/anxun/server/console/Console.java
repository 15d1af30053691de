package cn.anxun.server.console;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Problem;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.auth.PushAudit;
import cn.anxun.server.backup.NightlyStanding;
import cn.anxun.server.console.backup.BackupPages;
import cn.anxun.server.console.backup.BackupWarning;
import cn.anxun.server.console.base.BasePages;
import cn.anxun.server.console.bureaus.BureauPages;
import cn.anxun.server.console.bureaus.SummaryPages;
import cn.anxun.server.console.door.DoorPages;
import cn.anxun.server.console.entry.DeskPages;
import cn.anxun.server.console.evidence.EvidencePages;
import cn.anxun.server.console.figure.FigurePages;
import cn.anxun.server.console.fill.FillPages;
import cn.anxun.server.console.form.CheckupPages;
import cn.anxun.server.console.form.EntryPages;
import cn.anxun.server.console.form.FormPages;
import cn.anxun.server.console.form.TargetPages;
import cn.anxun.server.console.form.YearEndPages;
import cn.anxun.server.console.handout.AppAdminPages;
import cn.anxun.server.console.handout.AppPages;
import cn.anxun.server.console.importing.ImportPages;
import cn.anxun.server.console.ledger.LedgerPages;
import cn.anxun.server.console.measure.FormHistoryPages;
import cn.anxun.server.console.measure.FormsPages;
import cn.anxun.server.console.measure.MeasureHistoryPages;
import cn.anxun.server.console.measure.MeasurePages;
import cn.anxun.server.console.measure.MonitoringPages;
import cn.anxun.server.console.monthly.BulletinPages;
import cn.anxun.server.console.monthly.MeetingPage;
import cn.anxun.server.console.monthly.MonthlyPages;
import cn.anxun.server.console.monthly.NationalPages;
import cn.anxun.server.console.monthly.RankingPages;
import cn.anxun.server.console.narrative.NarrativePages;
import cn.anxun.server.console.overview.OverviewPage;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.AdminTab;
import cn.anxun.server.console.page.Assets;
import cn.anxun.server.console.page.Csrf;
import cn.anxun.server.console.page.LiveRoute;
import cn.anxun.server.console.page.Message;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.paper.PaperPages;
import cn.anxun.server.console.paper.WordingPages;
import cn.anxun.server.console.people.AdminPages;
import cn.anxun.server.console.phonerules.PhoneRulesPages;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.console.record.RecordPages;
import cn.anxun.server.console.work.WorkPages;
import cn.anxun.server.enrolment.PhoneAccess;
import cn.anxun.server.file.Uploads;
import cn.anxun.server.handout.AppOffer;
import cn.anxun.server.http.ClientAddress;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.RateLimit;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.http.Web;
import cn.anxun.server.http.v1.FormPrinter;
import cn.anxun.server.paper.NumberDesk;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.yearend.YearOffice;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Every page for the browser, and the only place where their parts are put together. */
public final class Console {
  private static final String GRID_WORKER = "console.denied.grid-worker";

  private final DoorPages doors;
  private final LiveRoute live;
  private final OverviewPage overview;
  private final LedgerPages records;
  private final RecordPages record;
  private final WorkPages work;
  private final FigurePages figures;
  private final FormPages yearForms;
  private final MonthlyPages monthly;
  private final RankingPages ranking;
  private final EntryPages typedForms;
  private final TargetPages targets;
  private final YearEndPages yearEnds;
  private final CheckupPages checkups;
  private final BulletinPages bulletins;
  private final NationalPages national;
  private final MeetingPage meeting;
  private final FillPages fillings;
  private final EvidencePages evidence;
  private final NarrativePages narratives;
  private final MeasurePages measures;
  private final MeasureHistoryPages measureHistory;
  private final FormsPages formDefinitions;
  private final FormHistoryPages formHistory;
  private final BasePages base;
  private final MonitoringPages monitoring;
  private final Access access;
  private final ImportPages imports;
  private final AdminPages administration;
  private final BureauPages bureaus;
  private final SummaryPages summary;
  private final DeskPages newRecords;
  private final AppPages app;
  private final AppAdminPages appAdministration;
  private final BackupPages backups;
  private final WordingPages wording;
  private final PhoneRulesPages phoneRules;
  private final PaperPages papers;
  private final Pages pages;

  /**
   * @param offer the app that phones get
   * @param encrypted whether browsers reach this server by HTTPS
   * @param reached where phones reach this server
   * @param numbers the desk of this data directory
   * @param uploads where files arrive
   * @param nightly how the nightly backup stands; empty where there is nothing to keep
   * @param data the data directory
   * @param guesses how many wrong passwords, codes and links an address may give
   */
  public Console(
      Directory directory,
      BureauLedgers ledgers,
      Gate gate,
      RateLimit guesses,
      ClientAddress address,
      FormPrinter forms,
      AppOffer offer,
      boolean encrypted,
      Supplier<PhoneAccess> reached,
      NumberDesk numbers,
      Uploads uploads,
      Supplier<Optional<NightlyStanding>> nightly,
      Path data,
      Clock clock) {
    Csrf csrf = new Csrf(directory.tokens(), encrypted);
    this.access = new Access(gate, csrf);
    this.pages = new Pages(directory, csrf);
    this.doors = new DoorPages(directory, guesses, address, csrf, pages, encrypted);
    this.app = new AppPages(pages, offer, reached);
    this.appAdministration = new AppAdminPages(access, pages, directory, offer);
    this.live = new LiveRoute(access, ledgers);
    this.overview = new OverviewPage(access, pages, ledgers, new BackupWarning(nightly), clock);
    this.backups = new BackupPages(access, pages, directory, nightly, data);
    this.records = new LedgerPages(access, pages, ledgers, directory, clock);
    EntryIds ids = new EntryIds(clock, new SecureRandom());
    Desk desk = new Desk(ids, new PushAudit(directory.audit()), clock);
    this.record = new RecordPages(access, pages, ledgers, directory, desk, clock);
    this.monthly = new MonthlyPages(access, pages, ledgers, directory, clock);
    this.ranking = new RankingPages(access, pages, ledgers, desk, clock);
    this.work = new WorkPages(access, pages, ledgers, directory, desk, clock);
    this.bulletins = new BulletinPages(access, pages, ledgers, directory, desk, clock);
    this.national = new NationalPages(access, pages, ledgers, directory, clock);
    this.meeting = new MeetingPage(access, pages, ledgers, clock);
    this.figures = new FigurePages(access, pages, ledgers, forms, clock);
    this.yearForms = new FormPages(access, pages, ledgers, clock);
    this.typedForms = new EntryPages(access, pages, ledgers, desk, clock);
    this.targets = new TargetPages(access, pages, ledgers, directory, desk, clock);
    YearOffice years = new YearOffice(directory, ledgers, ids, clock);
    this.yearEnds = new YearEndPages(access, pages, ledgers, directory, years, clock);
    this.bureaus = new BureauPages(access, pages, directory);
    this.summary = new SummaryPages(access, pages, ledgers, directory, clock);
    this.administration =
        new AdminPages(access, pages, ledgers, directory, reached, numbers, clock);
    this.checkups = new CheckupPages(access, pages, ledgers, directory, clock);
    this.fillings = new FillPages(access, pages, ledgers, directory, desk, clock);
    this.narratives = new NarrativePages(access, pages, ledgers, directory, desk, clock);
    this.evidence = new EvidencePages(access, pages, ledgers, directory, clock);
    this.measures = new MeasurePages(access, pages, ledgers, desk, clock);
    this.measureHistory = new MeasureHistoryPages(access, pages, ledgers, directory, desk, clock);
    this.imports = new ImportPages(access, pages, ledgers, directory, clock);
    this.formDefinitions = new FormsPages(access, pages, ledgers, desk, clock);
    this.formHistory = new FormHistoryPages(access, pages, ledgers, directory, desk, clock);
    this.base = new BasePages(access, pages, ledgers, directory, desk, clock);
    this.wording = new WordingPages(access, pages, ledgers, desk, numbers);
    this.phoneRules = new PhoneRulesPages(access, pages, ledgers, desk);
    this.papers = new PaperPages(access, pages, ledgers, directory, desk, numbers, uploads, clock);
    this.newRecords = new DeskPages(access, pages, ledgers, desk, clock);
    this.monitoring = new MonitoringPages(access, pages, ledgers, directory, desk, clock);
  }

  public void register(RoutesConfig routes) {
    Assets.register(routes);
    doors.register(routes);
    app.register(routes);
    appAdministration.register(routes);
    backups.register(routes);
    live.register(routes);
    overview.register(routes);
    records.register(routes);
    record.register(routes);
    work.register(routes);
    figures.register(routes);
    yearForms.register(routes);
    monthly.register(routes);
    ranking.register(routes);
    typedForms.register(routes);
    targets.register(routes);
    yearEnds.register(routes);
    checkups.register(routes);
    administration.register(routes);
    bureaus.register(routes);
    summary.register(routes);
    bulletins.register(routes);
    national.register(routes);
    meeting.register(routes);
    fillings.register(routes);
    evidence.register(routes);
    narratives.register(routes);
    AdminTab.register(routes, access);
    measures.register(routes);
    measureHistory.register(routes);
    imports.register(routes);
    formDefinitions.register(routes);
    formHistory.register(routes);
    base.register(routes);
    newRecords.register(routes);
    wording.register(routes);
    phoneRules.register(routes);
    papers.register(routes);
    monitoring.register(routes);
  }

  /** Says to a person why there is no page; who is not logged in gets to the login. */
  public void refuse(Context context, Refusal refusal) {
    if (refusal.status() == 401 && !context.path().equals("/login")) {
      if (context.header("HX-Request") == null) {
        context.redirect("/login", HttpStatus.SEE_OTHER);
      } else {
        context.header("HX-Redirect", "/login");
      }
      return;
    }
    Texts texts = Requests.texts(context);
    Problem problem = refusal.problem(texts);
    Optional<Principal> person =
        refusal.status() < 500 ? Gate.principal(context) : Optional.<Principal>empty();
    boolean onPhone =
        refusal.status() == 403 && person.filter(Console::worksOnThePhone).isPresent();
    String title = onPhone ? texts.text(GRID_WORKER + ".title") : problem.title();
    Pages.send(
        context,
        "message.jte",
        person
            .map(who -> pages.plain(context, who, null, title))
            .orElseGet(() -> pages.message(context, title)),
        new Message(
            problem.detail(), onPhone ? texts.text(GRID_WORKER) : "", Web.requestId(context)));
  }

  private static boolean worksOnThePhone(Principal person) {
    return person.role() == Role.GRID_WORKER;
  }
}
