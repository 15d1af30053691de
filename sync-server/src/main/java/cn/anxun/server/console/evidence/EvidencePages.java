package cn.anxun.server.console.evidence;

import cn.anxun.core.form.FormResult;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.form.FormPages;
import cn.anxun.server.console.form.FormRequest;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.http.Attachment;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.evidence.EvidencePackage;
import cn.anxun.server.report.evidence.EvidencePackage.Sampling;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/**
 * What a form's row rests on, for the auditor: its records, its computation, a sample, and the zip
 * that the command {@code evidence} makes, byte for byte.
 */
public final class EvidencePages {
  private static final String PAGE = "/forms/{key}/row/{row}/evidence";

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Clock clock;

  public EvidencePages(
      Access access, Pages pages, BureauLedgers ledgers, Directory directory, Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.directory = directory;
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get(PAGE, access.see(Permission.EXPORT, this::show));
    routes.get(PAGE + ".zip", access.see(Permission.EXPORT, this::row));
    routes.get("/forms/{key}/evidence.zip", access.see(Permission.EXPORT, this::whole));
  }

  private FormRequest asked(Context context, Principal person) {
    return FormRequest.toSee(context, person, ledgers, clock);
  }

  private void show(Context context, Principal person) {
    FormRequest asked = asked(context, person);
    FormResult form = asked.form();
    FormResult.RowResult row = FormPages.find(form, context.pathParam("row"));
    SampleForm sample = SampleForm.of(context, asked.texts);
    if (!sample.problem().isEmpty()) {
      context.status(HttpStatus.BAD_REQUEST);
    }
    EvidencePage page =
        new EvidenceReading(asked, form, row, sample, provenance(asked, form)).page();
    asked.send(
        pages,
        "evidence/row.jte",
        asked.texts.text("console.evidence.title", row.row().level3()),
        page);
  }

  private void row(Context context, Principal person) throws IOException {
    FormRequest asked = asked(context, person);
    FormResult form = asked.form();
    String row = FormPages.find(form, context.pathParam("row")).row().level3();
    send(asked, form, Optional.of(row));
  }

  private void whole(Context context, Principal person) throws IOException {
    FormRequest asked = asked(context, person);
    send(asked, asked.form(), Optional.empty());
  }

  private Provenance provenance(FormRequest asked, FormResult form) {
    return new Provenance(
        pages.bureau(asked.person.bureau()),
        form.cutoff(),
        asked.ledger.headAt(form.cutoff().seq()));
  }

  private void send(FormRequest asked, FormResult form, Optional<String> row) throws IOException {
    SampleForm sample = SampleForm.of(asked.context, asked.texts);
    if (!sample.problem().isEmpty()) {
      throw Refusal.ofField(400, "bad-number", "sample", "1", Integer.toString(Sampling.MOST));
    }
    directory
        .audit()
        .record(
            AuditEvent.of(asked.person, "export")
                .about("evidence " + asked.year + "/" + form.definition().key())
                .saying(
                    row.map(name -> "row " + name + ", ").orElse("")
                        + sample
                            .sampling()
                            .map(drawn -> "sample " + drawn.size() + " seed " + drawn.seed() + ", ")
                            .orElse("")
                        + "seq "
                        + form.cutoff().seq()
                        + " date "
                        + form.cutoff().date()));
    Attachment.named(
        asked.context,
        "evidence.zip",
        asked.texts.text(
            "console.evidence.file",
            form.definition().title() + row.map(name -> "-" + name).orElse("")));
    asked.context.contentType("application/zip");
    new EvidencePackage(
            asked.state,
            asked.ledger,
            provenance(asked, form),
            ledgers.attachments(asked.person.bureau()))
        .write(form, row, sample.sampling(), asked.context.outputStream());
  }
}
