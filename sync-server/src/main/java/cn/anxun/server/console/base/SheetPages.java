package cn.anxun.server.console.base;

import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.http.Attachment;
import cn.anxun.server.importer.ImportException;
import cn.anxun.server.importer.TableSheet;
import cn.anxun.server.report.TextMeasure;
import cn.anxun.server.report.form.PrintedFormat;
import cn.anxun.server.report.xlsx.StreamedWorkbook;
import cn.anxun.server.text.ServerTexts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Takes a table out as a workbook, and takes one over into the draft of whoever uploads it. */
final class SheetPages {
  private static final int MOST_BYTES = 10 * 1024 * 1024;
  private static final int MOST_ROWS = 20_000;
  private static final int PROBLEMS_SHOWN = 100;
  private static final int LEAST_WIDTH = 10;
  private static final int MOST_WIDTH = 50;
  private static final int MEASURED_ROWS = 200;

  private final BaseOffice office;

  SheetPages(BaseOffice office) {
    this.office = office;
  }

  void register(RoutesConfig routes) {
    routes.get("/admin/base/{document}/file", office.access().see(Permission.EXPORT, this::file));
    String upload = "/admin/base/{document}/upload";
    routes.get(upload, office.access().see(Permission.PUSH, this::form));
    routes.post(upload, office.access().send(Permission.PUSH, this::upload));
  }

  /** The table as it stands in the ledger, under Chinese headings: it can be uploaded again. */
  private void file(Context context, Principal person) throws IOException {
    BaseRequest asked = BaseRequest.of(context, person, office);
    BaseTable table =
        new BaseTables(asked.state, ServerTexts.CHINESE).find(asked.table().key()).orElseThrow();
    BaseOffice.Opened opened = office.open(asked, table);
    List<List<Object>> rows = new ArrayList<>();
    opened
        .current()
        .body()
        .values()
        .forEach(
            row ->
                rows.add(
                    table.columns().stream()
                        .map(column -> column.cell(row, ServerTexts.CHINESE))
                        .toList()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (StreamedWorkbook workbook = new StreamedWorkbook(out)) {
      StreamedWorkbook.Sheet sheet = workbook.sheet(table.title(), List.of(), columns(table, rows));
      for (List<Object> row : rows) {
        sheet.row(row);
      }
      sheet.finish();
    }
    office.directory().audit().record(AuditEvent.of(person, "export").about(table.subject()));
    Attachment.named(context, "table.xlsx", table.title() + ".xlsx");
    context.contentType(PrintedFormat.XLSX.mediaType());
    context.result(out.toByteArray());
  }

  private static List<StreamedWorkbook.Column> columns(BaseTable table, List<List<Object>> rows) {
    List<StreamedWorkbook.Column> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      String heading = heading(table.columns().get(i));
      int width = Math.max(LEAST_WIDTH, TextMeasure.width(heading));
      for (List<Object> row : rows.subList(0, Math.min(MEASURED_ROWS, rows.size()))) {
        width = Math.max(width, TextMeasure.width(String.valueOf(row.get(i))));
      }
      columns.add(new StreamedWorkbook.Column(heading, Math.min(MOST_WIDTH, width + 2)));
    }
    return columns;
  }

  private static String heading(Column column) {
    return column.field().required() ? "*" + column.heading() : column.heading();
  }

  private void form(Context context, Principal person) {
    BaseRequest asked = BaseRequest.of(context, person, office);
    show(asked, office.open(asked), List.of());
  }

  private void show(BaseRequest asked, BaseOffice.Opened opened, List<String> problems) {
    BaseTable table = opened.table();
    if (!problems.isEmpty()) {
      asked.context.status(HttpStatus.BAD_REQUEST);
    }
    List<String> shown =
        new ArrayList<>(problems.subList(0, Math.min(PROBLEMS_SHOWN, problems.size())));
    if (problems.size() > shown.size()) {
      shown.add(asked.text("more-problems", problems.size() - shown.size()));
    }
    asked.send(
        office.pages(),
        "base/upload.jte",
        asked.text("upload-to", table.title()),
        new SheetForm(
            table.link() + "/upload",
            table.link() + "/file",
            table.columns().stream().map(SheetPages::heading).toList(),
            asked.typed("mode").equals("whole"),
            shown,
            table.link()));
  }

  private void upload(Context context, Principal person) throws IOException {
    BaseRequest asked = BaseRequest.of(context, person, office);
    BaseOffice.Opened opened = office.open(asked);
    BaseTable table = opened.table();
    UploadedFile sent = context.uploadedFile("file");
    if (sent == null || sent.size() == 0 || sent.size() > MOST_BYTES) {
      show(asked, opened, List.of(asked.text("no-file")));
      return;
    }
    Path file = Files.createTempFile("anxun", ".xlsx");
    try {
      try (InputStream content = sent.content()) {
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
      }
      TableSheet.Found found =
          TableSheet.read(
              file,
              table.title(),
              table.family().kind(),
              table.columns().stream().map(Column::importColumn).toList(),
              MOST_ROWS);
      SheetRowsTaken taken =
          SheetRowsTaken.of(
              opened,
              found,
              asked.typed("mode").equals("whole"),
              Days.today(office.clock()).toString(),
              asked.texts);
      if (!taken.problems().isEmpty()) {
        show(asked, opened, taken.problems());
        return;
      }
      office.keep(person, table, taken.draft());
      context.redirect(table.link() + "/draft", HttpStatus.SEE_OTHER);
    } catch (ImportException e) {
      show(asked, opened, List.of(e.message(asked.texts)));
    } finally {
      Files.delete(file);
    }
  }
}
