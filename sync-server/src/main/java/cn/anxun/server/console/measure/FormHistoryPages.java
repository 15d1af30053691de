package cn.anxun.server.console.measure;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.FormDefined;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.console.record.OfficeEntries;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who changed a form when and how; an earlier revision is put back as a new one. */
public final class FormHistoryPages {
  static final String HISTORY = FormsPages.LIST + "/history";

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Desk desk;
  private final Clock clock;

  public FormHistoryPages(
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
    this.desk = desk;
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get(HISTORY, access.see(Permission.PUSH, this::show));
    routes.post(HISTORY, access.send(Permission.PUSH, this::putBack));
  }

  private void show(Context context, Principal person) {
    show(MeasureRequest.toChange(context, person, ledgers, clock), List.of());
  }

  private static String key(MeasureRequest asked) {
    return Requests.find(asked.context, "key").orElseThrow(() -> Refusal.of(404, "not-found"));
  }

  private static DocumentRevision form(MeasureRequest asked) {
    return asked
        .state
        .document(Documents.form(FormsPages.year(asked), key(asked)))
        .orElseThrow(() -> Refusal.of(404, "not-found"));
  }

  private void show(MeasureRequest asked, List<String> problems) {
    DocumentRevision form = form(asked);
    int year = FormsPages.year(asked);
    asked.send(
        pages,
        "measure/history.jte",
        asked.t("form-history-of", text(document(form.fields()), "title")),
        new DocumentHistory(
            FormsPages.address(HISTORY, year, key(asked)),
            FormsPages.LIST + "?year=" + year,
            form.entryId(),
            true,
            revisions(asked, form),
            problems));
  }

  private static List<LedgerEntry> entries(MeasureRequest asked, DocumentRevision form) {
    return OfficeEntries.list(
        asked.ledger, asked.latest.cutoff().seq(), FormDefined.KIND, List.of(form.subject()));
  }

  private List<DocumentHistory.Revision> revisions(MeasureRequest asked, DocumentRevision form) {
    List<DocumentHistory.Revision> revisions = new ArrayList<>();
    Json.Members before = Json.members().build();
    for (LedgerEntry entry : entries(asked, form)) {
      Json.Members after = document(entry.entry().fields());
      revisions.add(
          new DocumentHistory.Revision(
              entry.id(),
              Days.text(entry.stamp().at(), asked.texts),
              directory.accounts().displayName(entry.stamp().author()),
              changes(asked, before, after),
              entry.id().equals(form.entryId())));
      before = after;
    }
    Collections.reverse(revisions);
    return revisions;
  }

  private static Json.Members document(Fields fields) {
    return fields.raw(FormDefined.DOCUMENT.name()) instanceof Json.Members document
        ? document
        : Json.members().build();
  }

  private static String text(Json.Members members, String name) {
    return members.get(name) instanceof Json.Text text ? text.value() : "";
  }

  private static String changes(MeasureRequest asked, Json.Members before, Json.Members after) {
    Map<String, Json> old = byName(before);
    Map<String, Json> now = byName(after);
    List<String> changes = new ArrayList<>();
    if (!text(before, "title").equals(text(after, "title"))) {
      changes.add(asked.t("titled", text(after, "title")));
    }
    now.forEach(
        (name, row) -> {
          if (!old.containsKey(name)) {
            changes.add(asked.t("added", name));
          } else if (!row.equals(old.get(name))) {
            changes.add(asked.t("altered", name));
          }
        });
    old.keySet().stream()
        .filter(name -> !now.containsKey(name))
        .forEach(name -> changes.add(asked.t("dropped", name)));
    if (changes.isEmpty()) {
      changes.add(asked.t(before.equals(after) ? "no-change" : "rearranged"));
    }
    return String.join(asked.texts.text("console.semicolon"), changes);
  }

  private static Map<String, Json> byName(Json.Members form) {
    Map<String, Json> rows = new LinkedHashMap<>();
    FormSource.rows(form).forEach(row -> rows.put(text(row, "l3"), row));
    return rows;
  }

  private void putBack(Context context, Principal person) {
    MeasureRequest asked = MeasureRequest.toChange(context, person, ledgers, clock);
    DocumentRevision form = form(asked);
    LedgerEntry entry =
        entries(asked, form).stream()
            .filter(one -> one.id().equals(asked.typed("entry")))
            .findFirst()
            .orElseThrow(() -> Refusal.of(404, "not-found"));
    Optional<String> problem =
        asked.typed("seen").equals(form.entryId())
            ? FormsPages.say(
                desk,
                asked,
                form.subject(),
                Optional.of(form.entryId()),
                document(entry.entry().fields()))
            : Optional.of(asked.t("stale-history"));
    if (problem.isEmpty()) {
      context.redirect(
          FormsPages.address(HISTORY, FormsPages.year(asked), key(asked)), HttpStatus.SEE_OTHER);
      return;
    }
    context.status(HttpStatus.BAD_REQUEST);
    show(asked, List.of(problem.get()));
  }
}
