package cn.anxun.server.console.form;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.TargetAdjusted;
import cn.anxun.core.entry.TargetsSet;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormRow;
import cn.anxun.core.form.Target;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 年度目标: frozen once for all forms of the year, then changed only by a document with its number. */
public final class TargetPages {
  private static final int MAX_TARGET = 200;

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Revising revising;
  private final Clock clock;

  public TargetPages(
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
    routes.get("/targets", access.see(Permission.SEE_FIGURES, this::show));
    routes.post("/targets", access.send(Permission.PUSH, this::freeze));
    routes.get("/targets/{key}/{row}", access.see(Permission.PUSH, this::adjustForm));
    routes.post("/targets/{key}/{row}", access.send(Permission.PUSH, this::adjust));
  }

  private void show(Context context, Principal person) {
    FormRequest asked = FormRequest.atLatest(context, person, ledgers, clock);
    List<String> problems = new ArrayList<>();
    show(asked, forms(asked, false, problems), problems);
  }

  private void show(FormRequest asked, List<TargetForm.Form> forms, List<String> problems) {
    Optional<DocumentRevision> frozen = frozen(asked);
    asked.sendForm(
        pages,
        "form/targets.jte",
        asked.texts.text("console.form.targets-of", Integer.toString(asked.year)),
        new TargetForm(
            asked.address("/targets"),
            asked.address("/forms"),
            FormPages.targets(asked),
            Revising.mark(asked, Documents.targets(asked.year)),
            asked.closedNote(),
            frozen.isPresent(),
            asked.mayEnter(),
            forms,
            new TargetHistory(directory, asked).list(),
            problems));
  }

  private static Optional<DocumentRevision> frozen(FormRequest asked) {
    return asked.state.document(Documents.targets(asked.year));
  }

  /** The forms that can be read, with their targets as they are or as they were typed. */
  private static List<TargetForm.Form> forms(
      FormRequest asked, boolean typed, List<String> problems) {
    List<TargetForm.Form> forms = new ArrayList<>();
    for (String key : asked.forms.keys()) {
      try {
        asked.forms.find(key).map(form -> form(asked, form, typed)).ifPresent(forms::add);
      } catch (FormRejectedException e) {
        problems.add(
            asked.texts.text("problem.form-unreadable", key, String.valueOf(e.getMessage())));
      }
    }
    return forms;
  }

  private static TargetForm.Form form(FormRequest asked, FormResult form, boolean typed) {
    String key = form.definition().key();
    boolean adjustable = asked.mayEnter() && form.definition().targetsFrozen().isPresent();
    List<TargetForm.Row> rows = new ArrayList<>();
    for (int i = 0; i < form.rows().size(); i++) {
      FormRow row = form.rows().get(i).row();
      String input = "target." + key + '.' + i;
      String sent = asked.context.formParam(input);
      rows.add(
          new TargetForm.Row(
              input,
              row.level3(),
              typed ? (sent == null ? "" : sent.strip()) : row.target(),
              row.weight().map(BigDecimal::toPlainString).orElse(""),
              FormReading.adjusted(asked.texts, row),
              adjustable ? asked.address("/targets/" + key + '/' + (i + 1)) : ""));
    }
    return new TargetForm.Form(key, form.definition().title(), rows);
  }

  private void freeze(Context context, Principal person) {
    FormRequest asked = FormRequest.toEnter(context, person, ledgers, clock);
    List<String> problems = new ArrayList<>();
    List<TargetForm.Form> forms = forms(asked, true, problems);
    if (frozen(asked).isPresent()) {
      problems.add(asked.texts.text("console.form.frozen-already"));
    }
    List<Json> targets = new ArrayList<>();
    for (TargetForm.Form form : forms) {
      for (TargetForm.Row row : form.rows()) {
        check(asked, row.name(), row.target()).ifPresent(problems::add);
        targets.add(
            Json.members()
                .put("form", form.key())
                .put("row", row.name())
                .put("target", row.target())
                .build());
      }
    }
    if (targets.isEmpty()) {
      problems.add(asked.texts.text("console.form.no-targets"));
    }
    if (problems.isEmpty()) {
      Fields fields =
          Fields.builder()
              .set(TargetsSet.YEAR, asked.year)
              .set(TargetsSet.DOCUMENT, Json.members().put("targets", Json.items(targets)).build())
              .build();
      String problem = revising.save(asked, TargetsSet.KIND, Documents.targets(asked.year), fields);
      if (problem.isEmpty()) {
        context.redirect(asked.address("/targets"), HttpStatus.SEE_OTHER);
        return;
      }
      problems.add(problem);
    }
    context.status(HttpStatus.BAD_REQUEST);
    show(asked, forms, problems);
  }

