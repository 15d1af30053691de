package cn.anxun.server.console.measure;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.IndicatorsDefined;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.console.record.OfficeEntries;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who changed the indicators when and how; an earlier revision is put back as a new one. */
public final class MeasureHistoryPages {
  private static final String HISTORY = MeasurePages.LIST + "/history";

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Desk desk;
  private final Clock clock;

  public MeasureHistoryPages(
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

  private void show(MeasureRequest asked, List<String> problems) {
    asked.send(
        pages,
        "measure/history.jte",
        asked.t("history"),
        new DocumentHistory(
            HISTORY, MeasurePages.LIST, asked.own.mark(), false, revisions(asked), problems));
  }

  private List<DocumentHistory.Revision> revisions(MeasureRequest asked) {
    Fields nothing = Fields.builder().build();
    Map<String, Fields> before = new HashMap<>();
    List<DocumentHistory.Revision> revisions = new ArrayList<>();
    for (LedgerEntry entry : entries(asked)) {
      Fields fields = entry.entry().fields();
      String part = entry.entry().subject();
      revisions.add(
          new DocumentHistory.Revision(
              entry.id(),
              Days.text(entry.stamp().at(), asked.texts),
              directory.accounts().displayName(entry.stamp().author()),
              changes(asked, before.getOrDefault(part, nothing), fields),
              entry.id().equals(asked.own.parts().get(part))));
      before.put(part, fields);
    }
    Collections.reverse(revisions);
    return revisions;
  }

  private static List<LedgerEntry> entries(MeasureRequest asked) {
    return OfficeEntries.list(
        asked.ledger,
        asked.latest.cutoff().seq(),
        IndicatorsDefined.KIND,
        asked.own.parts().keySet());
  }

  private static String changes(MeasureRequest asked, Fields before, Fields after) {
    Map<String, Json.Members> old = byId(before);
    Map<String, Json.Members> now = byId(after);
    List<String> changes = new ArrayList<>();
    now.forEach(
        (id, item) -> {
          Json.Members was = old.get(id);
          if (was == null) {
            changes.add(asked.t("added", name(item)));
          } else if (!was.equals(item)) {
            changes.add(asked.t("altered", name(item)));
          }
        });
    old.forEach(
        (id, item) -> {
          if (!now.containsKey(id)) {
            changes.add(asked.t("dropped", name(item)));
          }
        });
    return changes.isEmpty()
        ? asked.t("no-change")
        : String.join(asked.texts.text("console.semicolon"), changes);
  }

  private static Map<String, Json.Members> byId(Fields fields) {
    Map<String, Json.Members> byId = new LinkedHashMap<>();
    OwnIndicators.items(fields).forEach(item -> byId.put(OwnIndicators.id(item), item));
    return byId;
  }

  private static String name(Json.Members item) {
    return item.get("name") instanceof Json.Text name ? name.value() : OwnIndicators.id(item);
  }

  private void putBack(Context context, Principal person) {
    MeasureRequest asked = MeasureRequest.toChange(context, person, ledgers, clock);
    LedgerEntry entry =
        entries(asked).stream()
            .filter(one -> one.id().equals(asked.typed("entry")))
            .findFirst()
            .orElseThrow(() -> Refusal.of(404, "not-found"));
    String part = entry.entry().subject();
    Optional<String> problem =
        asked.typed("seen").equals(asked.own.mark())
            ? desk.revise(
                asked.person,
                asked.ledger,
                asked.texts,
                IndicatorsDefined.KIND,
                part,
                Optional.ofNullable(asked.own.parts().get(part)),
                entry.entry().fields())
            : Optional.of(asked.t("stale-history"));
    if (problem.isEmpty()) {
      context.redirect(HISTORY, HttpStatus.SEE_OTHER);
      return;
    }
    context.status(HttpStatus.BAD_REQUEST);
    show(asked, List.of(problem.get()));
  }
}
