package cn.anxun.server.console.fill;

import cn.anxun.core.form.FormResult;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.console.form.FormRequest;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.http.Attachment;
import cn.anxun.server.http.Requests;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.Value;
import cn.anxun.server.report.form.FormDetails;
import cn.anxun.server.report.form.FormValues;
import cn.anxun.server.report.form.IndicatorValues;
import cn.anxun.server.text.ServerTexts;
import io.javalin.http.HandlerType;
import java.util.Optional;

/** A form with everything that can be put into a file, and how the filled file is given. */
public final class Fillable {
  public final FormRequest asked;
  public final FormResult form;
  public final FormValues values;
  private final Provenance provenance;

  /** The form of the address; who prepared it is read from the fields that were sent. */
  public Fillable(FormRequest asked, Pages pages) {
    this.asked = asked;
    this.form = asked.form();
    FormDetails details =
        new FormDetails(text("department"), text("prepared_by"), text("phone"), Optional.empty());
    this.provenance =
        new Provenance(
            pages.bureau(asked.person.bureau()),
            form.cutoff(),
            asked.ledger.headAt(form.cutoff().seq()));
    this.values =
        new FormValues(form, details, provenance).with(IndicatorValues.of(asked.state, asked.year));
  }

  /** Of what ledger the numbers are, as forms print it. */
  public String provenance() {
    return ServerTexts.CHINESE.text(
        "report.provenance",
        Value.of(provenance.cutoff().date()).text(),
        String.valueOf(provenance.head().seq()),
        provenance.head().hash());
  }

  /** A field that was sent, or "". */
  String text(String name) {
    return asked.context.method().equals(HandlerType.GET)
        ? ""
        : Requests.typed(asked.context, name);
  }

  /** Gives the filled file, which the audit keeps. */
  void send(Directory directory, String ending, byte[] filled) {
    directory
        .audit()
        .record(
            AuditEvent.of(asked.person, "export")
                .about(asked.year + "/" + form.definition().key() + "." + ending)
                .saying(
                    "filled template, seq "
                        + form.cutoff().seq()
                        + " date "
                        + form.cutoff().date()));
    Attachment.named(asked.context, "form." + ending, form.definition().title() + '.' + ending);
    asked.context.contentType("application/octet-stream");
    asked.context.result(filled);
  }
}
