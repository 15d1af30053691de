package cn.anxun.server.console.importing;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.Upload;
import cn.anxun.server.http.Attachment;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.importer.ImportException;
import cn.anxun.server.importer.ImportKind;
import cn.anxun.server.importer.ImportPreview;
import cn.anxun.server.importer.ImportTemplate;
import cn.anxun.server.importer.SheetChoice;
import cn.anxun.server.report.form.PrintedFormat;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Importing in the browser, for those who keep the bureau's ledgers. */
public final class ImportPages {
  private static final int MOST_NAME = 100;

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final ImportDesk desk;
  private final Clock clock;

  public ImportPages(
      Access access, Pages pages, BureauLedgers ledgers, Directory directory, Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.desk = new ImportDesk(ledgers, directory, clock);
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get("/import", access.see(Permission.PUSH, office((c, p) -> start(c, p, ""))));
    routes.get("/import/template/{kind}", access.see(Permission.PUSH, office(this::template)));
    routes.post("/import", access.send(Permission.PUSH, office(this::take)));
    routes.get("/import/{id}", access.see(Permission.PUSH, office(this::show)));
    routes.get("/import/{id}/problems", access.see(Permission.PUSH, office(this::problems)));
    routes.post("/import/{id}/sheet", access.send(Permission.PUSH, office(this::sheet)));
    routes.post("/import/{id}/columns", access.send(Permission.PUSH, office(this::columns)));
    routes.post("/import/{id}/apply", access.send(Permission.PUSH, office(this::apply)));
    routes.post("/import/{id}/discard", access.send(Permission.PUSH, office(this::discard)));
  }

  private static Gate.AllowedHandler office(Gate.AllowedHandler page) {
    return (context, person) -> {
      if (!person.role().mayEditDocuments()) {
        throw Refusal.of(403, "forbidden");
      }
      page.handle(context, person);
    };
  }

  private void start(Context context, Principal person, String problem) {
    if (!problem.isEmpty()) {
      context.status(HttpStatus.BAD_REQUEST);
    }
    Texts texts = Requests.texts(context);
    send(
        context,
        person,
        "importing/start.jte",
        texts.text(Section.IMPORT.key()),
        new ImportStart(
            ImportKind.KEYS,
            given(context, "kind"),
            desk.list(person).stream()
                .map(job -> new ImportStart.Open(job.address(), title(texts, job)))
                .toList(),
            problem));
  }

  private static String title(Texts texts, ImportJob job) {
    return texts.text("console.import.of", label(texts, job.kind()), job.name());
  }

  private static String label(Texts texts, ImportKind kind) {
    return texts.text("console.import.kind." + kind.key());
  }

  private void send(
      Context context, Principal person, String template, String title, Object model) {
    Pages.send(context, template, pages.plain(context, person, Section.IMPORT, title), model);
  }

  private static ImportKind kind(String key) {
    return ImportKind.find(key).orElseThrow(() -> Refusal.of(404, "not-found"));
  }

