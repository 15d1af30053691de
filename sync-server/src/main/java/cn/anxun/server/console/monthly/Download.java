package cn.anxun.server.console.monthly;

import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.http.Attachment;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.docx.DocxWriter;
import cn.anxun.server.report.xlsx.XlsxWriter;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Sends a document as the file that the address asks for, and writes down that it was taken. */
final class Download {
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  private final Directory directory;

  Download(Directory directory) {
    this.directory = directory;
  }

  /**
   * Sends it.
   *
   * @throws Refusal where the address's {@code ending} is neither xlsx nor docx
   */
  void send(Context context, Principal person, PrintedDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String ending = context.pathParam("ending");
    switch (ending) {
      case "xlsx" -> {
        XlsxWriter.write(document, bytes);
        context.contentType(OFFICE + "spreadsheetml.sheet");
      }
      case "docx" -> {
        DocxWriter.write(document, bytes);
        context.contentType(OFFICE + "wordprocessingml.document");
      }
      default -> throw Refusal.of(404, "not-found");
    }
    String name = document.name() + '.' + ending;
    directory.audit().record(AuditEvent.of(person, "ledger-exported").about(name));
    Attachment.named(context, name);
    context.result(bytes.toByteArray());
  }
}
