package cn.anxun.server.console.fill;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.TemplateTied;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.fill.TieDrafts.Draft;
import cn.anxun.server.console.form.FormRequest;
import cn.anxun.server.console.form.Revising;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.report.fill.FillException;
import cn.anxun.server.report.fill.FillProblem;
import cn.anxun.server.report.fill.FillReport;
import cn.anxun.server.report.fill.FormFiller;
import cn.anxun.server.report.fill.TemplateView;
import cn.anxun.server.report.fill.Tie;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cells of a finance bureau's own file are tied to values on the screen; the ledger remembers
 * the ties by the layout of the file's texts.
 */
final class TiePages {
  private static final String PAGE = "/forms/{key}/tie/{draft}";
  private static final int MOST_TIES = 400;

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Revising revising;
  private final TieDrafts drafts;
  private final Clock clock;

  TiePages(
      Access access,
      Pages pages,
      BureauLedgers ledgers,
      Directory directory,
      Revising revising,
      Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.directory = directory;
    this.revising = revising;
    this.drafts = new TieDrafts(directory.tokens(), clock);
    this.clock = clock;
  }

  void register(RoutesConfig routes) {
    routes.get(PAGE, access.see(Permission.EXPORT, this::show));
    routes.post(PAGE, access.send(Permission.EXPORT, this::tie));
    routes.post(PAGE + "/save", access.send(Permission.EXPORT, this::save));
    routes.post(PAGE + "/fill", access.send(Permission.EXPORT, this::fill));
    routes.post("/forms/{key}/tie/forget/{layout}", access.send(Permission.EXPORT, this::forget));
  }

  /** Opens a file to tie its cells, with the ties that are remembered of its layout. */
  String open(FormRequest asked, TemplateFile file, List<Tie> typed)
      throws IOException, FillException {
    TemplateView view = TemplateView.read(file.bytes());
    FormRequest latest = FormRequest.atLatest(asked.context, asked.person, ledgers, clock);
    Map<String, Tie> ties = new LinkedHashMap<>();
    RememberedTies.find(latest.state, view.layout())
        .ifPresent(remembered -> ties.putAll(remembered.ties()));
    boolean isKnown = !ties.isEmpty();
    typed.forEach(tie -> ties.put(tie.place(), tie));
    Draft draft = drafts.open(asked.person, file, view.layout()).with(ties);
    drafts.keep(draft);
    return asked.seen("/forms/" + asked.key() + "/tie/" + draft.token())
        + (isKnown ? "&known=" + ties.size() : "");
  }

  private Optional<Draft> find(Context context, Principal person) {
    return drafts.find(person, context.pathParam("draft"));
  }

  private void gone(FormRequest asked) {
    asked.context.redirect(
        asked.seen("/forms/" + asked.key() + "/fill") + "&gone=true", HttpStatus.SEE_OTHER);
  }

  private void show(Context context, Principal person) throws IOException {
    FormRequest asked = FormRequest.toSee(context, person, ledgers, clock);
    asked.form();
    Optional<Draft> draft = find(context, person);
    if (draft.isEmpty()) {
      gone(asked);
      return;
    }
    show(new Fillable(asked, pages), draft.get(), List.of(), List.of());
  }

  private void show(Fillable fillable, Draft draft, List<String> problems, List<String> notices)
      throws IOException {
    FormRequest asked = fillable.asked;
    if (!problems.isEmpty() || !notices.isEmpty()) {
      asked.context.status(HttpStatus.BAD_REQUEST);
    }
    FormRequest latest = FormRequest.atLatest(asked.context, asked.person, ledgers, clock);
    String path = "/forms/" + asked.key() + "/tie/" + draft.token();
    asked.sendForm(
        pages,
        "fill/tie.jte",
        asked.texts.text("console.tie.title", draft.file().name()),
        new TieReading(fillable, draft, view(draft), path)
            .page(
                Revising.mark(latest, Documents.ties(draft.layout())),
                note(asked, latest, draft),
                problems,
                notices));
  }

  /** A file that was read when it was opened can be read. */
  private static TemplateView view(Draft draft) throws IOException {
    try {
      return TemplateView.read(draft.file().bytes());
    } catch (FillException e) {
      throw new IllegalStateException(e);
    }
  }