  /** Why the target cannot be frozen like this. */
  private static Optional<String> check(FormRequest asked, String row, String target) {
    if (target.isEmpty()) {
      return Optional.of(asked.texts.text("console.form.no-target", row));
    }
    if (target.length() > MAX_TARGET) {
      return Optional.of(asked.texts.text("console.form.typed-too-long", row, MAX_TARGET));
    }
    boolean faulty = Target.read(target, Indicator.Direction.NEITHER).operatorFault();
    return faulty
        ? Optional.of(asked.texts.text("console.form.bad-target", row, target))
        : Optional.empty();
  }

  private void adjustForm(Context context, Principal person) {
    FormRequest asked = FormRequest.toEnter(context, person, ledgers, clock);
    adjust(asked, adjustable(asked), "", "", "", List.of());
  }

  /** The frozen row of the address. */
  private static FormRow adjustable(FormRequest asked) {
    FormResult form = asked.form();
    if (form.definition().targetsFrozen().isEmpty()) {
      throw Refusal.of(404, "not-found");
    }
    return FormPages.find(form, asked.context.pathParam("row")).row();
  }

  private void adjust(
      FormRequest asked,
      FormRow row,
      String target,
      String documentNo,
      String reason,
      List<String> problems) {
    asked.sendForm(
        pages,
        "form/adjust.jte",
        asked.texts.text("console.form.adjust-of", row.level3()),
        new AdjustForm(
            asked.address("/targets/" + asked.key() + '/' + asked.context.pathParam("row")),
            Revising.mark(asked, Documents.targets(asked.year)),
            asked.closedNote(),
            asked.form().definition().title(),
            row.level3(),
            row.target(),
            target,
            documentNo,
            reason,
            problems,
            asked.address("/targets")));
  }

  private void adjust(Context context, Principal person) {
    FormRequest asked = FormRequest.toEnter(context, person, ledgers, clock);
    FormRow row = adjustable(asked);
    String target = text(context, "target");
    String documentNo = text(context, "document_no");
    String reason = text(context, "reason");
    List<String> problems = Revising.stale(asked, Documents.targets(asked.year));
    check(asked, row.level3(), target).ifPresent(problems::add);
    if (documentNo.isEmpty() || reason.isEmpty()) {
      problems.add(asked.texts.text("console.form.no-document", row.level3()));
    }
    if (problems.isEmpty()) {
      String problem = saveAdjustment(asked, row, target, documentNo, reason);
      if (problem.isEmpty()) {
        context.redirect(asked.address("/targets"), HttpStatus.SEE_OTHER);
        return;
      }
      problems.add(problem);
    }
    context.status(HttpStatus.BAD_REQUEST);
    adjust(asked, row, target, documentNo, reason, problems);
  }

  private String saveAdjustment(
      FormRequest asked, FormRow row, String target, String documentNo, String reason) {
    return revising.save(
        asked,
        TargetAdjusted.KIND,
        Documents.targets(asked.year),
        Fields.builder()
            .set(TargetAdjusted.YEAR, asked.year)
            .set(TargetAdjusted.FORM, asked.key())
            .set(TargetAdjusted.ROW, row.level3())
            .set(TargetAdjusted.TARGET, target)
            .set(TargetAdjusted.DOCUMENT_NO, documentNo)
            .set(TargetAdjusted.REASON, reason)
            .build());
  }

  private static String text(Context context, String name) {
    return Requests.typed(context, name);
  }
}
