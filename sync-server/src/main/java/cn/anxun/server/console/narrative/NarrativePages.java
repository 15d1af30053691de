package cn.anxun.server.console.narrative;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.NarrativeRevised;
import cn.anxun.core.form.FormResult;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.fill.Fillable;
import cn.anxun.server.console.form.FormPage.Link;
import cn.anxun.server.console.form.FormRequest;
import cn.anxun.server.console.form.Revising;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.http.Attachment;
import cn.anxun.server.http.Requests;
import cn.anxun.server.report.docx.NarrativeWriter;
import cn.anxun.server.report.fill.NarrativeCheck;
import cn.anxun.server.report.form.PrintedFormat;
import cn.anxun.server.report.narrative.Narrative;
import cn.anxun.server.report.narrative.NarrativeDraft;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The 自评报告 on a form: made of the year's template with the year's numbers, then the office's own
 * text; its numbers are held against the form whenever it is looked at.
 */
public final class NarrativePages {
  private static final String REPORT = "/forms/{key}/narrative";
  private static final String TEMPLATE = "/narratives";

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Revising revising;
  private final Clock clock;

  public NarrativePages(
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
    this.revising = new Revising(desk);
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get(REPORT, access.see(Permission.SEE_FIGURES, this::report));
    routes.post(REPORT, access.send(Permission.PUSH, this::saveReport));
    routes.get(REPORT + ".docx", access.see(Permission.EXPORT, this::document));
    routes.get(TEMPLATE, access.see(Permission.PUSH, this::template));
    routes.post(TEMPLATE, access.send(Permission.PUSH, this::saveTemplate));
  }

  /** The texts as they are now, whatever cut-off the numbers are of. */
  private FormRequest latest(Context context, Principal person) {
    return FormRequest.atLatest(context, person, ledgers, clock);
  }

  private void report(Context context, Principal person) {
    FormRequest asked = FormRequest.toSee(context, person, ledgers, clock);
    Fillable fillable = new Fillable(asked, pages);
    FormRequest latest = latest(context, person);
    Optional<Narrative> written =
        Requests.find(context, "fresh").isPresent()
            ? Optional.empty()
            : Written.report(latest.state, asked.year, asked.key());
    NarrativeDraft draft = draft(fillable, latest);
    List<String> problems = new ArrayList<>();
    if (written.isEmpty()) {
      draft
          .unknown()
          .forEach(name -> problems.add(asked.texts.text("console.narrative.unknown", name)));
    }
    boolean isKept = Written.report(latest.state, asked.year, asked.key()).isPresent();
    String note = written.isPresent() ? "written" : isKept ? "again" : "fresh";
    showReport(
        asked,
        fillable.form,
        written.orElse(draft.text()),
        asked.texts.text("console.narrative." + note),
        problems,
        Revising.mark(latest, Documents.narrative(asked.year, asked.key())));
  }

  private static NarrativeDraft draft(Fillable fillable, FormRequest latest) {
    return NarrativeDraft.of(Written.template(latest.state, fillable.asked.year), fillable.values);
  }

  private void showReport(
      FormRequest asked,
      FormResult form,
      Narrative text,
      String note,
      List<String> problems,
      String seen) {
    String at = "/forms/" + asked.key();
    List<NarrativePage.Part> parts = new ArrayList<>();
    int wrong = 0;
    for (Narrative.Section section : text.sections()) {
      List<NarrativePage.Finding> findings = new ArrayList<>();
      for (NarrativeCheck.Finding finding : NarrativeCheck.checkText(section.text(), form)) {
        findings.add(
            new NarrativePage.Finding(
                finding.sentence(),
                asked.texts.text(
                    "console.narrative.finding",
                    finding.number(),
                    finding.about(),
                    finding.ours())));
      }
      wrong += findings.size();
      parts.add(part(parts.size(), section, findings));
    }
    String checked =
        wrong == 0
            ? asked.texts.text("console.narrative.agrees")
            : asked.texts.text("console.narrative.disagrees", wrong);
    asked.sendForm(
        pages,
        "narrative/narrative.jte",
        asked.texts.text("console.narrative.title", form.definition().title()),
        new NarrativePage(
            asked.mayEnter() ? asked.seen(at + "/narrative") : "",
            seen,
            note + checked,
            problems,
            parts,
            links(asked, at),
            false));
  }

  private static NarrativePage.Part part(
      int number, Narrative.Section section, List<NarrativePage.Finding> findings) {
    int lines = 1;
    for (String line : section.text().split("\\R", -1)) {
      lines += 1 + line.length() / 55;
    }
    return new NarrativePage.Part(
        number, section.heading(), section.text(), Math.max(3, lines), findings);
  }

