package cn.anxun.server.console.form;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.figure.FigurePages;
import cn.anxun.server.console.ledger.Listing;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.FieldWords;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Paging;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.yearend.ClosedForm;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms of a year, each filled, and the records behind each row. */
public final class FormPages {
  private static final String FORMS = "doc/form/";

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Clock clock;

  public FormPages(Access access, Pages pages, BureauLedgers ledgers, Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get("/forms", access.see(Permission.SEE_FIGURES, this::list));
    routes.get("/forms/{key}", access.see(Permission.SEE_FIGURES, this::one));
    routes.get("/forms/{key}/row/{row}", access.see(Permission.SEE_FIGURES, this::row));
  }

  private void list(Context context, Principal person) {
    if (context.queryString() == null) {
      context.redirect("/forms?year=" + usualYear(person), HttpStatus.SEE_OTHER);
      return;
    }
    FormRequest asked = FormRequest.toSee(context, person, ledgers, clock);
    List<FormList.Form> forms = new ArrayList<>();
    List<FormList.Unreadable> unreadable = new ArrayList<>();
    for (String key : asked.forms.keys()) {
      try {
        asked.forms.find(key).map(form -> form(asked, form)).ifPresent(forms::add);
      } catch (FormRejectedException e) {
        unreadable.add(new FormList.Unreadable(key, String.valueOf(e.getMessage())));
      }
    }
    asked.send(
        pages,
        "form/list.jte",
        asked.texts.text("console.form.list", Integer.toString(asked.year)),
        new FormList(
            asked.year,
            "/forms?year=" + (asked.year - 1),
            "/forms?year=" + (asked.year + 1),
            asked.yearState(),
            new FormPage.Link(targets(asked), asked.address("/targets")),
            new FormPage.Link(asked.texts.text("console.yearend.link"), asked.address("/year-end")),
            forms,
            unreadable));
  }

  /** This year; where it has no forms yet, the last that has some. */
  private int usualYear(Principal person) {
    BureauLedger ledger = ledgers.get(person.bureau());
    LocalDate today = Days.today(clock);
    String latest =
        ledger.state(new Cutoff(ledger.lastSeq(), today)).documents().keySet().stream()
            .filter(subject -> subject.startsWith(FORMS))
            .map(subject -> subject.substring(FORMS.length()).split("/", 2)[0])
            .filter(year -> year.compareTo(Integer.toString(today.getYear())) <= 0)
            .max(String::compareTo)
            .orElse("");
    return latest.matches("2\\d{3}") ? Integer.parseInt(latest) : today.getYear();
  }

  /** Whether the targets are frozen, in a sentence. */
  static String targets(FormRequest asked) {
    return asked
        .state
        .document(Documents.targets(asked.year))
        .map(
            frozen ->
                asked.texts.text(
                    "console.form.frozen",
                    Days.text(frozen.date(), asked.texts),
                    frozen.adjustments().size()))
        .orElseGet(() -> asked.texts.text("console.form.not-frozen"));
  }

  private static FormList.Form form(FormRequest asked, FormResult form) {
    String key = form.definition().key();
    List<FormPage.Link> files =
        asked.person.may(Permission.EXPORT) ? FormReading.files(asked, key) : List.of();
    Optional<ClosedForm> signed =
        asked.viewed.closed().stream()
            .flatMap(closed -> closed.forms().stream())
            .filter(closed -> closed.key().equals(key))
            .findFirst();
    return new FormList.Form(
        form.definition().title(),
        asked.seen("/forms/" + key),
        form.rows().size(),
        FormReading.total(form, signed),
        form.flags().size(),
        files.isEmpty() ? "" : files.get(0).address(),
        files.isEmpty() ? "" : files.get(1).address());
  }

  private void one(Context context, Principal person) {
    FormRequest asked = FormRequest.toSee(context, person, ledgers, clock);
    FormResult form = asked.form();
    asked.send(
        pages, "form/form.jte", form.definition().title(), new FormReading(asked, form).page());
  }

  private void row(Context context, Principal person) {
    FormRequest asked = FormRequest.toSee(context, person, ledgers, clock);
    FormResult form = asked.form();
    FormResult.RowResult row = find(form, context.pathParam("row"));
    Figure figure = row.figure().orElseThrow(() -> Refusal.of(404, "not-found"));
    boolean isRate = figure.unit().equals("%");
    String of = Requests.find(context, "of").orElse(isRate ? "gap" : "part");
    List<String> ids = FigurePages.side(figure, of);
    String address = asked.seen("/forms/" + asked.key() + "/row/" + context.pathParam("row"));
    int offset = Requests.number(context, "offset", 0, 0, Integer.MAX_VALUE);
    List<RowPage.Side> sides = new ArrayList<>();
    for (String side : isRate ? List.of("gap", "part", "whole") : List.of("part")) {
      sides.add(
          new RowPage.Side(
              asked.texts.text(
                  "console." + side, Integer.toString(FigurePages.side(figure, side).size())),
              address + "&of=" + side,
              side.equals(of)));
    }
    asked.send(
        pages,
        "form/row.jte",
        row.row().level3(),
        new RowPage(
            new FormPage.Link(form.definition().title(), asked.seen("/forms/" + asked.key())),
            FigurePages.sum(figure, Names.at(asked.state, asked.texts)),
            asked.texts.text(
                "console.origin",
                FigurePages.number(figure.fromLedger()),
                FigurePages.number(figure.fromTally())),
            target(asked, row),
            asked.person.may(Permission.EXPORT)
                ? asked.seen(
                    "/forms/" + asked.key() + "/row/" + context.pathParam("row") + "/evidence")
                : "",
            FieldWords.marks(asked.texts, figure.marks()),
            sides,
            Listing.of(asked.state, Paging.cut(ids, offset), asked.texts),
            Paging.of(ids.size(), offset, address + "&of=" + of + "&offset=")));
  }

  private static String target(FormRequest asked, FormResult.RowResult row) {
    return row.score()
        .map(
            score ->
                asked.texts.text(
                    "console.form.row-score",
                    row.row().target(),
                    new RuleWords(asked.texts).of(row.row()),
                    score.toPlainString()))
        .orElseGet(() -> asked.texts.text("console.form.row-target", row.row().target()));
  }

  /**
   * The row of this number, from 1.
   *
   * @throws Refusal 404 where the form has no such row
   */
  public static FormResult.RowResult find(FormResult form, String number) {
    if (!number.matches("[1-9]\\d{0,2}") || Integer.parseInt(number) > form.rows().size()) {
      throw Refusal.of(404, "not-found");
    }
    return form.rows().get(Integer.parseInt(number) - 1);
  }
}
