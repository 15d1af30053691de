package cn.anxun.server.console.measure;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.FormDefined;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** 表格: the forms of a year, put together from a standard form, another year's or row by row. */
public final class FormsPages {
  static final String LIST = "/admin/forms";

  private static final String EDIT = LIST + "/edit";
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Desk desk;
  private final Clock clock;

  public FormsPages(Access access, Pages pages, BureauLedgers ledgers, Desk desk, Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.desk = desk;
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get(LIST, access.see(Permission.SEE_FIGURES, this::list));
    routes.get(EDIT, access.see(Permission.PUSH, this::edit));
    routes.post(EDIT, access.send(Permission.PUSH, this::save));
  }

  /** The year of the address, this year where it names none. */
  static int year(MeasureRequest asked) {
    return Requests.number(
        asked.context, "year", asked.latest.today().getYear(), FIRST_YEAR, LAST_YEAR);
  }

  static String address(String path, int year, String key) {
    return path + "?year=" + year + "&key=" + Links.encoded(key);
  }

  private void list(Context context, Principal person) {
    MeasureRequest asked = MeasureRequest.toSee(context, person, ledgers, clock);
    int year = year(asked);
    asked.send(
        pages,
        "measure/forms.jte",
        asked.t("forms-of", Integer.toString(year)),
        new FormsReading(asked, year).list());
  }

  private void edit(Context context, Principal person) {
    MeasureRequest asked = MeasureRequest.toChange(context, person, ledgers, clock);
    int year = year(asked);
    Optional<String> key = Requests.find(context, "key");
    Optional<String> from = Requests.find(context, "from");
    if (key.isEmpty() && from.isEmpty()) {
      throw Refusal.of(404, "not-found");
    }
    String name = from.orElseGet(() -> last(asked, year, key.orElse("")));
    FormSource source = FormSource.get(asked, name);
    try {
      FormDraft draft = source.draft(asked, year);
      FormEdit edit =
          new FormEdit(
              asked, year, key.orElseGet(() -> free(asked, year)), key.isEmpty(), source, draft);
      show(asked, edit, edit.mark(), List.of());
    } catch (FormRejectedException e) {
      throw Refusal.of(409, "form-unreadable", key.orElse(name), String.valueOf(e.getMessage()));
    }
  }

  private static String last(MeasureRequest asked, int year, String key) {
    return asked
        .state
        .document(Documents.form(year, key))
        .map(DocumentRevision::entryId)
        .orElseThrow(() -> Refusal.of(404, "not-found"));
  }

  /** The first name that no form of the year has. */
  private static String free(MeasureRequest asked, int year) {
    int number = 1;
    while (asked.state.document(Documents.form(year, "form-" + number)).isPresent()) {
      number++;
    }
    return "form-" + number;
  }

  private void show(MeasureRequest asked, FormEdit edit, String seen, List<String> problems) {
    FormForm form = edit.form(pages.bureau(asked.person.bureau()), seen, problems);
    String title = form.isNew() ? asked.t("new-form") : asked.t("form-edit-of", form.title());
    asked.send(pages, "measure/form.jte", title, form);
  }

  private void save(Context context, Principal person) {
    MeasureRequest asked = MeasureRequest.toChange(context, person, ledgers, clock);
    int year = year(asked);
    FormEdit edit =
        new FormEdit(
            asked,
            year,
            asked.typed("key"),
            asked.typed("new").equals("true"),
            FormSource.get(asked, asked.typed("base")),
            FormDraftRequest.read(asked));
    List<String> problems = edit.problems();
    if (!asked.typed(DraftRequest.DO).equals("save")) {
      show(asked, edit, asked.typed("seen"), problems);
      return;
    }
    if (!asked.typed("seen").equals(edit.mark())) {
      problems.add(0, asked.t("form-stale"));
    }
    if (problems.isEmpty()) {
      say(desk, asked, edit.subject(), edit.after(), edit.json()).ifPresent(problems::add);
    }
    if (problems.isEmpty()) {
      context.redirect(LIST + "?year=" + year, HttpStatus.SEE_OTHER);
      return;
    }
    context.status(HttpStatus.BAD_REQUEST);
    show(asked, edit, edit.mark(), problems);
  }

  /** Says a revision of a form; why it was not taken, in a sentence. */
  static Optional<String> say(
      Desk desk, MeasureRequest asked, String subject, Optional<String> after, Json document) {
    return desk.revise(
        asked.person,
        asked.ledger,
        asked.texts,
        FormDefined.KIND,
        subject,
        after,
        Fields.builder().set(FormDefined.DOCUMENT, document).build());
  }
}
