package cn.anxun.server.console.form;

import cn.anxun.core.form.FormResult;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Upload;
import cn.anxun.server.http.Attachment;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.fill.FillException;
import cn.anxun.server.report.fill.FillProblem;
import cn.anxun.server.report.fill.FillReport;
import cn.anxun.server.report.fill.FormFiller;
import cn.anxun.server.report.fill.NarrativeCheck;
import cn.anxun.server.report.fill.Tie;
import cn.anxun.server.report.form.FormDetails;
import cn.anxun.server.report.form.FormValues;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fills the finance bureau's own .xlsx or .docx in place, and holds the numbers of a 自评报告 against
 * the form. No file is kept.
 */
public final class FillPages {
  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Clock clock;

  public FillPages(
      Access access, Pages pages, BureauLedgers ledgers, Directory directory, Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.directory = directory;
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get("/forms/{key}/fill", access.see(Permission.EXPORT, this::show));
    routes.post("/forms/{key}/fill", access.send(Permission.EXPORT, this::fill));
    routes.post("/forms/{key}/check", access.send(Permission.EXPORT, this::check));
  }

  /** A form with its values, and the file that was sent with it. */
  private final class Filling {
    private final FormRequest asked;
    private final FormResult form;
    private final FormValues values;
    private final List<String> problems = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();
    private byte[] file = new byte[0];
    private String ending = "";

    Filling(Context context, Principal person) {
      asked = FormRequest.toSee(context, person, ledgers, clock);
      form = asked.form();
      values =
          new FormValues(
              form,
              new FormDetails(
                  text("department"), text("prepared_by"), text("phone"), Optional.empty()),
              new Provenance(
                  pages.bureau(person.bureau()),
                  form.cutoff(),
                  asked.ledger.headAt(form.cutoff().seq())));
    }

    String text(String name) {
      return Optional.ofNullable(asked.context.formParam(name)).orElse("").strip();
    }

    /** Reads what was sent; what is wrong with it is among the problems. */
    void read(List<String> endings) throws IOException {
      Optional<Upload> sent = Upload.find(asked.context);
      ending = sent.map(upload -> upload.ending(endings)).orElse("");
      if (sent.isEmpty() || ending.isEmpty()) {
        problem("no-file", String.join("、", endings));
        return;
      }
      file = sent.get().bytes();
      for (String line : text("ties").split("\\R", -1)) {
        if (!line.isBlank()) {
          Tie.parse(line).ifPresentOrElse(ties::add, () -> problem("bad-tie", line.strip()));
        }
      }
    }

    private void problem(String key, Object... details) {
      problems.add(asked.texts.text("console.form.fill." + key, details));
    }

    void show(List<String> notices, String done) {
      if (!problems.isEmpty() || !notices.isEmpty()) {
        asked.context.status(HttpStatus.BAD_REQUEST);
      }
      String at = "/forms/" + asked.key();
      List<FormPage.Fact> names = new ArrayList<>();
      values.all().forEach((name, value) -> names.add(new FormPage.Fact(name, value.text())));
      asked.sendForm(
          pages,
          "form/fill.jte",
          asked.texts.text("console.form.fill-of", form.definition().title()),
          new FillForm(
              asked.seen(at + "/fill"),
              asked.seen(at + "/check"),
              asked.seen(at),
              text("ties"),
              text("department"),
              text("prepared_by"),
              text("phone"),
              notices,
              problems,
              done,
              names));
    }
  }

  private void show(Context context, Principal person) {
    new Filling(context, person).show(List.of(), "");
  }

  private void fill(Context context, Principal person) throws IOException {
    Filling filling = new Filling(context, person);
    filling.read(List.of("xlsx", "xlsm", "docx"));
    if (!filling.problems.isEmpty()) {
      filling.show(List.of(), "");
      return;
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      FillReport report = FormFiller.fill(filling.file, filling.values, filling.ties, out);
      if (!report.notices().isEmpty() && !filling.text("noticed").equals("true")) {
        filling.show(report.notices(), "");
        return;
      }
      send(filling, out.toByteArray());
    } catch (FillException e) {
      e.problems().stream().map(FillProblem::message).forEach(filling.problems::add);
      filling.show(List.of(), "");
    }
  }

  private void send(Filling filling, byte[] filled) {
    Context context = filling.asked.context;
    String key = filling.form.definition().key();
    directory
        .audit()
        .record(
            AuditEvent.of(filling.asked.person, "export")
                .about(filling.asked.year + "/" + key + "." + filling.ending)
                .saying(
                    "filled template, seq "
                        + filling.form.cutoff().seq()
                        + " date "
                        + filling.form.cutoff().date()));
    Attachment.named(
        context,
        "form." + filling.ending,
        filling.form.definition().title() + '.' + filling.ending);
    context.contentType("application/octet-stream");
    context.result(filled);
  }

  private void check(Context context, Principal person) throws IOException {
    Filling filling = new Filling(context, person);
    filling.read(List.of("docx"));
    if (!filling.problems.isEmpty()) {
      filling.show(List.of(), "");
      return;
    }
    Path narrative = Files.createTempFile("anxun", ".docx");
    try {
      Files.write(narrative, filling.file);
      NarrativeCheck.check(narrative, filling.form).stream()
          .map(NarrativeCheck.Finding::message)
          .forEach(filling.problems::add);
    } catch (FillException e) {
      e.problems().stream().map(FillProblem::message).forEach(filling.problems::add);
    } finally {
      Files.delete(narrative);
    }
    filling.show(
        List.of(),
        filling.problems.isEmpty() ? filling.asked.texts.text("console.form.fill.agrees") : "");
  }
}
