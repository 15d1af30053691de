package cn.anxun.server.console.people;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Accounts;
import cn.anxun.server.auth.Members;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.AdminTab;
import cn.anxun.server.console.people.StaffTable.Line;
import cn.anxun.server.http.Attachment;
import cn.anxun.server.http.Requests;
import cn.anxun.server.importer.ImportException;
import cn.anxun.server.report.form.PrintedFormat;
import cn.anxun.server.report.xlsx.StreamedWorkbook;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Accounts from a table: looked through first, then all are made or none, and each gets a slip. The
 * file is not kept; its lines stand in the form that confirms them.
 */
final class TablePages {
  private static final String PATH = AdminTab.PEOPLE.path() + "/table";
  private static final int MOST_BYTES = 5 * 1024 * 1024;
  private static final int WIDTH = 18;

  private final Access access;
  private final PeopleDesk desk;
  private final Issuing issuing;

  TablePages(Access access, PeopleDesk desk, Issuing issuing) {
    this.access = access;
    this.desk = desk;
    this.issuing = issuing;
  }

  void register(RoutesConfig routes) {
    routes.get(PATH, access.see(Permission.ADMINISTER, this::show));
    routes.get(PATH + "/template", access.see(Permission.ADMINISTER, this::template));
    routes.post(PATH, access.send(Permission.ADMINISTER, this::preview));
    routes.post(PATH + "/create", access.send(Permission.ADMINISTER, this::create));
  }

  private void show(Context context, Principal person) {
    show(context, person, List.of(), List.of());
  }

  private void show(Context context, Principal person, List<Line> lines, List<String> problems) {
    if (!problems.isEmpty()) {
      context.status(400);
    }
    Words words = desk.words(context, person);
    List<TablePage.Person> people = new ArrayList<>();
    if (problems.isEmpty()) {
      for (Accounts.Applicant one : check(context, person, lines).applicants()) {
        people.add(
            new TablePage.Person(
                one.id(),
                one.displayName(),
                words.role(one.grant().role()),
                words.unit(one.grant().unit()),
                words.division(one.grant().division())));
      }
    }
    desk.send(
        context,
        person,
        "people/table.jte",
        Requests.texts(context).text("console.people.table"),
        new TablePage(
            issuing.address(context),
            StaffTable.MOST_ROWS,
            problems,
            people,
            lines.stream().map(Line::kept).toList()));
  }

  private StaffCheck check(Context context, Principal person, List<Line> lines) {
    return new StaffCheck(
            desk.directory().accounts(),
            person.bureau(),
            desk.words(context, person),
            Requests.texts(context))
        .look(lines);
  }

  private void preview(Context context, Principal person) throws IOException {
    Texts texts = Requests.texts(context);
    UploadedFile sent = context.uploadedFile("file");
    if (sent == null || sent.size() == 0 || sent.size() > MOST_BYTES) {
      show(context, person, List.of(), List.of(texts.text("console.people.table.no-file")));
      return;
    }
    Path file = Files.createTempFile("anxun", ".xlsx");
    try (InputStream content = sent.content()) {
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
      List<Line> lines = StaffTable.read(file);
      show(context, person, lines, check(context, person, lines).problems());
    } catch (ImportException e) {
      show(context, person, List.of(), List.of(e.message(texts)));
    } catch (StaffTable.UnreadableException e) {
      String problem = texts.text("console.people.table." + e.key(), StaffTable.MOST_ROWS);
      show(context, person, List.of(), List.of(problem));
    } finally {
      Files.delete(file);
    }
  }

  private void create(Context context, Principal person) {
    List<Line> lines =
        context.formParams("line").stream().map(Line::parse).flatMap(Optional::stream).toList();
    StaffCheck check = check(context, person, lines);
    List<String> problems = new ArrayList<>(check.problems());
    if (lines.isEmpty() || lines.size() > StaffTable.MOST_ROWS) {
      problems.add(Requests.texts(context).text("console.people.table.no-file"));
    }
    if (problems.isEmpty()) {
      PeopleDesk.attempt(
              context,
              () -> {
                issuing.typedAddress(context);
                desk.directory().accounts().createAll(check.applicants(), person.account());
              })
          .ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      show(context, person, lines, problems);
      return;
    }
    Administrator administrator = new Administrator(desk.directory(), person);
    List<Members.Member> made =
        check.applicants().stream().map(one -> administrator.member(one.id())).toList();
    issuing.all(context, person, made, AdminTab.PEOPLE.path());
  }

  private void template(Context context, Principal person) throws IOException {
    Texts texts = Requests.texts(context);
    context.contentType(PrintedFormat.XLSX.mediaType());
    Attachment.named(context, texts.text("console.people.table.file") + ".xlsx");
    List<StreamedWorkbook.Column> columns = new ArrayList<>();
    for (StaffTable.Column column : StaffTable.Column.values()) {
      columns.add(new StreamedWorkbook.Column(column.heading(), WIDTH));
    }
    try (StreamedWorkbook workbook = new StreamedWorkbook(context.outputStream())) {
      workbook
          .sheet(
              texts.text("console.people.table.file"),
              List.of(
                  texts.text(
                      "console.people.table.help",
                      String.join(texts.text("console.comma"), Words.roles(texts).values()))),
              columns)
          .finish();
    }
  }
}
