package cn.anxun.server.console.fill;

import cn.anxun.core.state.LedgerState;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.form.FormPage;
import cn.anxun.server.console.form.FormRequest;
import cn.anxun.server.console.form.Revising;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Upload;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.http.Requests;
import cn.anxun.server.report.fill.FillException;
import cn.anxun.server.report.fill.FillProblem;
import cn.anxun.server.report.fill.FillReport;
import cn.anxun.server.report.fill.FormFiller;
import cn.anxun.server.report.fill.NarrativeCheck;
import cn.anxun.server.report.fill.Tie;
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
  private final TiePages ties;
  private final Clock clock;

  public FillPages(
      Access access,
      Pages pages,
      BureauLedgers ledgers,
      Directory directory,
      Desk desk,
      Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.directory = directory;
    this.ties = new TiePages(access, pages, ledgers, directory, new Revising(desk), clock);
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get("/forms/{key}/fill", access.see(Permission.EXPORT, this::show));
    routes.post("/forms/{key}/fill", access.send(Permission.EXPORT, this::fill));
    routes.post("/forms/{key}/check", access.send(Permission.EXPORT, this::check));
    routes.post("/forms/{key}/tie", access.send(Permission.EXPORT, this::tie));
    ties.register(routes);
  }

  /** A form with its values, and the file that was sent with it. */
  private final class Filling {
    private final FormRequest asked;
    private final Fillable fillable;
    private final List<String> problems = new ArrayList<>();
    private final List<Tie> typed = new ArrayList<>();
    private TemplateFile file = new TemplateFile("", "", new byte[0]);

    Filling(Context context, Principal person) {
      asked = FormRequest.toSee(context, person, ledgers, clock);
      fillable = new Fillable(asked, pages);
    }

    /** Reads what was sent; what is wrong with it is among the problems. */
    void read(List<String> endings) throws IOException {
      Optional<Upload> sent = Upload.find(asked.context);
      String ending = sent.map(upload -> upload.ending(endings)).orElse("");
      if (sent.isEmpty() || ending.isEmpty()) {
        problems.add(asked.texts.text("console.form.fill.no-file", String.join("、", endings)));
        return;
      }
      file = new TemplateFile(sent.get().name(), ending, sent.get().bytes());
      for (String line : fillable.text("ties").split("\\R", -1)) {
        if (!line.isBlank()) {
          Tie.parse(line)
              .ifPresentOrElse(
                  typed::add,
                  () -> problems.add(asked.texts.text("console.form.fill.bad-tie", line.strip())));
        }
      }
    }

    void show(List<String> notices, String done) {
      if (!problems.isEmpty() || !notices.isEmpty()) {
        asked.context.status(HttpStatus.BAD_REQUEST);
      }
      if (Requests.find(asked.context, "gone").isPresent()) {
        problems.add(asked.texts.text("console.tie.gone"));
      }
      String at = "/forms/" + asked.key();
      List<FormPage.Fact> names = new ArrayList<>();
      fillable
          .values
          .all()
          .forEach((name, value) -> names.add(new FormPage.Fact(name, value.text())));
      asked.sendForm(
          pages,
          "fill/fill.jte",
          asked.texts.text("console.form.fill-of", fillable.form.definition().title()),
          new FillForm(
              asked.seen(at + "/fill"),
              asked.seen(at + "/check"),
              asked.seen(at + "/tie"),
              asked.seen(at),
              fillable.text("ties"),
              fillable.text("department"),
              fillable.text("prepared_by"),
              fillable.text("phone"),
              notices,
              problems,
              done,
              remembered(at),
              names));
    }

    private List<FillForm.Remembered> remembered(String at) {
      List<FillForm.Remembered> remembered = new ArrayList<>();
      LedgerState latest = Viewed.latest(asked.ledger, clock).state(asked.ledger);
      for (RememberedTies template : RememberedTies.list(latest)) {
        remembered.add(
            new FillForm.Remembered(
                template.name(),
                template.ties().size(),
                asked.mayEnter() ? asked.seen(at + "/tie/forget/" + template.layout()) : "",
                template.mark(latest)));
      }
      return remembered;
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
      FillReport report =
          FormFiller.fill(filling.file.bytes(), filling.fillable.values, filling.typed, out);
      if (!report.notices().isEmpty() && !filling.fillable.text("noticed").equals("true")) {
        filling.show(report.notices(), "");
        return;
      }
      filling.fillable.send(directory, filling.file.ending(), out.toByteArray());
    } catch (FillException e) {
      e.problems().stream().map(FillProblem::message).forEach(filling.problems::add);
      filling.show(List.of(), "");
    }
  }

  /** Shows the file as a sheet, to tie its cells. */
  private void tie(Context context, Principal person) throws IOException {
    Filling filling = new Filling(context, person);
    filling.read(List.of("xlsx", "xlsm", "docx"));
    if (filling.problems.isEmpty()) {
      try {
        context.redirect(
            ties.open(filling.asked, filling.file, filling.typed), HttpStatus.SEE_OTHER);
        return;
      } catch (FillException e) {
        e.problems().stream().map(FillProblem::message).forEach(filling.problems::add);
      }
    }
    filling.show(List.of(), "");
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
      Files.write(narrative, filling.file.bytes());
      NarrativeCheck.check(narrative, filling.fillable.form).stream()
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
