package cn.anxun.server.console.form;

import cn.anxun.core.entry.YearClosed;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.Pusher;
import cn.anxun.server.yearend.ClosedYear;
import cn.anxun.server.yearend.GateFinding;
import cn.anxun.server.yearend.YearClose;
import cn.anxun.server.yearend.YearCloseException;
import cn.anxun.server.yearend.YearOffice;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** 年度关账 in the browser: the gate, the close, its editions side by side, what came late. */
public final class YearEndPages {
  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final YearOffice years;
  private final Clock clock;

  public YearEndPages(
      Access access,
      Pages pages,
      BureauLedgers ledgers,
      Directory directory,
      YearOffice years,
      Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.directory = directory;
    this.years = years;
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get("/year-end", access.see(Permission.SEE_FIGURES, this::show));
    routes.post("/year-end", access.send(Permission.PUSH, this::close));
  }

  private void show(Context context, Principal person) {
    show(FormRequest.atLatest(context, person, ledgers, clock), "", "", List.of());
  }

  private void show(FormRequest asked, String override, String newEdition, List<String> problems) {
    YearClose close = years.of(asked.person.bureau());
    List<ClosedYear> editions = close.list(asked.year);
    YearEndReading reading = new YearEndReading(asked, directory);
    String seq = Long.toString(asked.ledger.lastSeq());
    List<GateFinding> findings = close.gate(asked.year);
    asked.sendForm(
        pages,
        "form/year-end.jte",
        asked.texts.text("console.yearend.title", Integer.toString(asked.year)),
        new YearEndPage(
            asked.year,
            "/year-end?year=" + (asked.year - 1),
            "/year-end?year=" + (asked.year + 1),
            state(asked, editions),
            asked.person.role().mayAmendOthers()
                ? Optional.of(asked.address("/checkup"))
                : Optional.empty(),
            reading.findings(findings),
            new YearEndPage.Close(
                mayClose(asked.person),
                asked.address("/year-end"),
                asked.person.displayName(),
                seq,
                override,
                newEdition,
                problems),
            reading.editions(editions),
            YearEndReading.changed(editions),
            editions.isEmpty()
                ? new YearEndPage.Late(List.of(), List.of())
                : reading.late(close.late(asked.year))));
  }

  private static boolean mayClose(Principal person) {
    return person.may(Permission.PUSH) && person.role().has(YearClosed.KIND.right());
  }

  private static String state(FormRequest asked, List<ClosedYear> editions) {
    return editions.isEmpty()
        ? asked.texts.text("console.form.open", Integer.toString(asked.year))
        : asked.texts.text("console.yearend.closed", Integer.toString(asked.year), editions.size());
  }

  private void close(Context context, Principal person) {
    if (!mayClose(person)) {
      throw Refusal.of(403, "forbidden");
    }
    FormRequest asked = FormRequest.toEnter(context, person, ledgers, clock);
    String override = text(context, "override");
    String newEdition = text(context, "edition");
    Optional<String> problem = problem(asked, override, newEdition);
    if (problem.isEmpty()) {
      try {
        years.close(
            person.bureau(),
            new YearClose.Request(asked.year, override, newEdition),
            new Pusher(person.account(), person.role(), person.device()),
            AuditEvent.of(person, "year-closed"));
        context.redirect(asked.address("/year-end"), HttpStatus.SEE_OTHER);
        return;
      } catch (YearCloseException e) {
        problem = Optional.of(String.valueOf(e.getMessage()));
      }
    }
    context.status(HttpStatus.BAD_REQUEST);
    show(asked, override, newEdition, List.of(problem.get()));
  }

  /** What is not as it was when the page was opened, or is not said yet. */
  private Optional<String> problem(FormRequest asked, String override, String newEdition) {
    YearClose close = years.of(asked.person.bureau());
    boolean isClosed = close.find(asked.year).isPresent();
    if (!text(asked.context, "seq").equals(Long.toString(asked.ledger.lastSeq()))) {
      return Optional.of(asked.texts.text("console.yearend.grew"));
    }
    if (isClosed && newEdition.isEmpty()) {
      return Optional.of(asked.texts.text("console.yearend.needs-edition"));
    }
    boolean blocked = override.isEmpty() && !close.gate(asked.year).isEmpty();
    return blocked
        ? Optional.of(asked.texts.text("console.yearend.needs-override"))
        : Optional.empty();
  }

  private static String text(Context context, String name) {
    return Requests.typed(context, name);
  }
}
