package cn.anxun.server.console.entry;

import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** New records in the browser, for those who see the whole bureau. */
public final class DeskPages {
  /** Where one chooses what to record. */
  public static final String NEW = "/entry/new";

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Desk desk;
  private final Clock clock;

  public DeskPages(Access access, Pages pages, BureauLedgers ledgers, Desk desk, Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.desk = desk;
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get(NEW, access.see(Permission.PUSH, seeing(this::choose)));
    routes.get(NEW + "/{type}", access.see(Permission.PUSH, seeing(this::draw)));
    routes.post(NEW + "/{type}", access.send(Permission.PUSH, seeing(this::take)));
    routes.get("/entry/sites", access.see(Permission.PUSH, seeing(this::sites)));
  }

  /** A grid worker sees the own division alone, and records on the phone. */
  private static Gate.AllowedHandler seeing(Gate.AllowedHandler page) {
    return (context, person) -> {
      if (!person.may(Permission.SEE_FIGURES)) {
        throw Refusal.of(403, "forbidden");
      }
      page.handle(context, person);
    };
  }

  /** Whether this person may write new records here. */
  public static boolean isOpenTo(Optional<Principal> person) {
    return person
        .filter(who -> who.may(Permission.PUSH) && who.may(Permission.SEE_FIGURES))
        .isPresent();
  }

  /** Where this person writes a new record of this type; "" where there is no such form. */
  public static String address(Principal person, String type) {
    return isOpenTo(Optional.of(person))
        ? DeskKind.find(type).map(DeskKind::address).orElse("")
        : "";
  }

  private static DeskKind kind(Context context) {
    return DeskKind.find(context.pathParam("type")).orElseThrow(() -> Refusal.of(404, "not-found"));
  }

  private LedgerState state(BureauLedger ledger) {
    return Viewed.latest(ledger, clock).state(ledger);
  }

  private void choose(Context context, Principal person) {
    Texts texts = Requests.texts(context);
    Names names = Names.at(state(ledgers.get(person.bureau())), texts);
    List<EntryForm.Choice> kinds =
        DeskKind.ALL.stream()
            .map(kind -> new EntryForm.Choice(kind.address(), names.type(kind.type())))
            .toList();
    Pages.send(
        context,
        "entry/choose.jte",
        pages.plain(context, person, Section.RECORDS, texts.text("console.entry.new")),
        kinds);
  }

  private EntryDrawing drawing(Context context, Principal person, DeskKind kind) {
    LedgerState state = state(ledgers.get(person.bureau()));
    return new EntryDrawing(kind, person, state, desk, Requests.texts(context));
  }

  private void draw(Context context, Principal person) {
    DeskKind kind = kind(context);
    String preset = Requests.find(context, "preset").orElse("");
    send(context, person, kind, drawing(context, person, kind).fresh(preset));
  }

  private void send(Context context, Principal person, DeskKind kind, EntryForm form) {
    Texts texts = Requests.texts(context);
    LedgerState state = state(ledgers.get(person.bureau()));
    String type = Names.at(state, texts).type(kind.type());
    Pages.send(
        context,
        "entry/form.jte",
        pages.plain(context, person, Section.RECORDS, texts.text("console.entry.new-of", type)),
        form);
  }

  private void take(Context context, Principal person) {
    DeskKind kind = kind(context);
    BureauLedger ledger = ledgers.get(person.bureau());
    EntryTaking taking = new EntryTaking(context, person, kind, ledger, state(ledger), desk);
    Optional<EntryTaking.Problem> problem = taking.take();
    if (problem.isEmpty()) {
      context.redirect(Links.record(taking.id()), HttpStatus.SEE_OTHER);
      return;
    }
    context.status(HttpStatus.BAD_REQUEST);
    send(
        context,
        person,
        kind,
        drawing(context, person, kind).again(context, taking, problem.get()));
  }

  /** Options for the name that is being typed. */
  private void sites(Context context, Principal person) {
    SiteSearch search = new SiteSearch(state(ledgers.get(person.bureau())));
    List<EntryForm.Choice> found =
        search.like(Requests.find(context, "site").orElse("")).stream()
            .map(site -> new EntryForm.Choice(SiteSearch.name(site), search.place(site)))
            .toList();
    Pages.sendPart(context, "entry/sites.jte", Map.of("found", found));
  }
}