  private void template(Context context, Principal person) throws IOException {
    ImportKind kind = kind(context.pathParam("kind"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImportTemplate.write(kind, out);
    Texts texts = Requests.texts(context);
    String title = texts.text("console.import.template-of", label(texts, kind));
    sendFile(context, kind.key() + ".xlsx", title + ".xlsx", out);
  }

  private static void sendFile(
      Context context, String plain, String name, ByteArrayOutputStream file) {
    Attachment.named(context, plain, name);
    context.contentType(PrintedFormat.XLSX.mediaType());
    context.result(file.toByteArray());
  }

  private void take(Context context, Principal person) throws IOException {
    Texts texts = Requests.texts(context);
    Optional<ImportKind> kind = ImportKind.find(given(context, "kind"));
    Optional<Upload> sent = Upload.find(context);
    if (kind.isEmpty() || sent.isEmpty()) {
      String key = kind.isEmpty() ? "console.import.no-kind" : "console.import.no-file";
      start(context, person, texts.text(key));
      return;
    }
    try (InputStream content = sent.get().sent().content()) {
      Optional<ImportJob> job = desk.take(person, kind.get(), name(sent.get()), content);
      if (job.isPresent()) {
        to(context, job.get());
      } else {
        start(context, person, texts.text("console.import.all-busy", ImportDesk.MOST_OF_A_PERSON));
      }
    }
  }

  /** What the sender calls it, as far as one line can say it. */
  private static String name(Upload sent) {
    String name = sent.name().replaceAll("\\p{Cntrl}", " ").strip();
    return name.length() > MOST_NAME ? name.substring(0, MOST_NAME) : name;
  }

  private static void to(Context context, ImportJob job) {
    context.redirect(job.address(), HttpStatus.SEE_OTHER);
  }

  private ImportJob job(Context context, Principal person) {
    return desk.find(person, context.pathParam("id"))
        .orElseThrow(() -> Refusal.of(404, "import-gone"));
  }

  private void show(Context context, Principal person) {
    show(context, person, job(context, person), Map.of(), "");
  }

  private void show(
      Context context,
      Principal person,
      ImportJob job,
      Map<String, String> chosen,
      String problem) {
    if (!problem.isEmpty()) {
      context.status(HttpStatus.BAD_REQUEST);
    }
    Texts texts = Requests.texts(context);
    send(
        context,
        person,
        "importing/job.jte",
        title(texts, job),
        new ImportReading(ledgers.get(person.bureau()), clock, texts).page(job, chosen, problem));
  }

  private void problems(Context context, Principal person) throws IOException, ImportException {
    ImportJob job = job(context, person);
    if (job.standing().state().isBusy() || !job.file().toFile().exists()) {
      throw Refusal.of(404, "import-gone");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    desk.explain(job, out);
    Texts texts = Requests.texts(context);
    sendFile(
        context,
        job.kind().key() + "-problems.xlsx",
        texts.text("console.import.problems-of", label(texts, job.kind())) + ".xlsx",
        out);
  }

  private void sheet(Context context, Principal person) {
    ImportJob job = job(context, person);
    String row = given(context, "row");
    int headingRow = row.matches("\\d{1,6}") ? Integer.parseInt(row) : 0;
    desk.look(
        job,
        new SheetChoice(
            Optional.of(given(context, "sheet")).filter(name -> !name.isEmpty()), headingRow));
    to(context, job);
  }

  /** What each heading means; only what was changed is kept for later files. */
  private void columns(Context context, Principal person) {
    ImportJob job = job(context, person);
    Optional<ImportPreview> preview = job.standing().preview();
    if (preview.isEmpty()) {
      to(context, job);
      return;
    }
    Map<String, String> changed = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (ImportPreview.Head head : preview.get().heads()) {
      String before = ImportReading.key(head);
      String key = Optional.ofNullable(context.formParam("column-" + head.letter())).orElse(before);
      if (!key.isEmpty() && (job.kind().column(key).isEmpty() || !taken.add(key))) {
        show(context, person, job, all(context, preview.get().heads()), twice(context, job, key));
        return;
      }
      if (!key.equals(before)) {
        changed.put(head.written(), key);
      }
    }
    desk.remember(job, changed);
    desk.look(job, job.standing().choice());
    to(context, job);
  }

  private static Map<String, String> all(Context context, List<ImportPreview.Head> heads) {
    Map<String, String> all = new LinkedHashMap<>();
    for (ImportPreview.Head head : heads) {
      all.put(head.letter(), given(context, "column-" + head.letter()));
    }
    return all;
  }

  private static String twice(Context context, ImportJob job, String key) {
    String heading = job.kind().column(key).map(column -> column.heading()).orElse(key);
    return Requests.texts(context).text("console.import.column-twice", heading);
  }

  private void apply(Context context, Principal person) {
    ImportJob job = job(context, person);
    desk.apply(job, given(context, "skip").equals("true"));
    to(context, job);
  }

  private void discard(Context context, Principal person) {
    desk.discard(job(context, person));
    context.redirect("/import", HttpStatus.SEE_OTHER);
  }

  private static String given(Context context, String name) {
    return Requests.typed(context, name);
  }
}
