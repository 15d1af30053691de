package cn.anxun.server.console.measure;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.TypedRowsEntered;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.form.FormRequest;
import cn.anxun.server.console.form.Revising;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.http.Attachment;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.form.PrintedFormat;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** 绩效运行监控表: a form at any day of its year, on a page and as a file. */
public final class MonitoringPages {
  private static final String PATH = "/forms/{key}/monitoring";

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Revising revising;
  private final Clock clock;

  public MonitoringPages(
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
    routes.get(PATH, access.see(Permission.SEE_FIGURES, this::show));
    routes.post(PATH, access.send(Permission.PUSH, this::save));
    routes.get(PATH + "/{ending}", access.see(Permission.EXPORT, this::file));
  }

  private void show(Context context, Principal person) {
    FormRequest asked = FormRequest.atLatest(context, person, ledgers, clock);
    Monitoring monitoring = Monitoring.of(asked);
    show(asked, monitoring, new MonitoringReading(asked, monitoring, monitoring.kept()), List.of());
  }

  private void show(
      FormRequest asked, Monitoring monitoring, MonitoringReading reading, List<String> problems) {
    asked.sendForm(
        pages,
        "measure/monitoring.jte",
        asked.texts.text(
            "console.monitoring.title", monitoring.form().title(), monitoring.until(asked.texts)),
        reading.page(problems));
  }

  private void save(Context context, Principal person) {
    FormRequest asked = FormRequest.toEnter(context, person, ledgers, clock);
    Monitoring monitoring = Monitoring.of(asked);
    List<MonitoringEntry.Said> gone = new ArrayList<>();
    MonitoringEntry entry = MonitoringEntry.read(asked, monitoring.form().rows(), gone);
    MonitoringReading reading = new MonitoringReading(asked, monitoring, entry);
    List<String> problems = Revising.stale(asked, monitoring.subject());
    problems.addAll(reading.problems(gone));
    if (problems.isEmpty()) {
      String problem =
          revising.save(
              asked,
              TypedRowsEntered.KIND,
              monitoring.subject(),
              Fields.builder()
                  .set(TypedRowsEntered.YEAR, asked.year)
                  .set(TypedRowsEntered.FORM, asked.key())
                  .set(TypedRowsEntered.DOCUMENT, entry.document())
                  .build());
      if (problem.isEmpty()) {
        context.redirect(
            asked.address(MonitoringReading.path(asked)) + "&day=" + monitoring.day(),
            HttpStatus.SEE_OTHER);
        return;
      }
      problems.add(problem);
    }
    context.status(HttpStatus.BAD_REQUEST);
    show(asked, monitoring, reading, problems);
  }

  private void file(Context context, Principal person) throws IOException {
    FormRequest asked = FormRequest.atLatest(context, person, ledgers, clock);
    PrintedFormat format =
        PrintedFormat.of("." + context.pathParam("ending"))
            .orElseThrow(() -> Refusal.of(404, "not-found"));
    Monitoring monitoring = Monitoring.of(asked);
    PrintedDocument document =
        new MonitoringReading(asked, monitoring, monitoring.kept())
            .document(pages.bureau(person.bureau()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    format.write(document, bytes);
    String name = document.name() + format.ending();
    directory.audit().record(AuditEvent.of(person, "export").about(name));
    Attachment.named(context, name);
    context.contentType(format.mediaType()).result(bytes.toByteArray());
  }
}
