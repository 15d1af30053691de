package cn.anxun.server.console.form;

import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.report.form.YearForms;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.yearend.ClosedYears;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A request about the forms of a year: who asks, in what language, of which state of the ledger.
 */
public final class FormRequest {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;

  public final Context context;
  public final Principal person;
  public final Texts texts;
  public final BureauLedger ledger;
  public final Viewed viewed;
  public final LedgerState state;
  public final int year;
  public final YearForms forms;

  private FormRequest(Context context, Principal person, BureauLedger ledger, Viewed viewed) {
    this.context = context;
    this.person = person;
    this.texts = Requests.texts(context);
    this.ledger = ledger;
    this.viewed = viewed;
    this.state = viewed.state(ledger);
    this.year = viewed.period().until().getYear();
    this.forms = new YearForms(state, year);
  }

  /** To look at: a closed year as it was closed. */
  public static FormRequest toSee(
      Context context, Principal person, BureauLedgers ledgers, Clock clock) {
    BureauLedger ledger = ledgers.get(person.bureau());
    return new FormRequest(context, person, ledger, Viewed.of(context, ledger, clock));
  }

  /** To enter something: as everything is now, whether the year is closed or not. */
  public static FormRequest toEnter(
      Context context, Principal person, BureauLedgers ledgers, Clock clock) {
    if (!person.role().mayEditDocuments()) {
      throw Refusal.of(403, "forbidden");
    }
    return atLatest(context, person, ledgers, clock);
  }

  /** To look at everything as it is now, whether the year is closed or not. */
  public static FormRequest atLatest(
      Context context, Principal person, BureauLedgers ledgers, Clock clock) {
    BureauLedger ledger = ledgers.get(person.bureau());
    return new FormRequest(context, person, ledger, now(context, ledger, clock));
  }

  /** The year of the address as of all that is known now. */
  private static Viewed now(Context context, BureauLedger ledger, Clock clock) {
    Viewed latest = Viewed.latest(ledger, clock);
    int year = Requests.number(context, "year", latest.today().getYear(), FIRST_YEAR, LAST_YEAR);
    LocalDate end = LocalDate.of(year, 12, 31);
    LocalDate day = latest.today().isAfter(end) ? end : latest.today();
    return new Viewed(
        Period.year(year),
        new Cutoff(latest.cutoff().seq(), day),
        Optional.empty(),
        latest.today(),
        false);
  }

  public boolean mayEnter() {
    return person.role().mayEditDocuments() && person.may(Permission.PUSH);
  }

  /** The key of the form that the address names. */
  public String key() {
    return context.pathParam("key");
  }

  /** The form of the address. */
  public FormResult form() {
    try {
      return forms.find(key()).orElseThrow(() -> Refusal.of(404, "not-found"));
    } catch (FormRejectedException e) {
      throw Refusal.of(409, "form-unreadable", key(), String.valueOf(e.getMessage()));
    }
  }

  /** The address of a page of this year. */
  public String address(String path) {
    return path + "?year=" + year;
  }

  /** The address of a page that shows what this one shows: with the cut-off that was asked for. */
  public String seen(String path) {
    return address(path)
        + Requests.find(context, "asOf").map(asOf -> "&asOf=" + Links.encoded(asOf)).orElse("");
  }

  /** The address of a page that shows what was just entered, in a closed year too. */
  public String latest(String path) {
    return address(path) + (isClosed() ? "&asOf=latest" : "");
  }

  /** Whether the year was closed; what is entered then waits for a further edition. */
  boolean isClosed() {
    return !new ClosedYears(ledger).list(year).isEmpty();
  }

  /** That the year is closed already, for one who enters something; "" for an open one. */
  String closedNote() {
    return isClosed() ? texts.text("console.form.closed-note", Integer.toString(year)) : "";
  }

  /** Whether the year is open or closed. */
  public String yearState() {
    return viewed
        .closed()
        .map(
            closed ->
                texts.text(
                    "console.form.closed",
                    Integer.toString(year),
                    closed.edition(),
                    closed.signedBy()))
        .orElseGet(() -> texts.text("console.form.open", Integer.toString(year)));
  }

  /** Sends a form to fill in. It does not follow the ledger: what is typed must not be replaced. */
  public void sendForm(Pages pages, String template, String title, Object model) {
    Pages.send(
        context,
        template,
        pages.still(context, person, Section.FORMS, title, ledger, viewed),
        model);
  }

  public void send(Pages pages, String template, String title, Object model) {
    Pages.send(
        context, template, pages.of(context, person, Section.FORMS, title, ledger, viewed), model);
  }
}
