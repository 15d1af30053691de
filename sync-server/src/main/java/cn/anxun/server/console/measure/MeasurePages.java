package cn.anxun.server.console.measure;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.IndicatorsDefined;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.json.Json;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 指标: the bureau's indicators, and their definition by choosing, with the figure it gives. */
public final class MeasurePages {
  static final String LIST = "/admin/measures";

  private static final String EDIT = LIST + "/edit";
  private static final String REMOVE = LIST + "/remove";
  private static final String RECORDS = LIST + "/records";

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Desk desk;
  private final Clock clock;

  public MeasurePages(Access access, Pages pages, BureauLedgers ledgers, Desk desk, Clock clock) {
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
    routes.post(REMOVE, access.send(Permission.PUSH, this::remove));
    routes.get(RECORDS, access.see(Permission.PUSH, this::records));
  }

  private void list(Context context, Principal person) {
    MeasureRequest asked = MeasureRequest.toSee(context, person, ledgers, clock);
    asked.send(pages, "measure/list.jte", asked.t("title"), new MeasureReading(asked).list());
  }

  private MeasureRequest change(Context context, Principal person) {
    return MeasureRequest.toChange(context, person, ledgers, clock);
  }

  private void edit(Context context, Principal person) {
    MeasureRequest asked = change(context, person);
    Optional<String> id = Requests.find(context, "id");
    Optional<String> like = Requests.find(context, "like");
    MeasureEdit edit =
        id.isPresent()
            ? MeasureEdit.of(asked, known(asked, id.get()))
            : like.isPresent()
                ? MeasureEdit.like(asked, known(asked, like.get()))
                : MeasureEdit.fresh(asked);
    show(asked, edit, asked.own.mark(), List.of());
  }

  private static Indicator known(MeasureRequest asked, String id) {
    return asked.catalogue.find(id).orElseThrow(() -> Refusal.of(404, "not-found"));
  }

  private void show(MeasureRequest asked, MeasureEdit edit, String seen, List<String> problems) {
    MeasureForm form = edit.form(seen, problems);
    String title =
        form.id().isEmpty()
            ? asked.t("new")
            : asked.t(
                "edit-of",
                asked.catalogue.find(form.id()).map(Indicator::name).orElse(form.name()));
    asked.send(pages, "measure/edit.jte", title, form);
  }

  private void save(Context context, Principal person) {
    MeasureRequest asked = change(context, person);
    MeasureEdit edit = MeasureEdit.read(asked);
    if (!asked.typed(DraftRequest.DO).equals("save")) {
      show(asked, edit, asked.typed("seen"), List.of());
      return;
    }
    List<String> problems = stale(asked);
    Optional<Json.Members> definition = edit.definition(problems);
    definition.ifPresent(
        found -> say(asked, edit.target(), asked.own.with(edit.target(), found), problems));
    answer(asked, edit, problems);
  }

  private void remove(Context context, Principal person) {
    MeasureRequest asked = change(context, person);
    String id = asked.typed("id");
    if (!asked.own.has(id)) {
      throw Refusal.of(404, "not-found");
    }
    List<String> problems = stale(asked);
    Optional<Indicator> indicator = asked.catalogue.find(id);
    List<String> uses =
        indicator
            .map(found -> new MeasureUse(asked.state, asked.texts).of(found))
            .orElse(List.of());
    if (!uses.isEmpty() && !asked.typed("confirmed").equals("true")) {
      problems.add(asked.t("used", String.join(asked.texts.text("console.semicolon"), uses)));
    }
    if (problems.isEmpty()) {
      say(asked, id, asked.own.without(id), problems);
    }
    if (!problems.isEmpty() && indicator.isEmpty()) {
      context.redirect(LIST, HttpStatus.SEE_OTHER);
      return;
    }
    answer(
        asked,
        indicator
            .map(found -> MeasureEdit.of(asked, found))
            .orElseGet(() -> MeasureEdit.fresh(asked)),
        problems);
  }

  private void answer(MeasureRequest asked, MeasureEdit edit, List<String> problems) {
    if (problems.isEmpty()) {
      asked.context.redirect(LIST + "?done=" + edit.target(), HttpStatus.SEE_OTHER);
      return;
    }
    asked.context.status(HttpStatus.BAD_REQUEST);
    show(asked, edit, asked.own.mark(), problems);
  }

  /** What stands now is not what the editor saw; to be changed then. */
  private static List<String> stale(MeasureRequest asked) {
    List<String> problems = new ArrayList<>();
    if (!asked.typed("seen").equals(asked.own.mark())) {
      problems.add(asked.t("stale"));
    }
    return problems;
  }

  /** Says a whole revision, where nothing is wrong yet. */
  private void say(MeasureRequest asked, String id, Json document, List<String> problems) {
    desk.revise(
            asked.person,
            asked.ledger,
            asked.texts,
            IndicatorsDefined.KIND,
            asked.own.subject(id),
            asked.own.after(id),
            Fields.builder().set(IndicatorsDefined.DOCUMENT, document).build())
        .ifPresent(problems::add);
  }

  /** The records of a measure that need not be saved yet. */
  private void records(Context context, Principal person) {
    MeasureRequest asked = change(context, person);
    MeasureReading reading = new MeasureReading(asked);
    Figure figure = reading.figure();
    asked.send(pages, "measure/records.jte", asked.t("records"), reading.records(figure));
  }
}