  private String note(FormRequest asked, FormRequest latest, Draft draft) {
    Optional<RememberedTies> remembered = RememberedTies.find(latest.state, draft.layout());
    boolean isSaved = remembered.filter(one -> one.ties().equals(draft.ties())).isPresent();
    if (Requests.find(asked.context, "known").isPresent() && remembered.isPresent()) {
      return asked.texts.text(
          "console.tie.known", remembered.get().name(), remembered.get().ties().size());
    }
    return asked.texts.text(
        isSaved
            ? "console.tie.saved"
            : draft.ties().isEmpty() ? "console.tie.new" : "console.tie.unsaved");
  }

  private void tie(Context context, Principal person) throws IOException {
    FormRequest asked = FormRequest.toSee(context, person, ledgers, clock);
    Fillable fillable = new Fillable(asked, pages);
    Optional<Draft> found = find(context, person);
    if (found.isEmpty()) {
      gone(asked);
      return;
    }
    Draft draft = found.get();
    Tie tie = new Tie(fillable.text("sheet"), fillable.text("cell"), fillable.text("value"));
    Map<String, Tie> ties = new LinkedHashMap<>(draft.ties());
    ties.remove(tie.place());
    TemplateView view = view(draft);
    if (!tie.value().isEmpty()) {
      boolean isThere =
          view.find(tie.sheet(), tie.cell()).filter(cell -> !cell.computed()).isPresent();
      if (!isThere || fillable.values.find(tie.value()).isEmpty() || ties.size() >= MOST_TIES) {
        throw Refusal.ofField(400, "bad-choice", isThere ? "value" : "cell", "");
      }
      ties.put(tie.place(), tie);
    }
    drafts.keep(draft.with(ties));
    int sheet = view.sheets().stream().map(TemplateView.Sheet::name).toList().indexOf(tie.sheet());
    String at = view.find(tie.sheet(), tie.cell()).map(TemplateView.Cell::place).orElse("");
    context.redirect(
        asked.seen(context.path())
            + (sheet < 0 ? "" : "&sheet=" + sheet)
            + (at.isEmpty() ? "" : "#c-" + at),
        HttpStatus.SEE_OTHER);
  }

  private void save(Context context, Principal person) throws IOException {
    FormRequest latest = FormRequest.toEnter(context, person, ledgers, clock);
    FormRequest asked = FormRequest.toSee(context, person, ledgers, clock);
    Optional<Draft> draft = find(context, person);
    if (draft.isEmpty()) {
      gone(asked);
      return;
    }
    String problem =
        remember(latest, draft.get().layout(), draft.get().file().name(), draft.get().ties());
    if (problem.isEmpty()) {
      context.redirect(
          asked.seen("/forms/" + asked.key() + "/tie/" + draft.get().token()),
          HttpStatus.SEE_OTHER);
      return;
    }
    show(new Fillable(asked, pages), draft.get(), List.of(problem), List.of());
  }

  private String remember(FormRequest latest, String layout, String name, Map<String, Tie> ties) {
    return revising.save(
        latest,
        TemplateTied.KIND,
        Documents.ties(layout),
        Fields.builder()
            .set(TemplateTied.DOCUMENT, new RememberedTies(layout, name, ties).document())
            .build());
  }

  private void fill(Context context, Principal person) throws IOException {
    FormRequest asked = FormRequest.toSee(context, person, ledgers, clock);
    Fillable fillable = new Fillable(asked, pages);
    Optional<Draft> found = find(context, person);
    if (found.isEmpty()) {
      gone(asked);
      return;
    }
    Draft draft = found.get();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      List<Tie> ties = List.copyOf(draft.ties().values());
      FillReport report = FormFiller.fill(draft.file().bytes(), fillable.values, ties, out);
      if (!report.notices().isEmpty() && !fillable.text("noticed").equals("true")) {
        show(fillable, draft, List.of(), report.notices());
        return;
      }
      fillable.send(directory, draft.file().ending(), out.toByteArray());
    } catch (FillException e) {
      List<String> problems = e.problems().stream().map(FillProblem::message).toList();
      show(fillable, draft, problems, List.of());
    }
  }

  private void forget(Context context, Principal person) {
    FormRequest latest = FormRequest.toEnter(context, person, ledgers, clock);
    String layout = context.pathParam("layout");
    RememberedTies remembered =
        RememberedTies.find(latest.state, layout).orElseThrow(() -> Refusal.of(404, "not-found"));
    // Where somebody has tied it anew meanwhile, it stays, and the page shows it.
    remember(latest, layout, remembered.name(), Map.of());
    context.redirect(latest.seen("/forms/" + latest.key() + "/fill"), HttpStatus.SEE_OTHER);
  }
}
