package cn.anxun.server.http.v1;

import cn.anxun.core.form.FormDefinition;
import cn.anxun.core.form.FormFlag;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.json.Json;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.http.Attachment;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.text.ServerTexts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The self-evaluation forms of a year: which there are, filled as JSON, and as files. Taking a file
 * is audited.
 */
final class FormRoutes {
  private static final String PATH = "/api/v1/forms";

  private final Gate gate;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final FormPrinter printer;
  private final Clock clock;

  FormRoutes(
      Gate gate, BureauLedgers ledgers, Directory directory, FormPrinter printer, Clock clock) {
    this.gate = gate;
    this.ledgers = ledgers;
    this.directory = directory;
    this.printer = printer;
    this.clock = clock;
  }

  void register(RoutesConfig routes) {
    routes.get(PATH, gate.allow(Permission.SEE_FIGURES, this::list));
    routes.get(PATH + "/{file}", gate.allow(Permission.SEE_FIGURES, this::one));
  }

  private void list(Context context, Principal principal) {
    BureauLedger ledger = ledgers.get(principal.bureau());
    Asked asked = Asked.of(context, ledger, clock);
    List<Json> forms = new ArrayList<>();
    for (FormDefinition form :
        printer.list(ledger, asked.period().until().getYear(), asked.cutoff())) {
      forms.add(
          Json.members()
              .put("key", form.key())
              .put("title", form.title())
              .put("template", form.template())
              .put("year", form.year())
              .put("rows", form.rows().size())
              .build());
    }
    Answers.send(
        context,
        Json.members()
            .put("cutoff", FigureJson.cutoff(asked.cutoff()))
            .put("forms", Json.items(forms))
            .build());
  }

  /** {@code key} answers JSON, {@code key.xlsx} and {@code key.docx} a file. */
  private void one(Context context, Principal principal) throws IOException {
    String file = context.pathParam("file");
    int dot = file.lastIndexOf('.');
    String key = dot < 0 ? file : file.substring(0, dot);
    BureauLedger ledger = ledgers.get(principal.bureau());
    Asked asked = Asked.of(context, ledger, clock);
    FormResult form =
        printer
            .fill(ledger, asked.period().until().getYear(), key, asked.cutoff())
            .orElseThrow(() -> Refusal.of(404, "not-found"));
    if (dot < 0) {
      Answers.send(context, json(form, Requests.texts(context)));
    } else {
      export(context, principal, ledger, form, file.substring(dot + 1));
    }
  }

  private void export(
      Context context, Principal principal, BureauLedger ledger, FormResult form, String ending)
      throws IOException {
    if (!principal.may(Permission.EXPORT)) {
      throw Refusal.of(403, "forbidden");
    }
    Bureau bureau =
        directory
            .bureaus()
            .find(principal.bureau())
            .orElseThrow(() -> Refusal.of(404, "not-found"));
    FormPrinter.Printed printed =
        printer.print(bureau, ledger, form, ending).orElseThrow(() -> Refusal.of(404, "not-found"));
    byte[] bytes = printed.bytes();
    String key = form.definition().key();
    directory
        .audit()
        .record(
            AuditEvent.of(principal, "export")
                .about(form.definition().year() + "/" + key + '.' + ending)
                .saying("seq " + form.cutoff().seq() + " date " + form.cutoff().date()));
    Attachment.named(context, key + '.' + ending, form.definition().title() + '.' + ending);
    context.result(bytes);
    context.contentType(printed.mediaType());
  }

  private static Json json(FormResult form, Texts texts) {
    List<Json> rows = new ArrayList<>();
    for (FormResult.RowResult row : form.rows()) {
      rows.add(
          Json.members()
              .put("level1", row.row().level1())
              .put("level2", row.row().level2())
              .put("level3", row.row().level3())
              .put("target", row.row().target())
              .put("actual", row.actualWithUnit())
              .put("completion", row.completion())
              .put("weight", plain(row.row().weight()))
              .put("score", plain(row.score()))
              .build());
    }
    List<Json> flags = new ArrayList<>();
    for (FormFlag flag : form.flags()) {
      flags.add(
          Json.members()
              .put("row", flag.row())
              .put("flag", flag.type().wire())
              .put("says", flag.says())
              .put("message", flag.sentence(ServerTexts.core(texts)))
              .build());
    }
    return Json.members()
        .put("key", form.definition().key())
        .put("title", form.definition().title())
        .put("year", form.definition().year())
        .put("cutoff", FigureJson.cutoff(form.cutoff()))
        .put("executionRate", form.executionRate().orElse(null))
        .put("executionScore", plain(form.executionScore()))
        .put("weights", plain(form.weights()))
        .put("total", plain(form.total()))
        .put("rows", Json.items(rows))
        .put("flags", Json.items(flags))
        .build();
  }

  private static @Nullable String plain(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse(null);
  }
}