  private static List<Link> links(FormRequest asked, String at) {
    List<Link> links = new ArrayList<>();
    if (asked.person.may(Permission.EXPORT)) {
      links.add(
          new Link(asked.texts.text("console.form.docx"), asked.seen(at + "/narrative.docx")));
    }
    links.add(
        new Link(
            asked.texts.text("console.narrative.make-again"),
            asked.seen(at + "/narrative") + "&fresh=true"));
    if (asked.mayEnter()) {
      links.add(new Link(asked.texts.text("console.narrative.template"), asked.address(TEMPLATE)));
    }
    links.add(new Link(asked.texts.text("console.back"), asked.seen(at)));
    return links;
  }

  private void saveReport(Context context, Principal person) {
    FormRequest latest = FormRequest.toEnter(context, person, ledgers, clock);
    FormResult form = latest.form();
    Narrative text = Written.read(context);
    String subject = Documents.narrative(latest.year, latest.key());
    String problem = save(latest, subject, text);
    if (problem.isEmpty()) {
      context.redirect(latest.seen("/forms/" + latest.key() + "/narrative"), HttpStatus.SEE_OTHER);
      return;
    }
    context.status(HttpStatus.BAD_REQUEST);
    showReport(latest, form, text, "", List.of(problem), Revising.mark(latest, subject));
  }

  /** Why it was not saved, or "". */
  private String save(FormRequest latest, String subject, Narrative text) {
    if (Written.letters(text) > Written.MOST_LETTERS) {
      return latest.texts.text(
          "console.narrative.too-long", Written.letters(text), Written.MOST_LETTERS);
    }
    if (text.sections().isEmpty()) {
      return latest.texts.text("console.narrative.empty");
    }
    return revising.save(
        latest,
        NarrativeRevised.KIND,
        subject,
        Fields.builder().set(NarrativeRevised.DOCUMENT, text.document()).build());
  }

  private void document(Context context, Principal person) throws IOException {
    FormRequest asked = FormRequest.toSee(context, person, ledgers, clock);
    Fillable fillable = new Fillable(asked, pages);
    FormRequest latest = latest(context, person);
    Narrative text =
        Written.report(latest.state, asked.year, asked.key())
            .orElseGet(() -> draft(fillable, latest).text());
    FormResult form = fillable.form;
    directory
        .audit()
        .record(
            AuditEvent.of(person, "export")
                .about(asked.year + "/" + asked.key() + "/narrative.docx")
                .saying("seq " + form.cutoff().seq() + " date " + form.cutoff().date()));
    String title = asked.texts.text("console.narrative.document", form.definition().title());
    Attachment.named(context, "narrative.docx", title + ".docx");
    context.contentType(PrintedFormat.DOCX.mediaType());
    List<NarrativeWriter.Part> parts =
        text.sections().stream()
            .map(section -> new NarrativeWriter.Part(section.heading(), section.text()))
            .toList();
    NarrativeWriter.write(title, parts, fillable.provenance(), context.outputStream());
  }

  private void template(Context context, Principal person) {
    FormRequest latest = FormRequest.toEnter(context, person, ledgers, clock);
    boolean isStandard = Requests.find(context, "standard").isPresent();
    showTemplate(
        latest,
        isStandard ? Narrative.standard() : Written.template(latest.state, latest.year),
        List.of());
  }

  private void showTemplate(FormRequest latest, Narrative text, List<String> problems) {
    List<NarrativePage.Part> parts = new ArrayList<>();
    for (Narrative.Section section : text.sections()) {
      parts.add(part(parts.size(), section, List.of()));
    }
    latest.sendForm(
        pages,
        "narrative/narrative.jte",
        latest.texts.text("console.narrative.template-of", Integer.toString(latest.year)),
        new NarrativePage(
            latest.address(TEMPLATE),
            Revising.mark(latest, Documents.narratives(latest.year)),
            latest.texts.text("console.narrative.template-help", "{{", "}}"),
            problems,
            parts,
            List.of(
                new Link(
                    latest.texts.text("console.narrative.standard"),
                    latest.address(TEMPLATE) + "&standard=true"),
                new Link(latest.texts.text("console.back"), latest.address("/forms"))),
            true));
  }

  private void saveTemplate(Context context, Principal person) {
    FormRequest latest = FormRequest.toEnter(context, person, ledgers, clock);
    Narrative text = Written.read(context);
    String problem = save(latest, Documents.narratives(latest.year), text);
    if (problem.isEmpty()) {
      context.redirect(latest.address(TEMPLATE), HttpStatus.SEE_OTHER);
      return;
    }
    context.status(HttpStatus.BAD_REQUEST);
    showTemplate(latest, text, List.of(problem));
  }
}
