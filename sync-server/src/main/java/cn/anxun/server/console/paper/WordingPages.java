package cn.anxun.server.console.paper;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.PapersRevised;
import cn.anxun.core.json.Json;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperLayout;
import cn.anxun.core.paper.PaperTemplates;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.paper.NumberDesk;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the bureau words and numbers its papers, with a look at what would be printed. */
public final class WordingPages {
  static final String PATH = "/papers/wording";
  private static final String SEEN = "seen";

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Desk desk;
  private final NumberDesk numbers;

  public WordingPages(
      Access access, Pages pages, BureauLedgers ledgers, Desk desk, NumberDesk numbers) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.desk = desk;
    this.numbers = numbers;
  }

  /** Before the pages of single papers, whose addresses would fit too. */
  public void register(RoutesConfig routes) {
    routes.get(PATH, access.see(Permission.PUSH, this::show));
    routes.post(PATH, access.send(Permission.PUSH, this::save));
  }

  static boolean mayRevise(Principal person) {
    return person.may(Permission.PUSH) && person.role().has(Kind.Right.OFFICE);
  }

  private void show(Context context, Principal person) {
    requireOffice(person);
    PaperTemplates templates = numbers.book(person.bureau()).templates();
    send(context, person, seen(person), templates, List.of(), List.of());
  }

  private void save(Context context, Principal person) {
    requireOffice(person);
    Texts texts = Requests.texts(context);
    if (context.formParam("bureau." + PaperTemplates.SHORT) == null) {
      throw Refusal.ofField(400, "missing", "bureau.short");
    }
    Json document = WordingForm.document(context);
    PaperTemplates typed = PaperTemplates.of(document);
    List<String> problems = new ArrayList<>(WordingForm.problems(document, texts));
    boolean looks = !Requests.typed(context, "preview").isEmpty();
    String seen = Requests.typed(context, SEEN);
    if (!looks && !seen.equals(seen(person))) {
      problems.add(texts.text("console.form.stale"));
    }
    if (!looks && problems.isEmpty()) {
      Fields fields = Fields.builder().set(PapersRevised.DOCUMENT, document).build();
      Optional<String> after = Optional.of(seen).filter(mark -> !mark.isEmpty());
      desk.revise(
              person,
              ledgers.get(person.bureau()),
              texts,
              PapersRevised.KIND,
              Documents.PAPERS,
              after,
              fields)
          .ifPresent(problems::add);
    }
    if (looks || !problems.isEmpty()) {
      if (!problems.isEmpty()) {
        context.status(HttpStatus.BAD_REQUEST);
      }
      List<List<Piece>> previews = looks ? previews(typed, person) : List.of();
      send(context, person, seen(person), typed, problems, previews);
      return;
    }
    context.redirect("/papers", HttpStatus.SEE_OTHER);
  }

  private List<List<Piece>> previews(PaperTemplates templates, Principal person) {
    List<List<Piece>> previews = new ArrayList<>();
    for (Paper paper : Paper.values()) {
      Fields sample = SamplePaper.of(templates, paper, pages.bureau(person.bureau()));
      previews.add(Piece.list(PaperLayout.of(sample, true)));
    }
    return previews;
  }

  private String seen(Principal person) {
    return numbers.book(person.bureau()).revision().map(DocumentRevision::entryId).orElse("");
  }

  private void send(
      Context context,
      Principal person,
      String seen,
      PaperTemplates templates,
      List<String> problems,
      List<List<Piece>> previews) {
    Texts texts = Requests.texts(context);
    Pages.send(
        context,
        "papers/wording.jte",
        pages.plain(context, person, Section.PAPERS, texts.text("console.papers.wording.title")),
        new WordingPage(
            seen,
            problems,
            WordingForm.bureau(templates, texts),
            WordingForm.papers(templates, texts),
            previews));
  }

  private static void requireOffice(Principal person) {
    if (!mayRevise(person)) {
      throw Refusal.of(403, "forbidden");
    }
  }
}
