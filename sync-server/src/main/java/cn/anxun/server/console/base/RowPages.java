package cn.anxun.server.console.base;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.record.FieldForm;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.text.ServerTexts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds, changes and removes a row of a table, in the draft of whoever does it. */
final class RowPages {
  private static final String SEEN = "seen";

  private final BaseOffice office;

  RowPages(BaseOffice office) {
    this.office = office;
  }

  void register(RoutesConfig routes) {
    String row = "/admin/base/{document}/row";
    routes.get(row, office.access().see(Permission.PUSH, this::form));
    routes.post(row, office.access().send(Permission.PUSH, this::change));
    routes.post(row + "/remove", office.access().send(Permission.PUSH, this::remove));
  }

  /** The row of this id with the draft's changes; null for a new one. */
  private static Json.@Nullable Members row(BaseOffice.Opened opened, String id) {
    if (id.isEmpty()) {
      return null;
    }
    for (Drafted.Row row : opened.drafted().rows()) {
      if (row.id().equals(id)) {
        return row.any();
      }
    }
    if (id.equals(Content.HEAD)) {
      return Json.members().build();
    }
    throw Refusal.of(404, "not-found");
  }

  private void form(Context context, Principal person) {
    BaseRequest asked = BaseRequest.of(context, person, office);
    BaseOffice.Opened opened = office.open(asked);
    String id = Requests.find(context, "id").orElse("");
    Json.Members row = row(opened, id);
    Map<String, String> typed = new HashMap<>();
    if (row != null) {
      opened.table().columns(id).forEach(column -> typed.put(column.name(), column.typed(row)));
    }
    show(asked, opened, id, typed, List.of());
  }

  private void show(
      BaseRequest asked,
      BaseOffice.Opened opened,
      String id,
      Map<String, String> typed,
      List<String> problems) {
    BaseTable table = opened.table();
    Json.Members row = row(opened, id);
    List<FieldForm.Input> inputs = new ArrayList<>();
    for (Column column : table.columns(id)) {
      inputs.add(column.input(typed.getOrDefault(column.name(), "")));
    }
    Json.Members body = id.equals(Content.HEAD) ? null : row;
    asked.send(
        office.pages(),
        "base/row.jte",
        asked.text(id.isEmpty() ? "add-to" : "change-in", table.title()),
        new RowForm(
            table.link() + "/row",
            id,
            opened.seen(id),
            inputs,
            problems,
            body == null ? 0 : Usage.of(table, asked.state).count(body),
            body != null && withdraws(table, body)
                ? asked.text("withdraw." + table.family().withdrawal())
                : "",
            body != null && !ships(table, body),
            opened.draft().changes().containsKey(id),
            table.link()));
  }

  /** Whether the row comes with the program, which can withdraw it and not remove it. */
  private static boolean ships(BaseTable table, Json.Members row) {
    return table.overlays()
        && table.shipped().stream().map(table::identity).anyMatch(table.identity(row)::equals);
  }

  private static boolean withdraws(BaseTable table, Json.Members row) {
    String member = table.family().withdrawal();
    Json value = row.get(member);
    return !member.isEmpty() && (value == null || value.equals(Json.FALSE));
  }

  /** The table to the sender of a form, who saw the row as the form says. */
  private BaseOffice.Opened opened(BaseRequest asked, String id) {
    BaseOffice.Opened opened = office.open(asked);
    String seen = asked.typed(SEEN);
    if (id.isEmpty() || seen.isEmpty()) {
      return opened;
    }
    try {
      if (JsonText.read(seen) instanceof Json.Members shown) {
        return opened.seen(id, shown);
      }
    } catch (JsonSyntaxException e) {
      // No form of ours.
    }
    throw Refusal.of(400, "bad-request");
  }

  private void change(Context context, Principal person) {
    BaseRequest asked = BaseRequest.of(context, person, office);
    String id = asked.typed("id");
    BaseOffice.Opened opened = opened(asked, id);
    BaseTable table = opened.table();
    Json.Members before = row(opened, id);
    Map<String, String> typed = new HashMap<>();
    Map<String, Json> values = new LinkedHashMap<>();
    for (Column column : table.columns(id)) {
      typed.put(column.name(), asked.typed(column.name()));
      values.put(column.name(), column.read(asked.typed(column.name())));
    }
    List<String> problems = new ArrayList<>();
    try {
      Json.Members row =
          id.equals(Content.HEAD)
              ? BaseTable.merged(table.head(), before, values)
              : table.maker().make(before, values);
      problems.addAll(problems(asked, opened, id, row));
      if (problems.isEmpty()) {
        office.keep(person, table, opened.draft().with(table, opened.current(), id, row));
        context.redirect(table.link(), HttpStatus.SEE_OTHER);
        return;
      }
    } catch (BaseTable.BadRowException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    context.status(HttpStatus.BAD_REQUEST);
    show(asked, opened, id, typed, problems);
  }

  /** What is wrong with the row among the others. */
  private static List<String> problems(
      BaseRequest asked, BaseOffice.Opened opened, String id, Json.Members row) {
    BaseTable table = opened.table();
    Map<String, Json.Members> rows = new LinkedHashMap<>(opened.drafted().result());
    rows.remove(id);
    String identity = table.identity(row);
    boolean isBody = !id.equals(Content.HEAD);
    Column first = table.columns(id).get(0);
    if (isBody && rows.values().stream().map(table::identity).anyMatch(identity::equals)) {
      return List.of(
          DocumentProblem.of(DocumentProblem.Code.DUPLICATE, "", identity)
              .sentence(ServerTexts.core(asked.texts), first.heading()));
    }
    rows.put(id, row);
    return Checking.problems(table, rows, any -> "", asked.texts).stream()
        .filter(problem -> problem.id().equals(id))
        .map(Checking.Problem::sentence)
        .toList();
  }

  private void remove(Context context, Principal person) {
    BaseRequest asked = BaseRequest.of(context, person, office);
    String id = asked.typed("id");
    BaseOffice.Opened opened = opened(asked, id);
    BaseTable table = opened.table();
    Json.Members row = row(opened, id);
    Draft draft = opened.draft();
    switch (asked.typed("how")) {
      case "undo" -> draft = draft.undone(id);
      case "withdraw" -> {
        if (row != null && !table.family().withdrawal().isEmpty()) {
          draft = draft.with(table, opened.current(), id, withdrawn(table, row));
        }
      }
      default -> {
        if (row != null && !id.equals(Content.HEAD)) {
          draft = draft.without(opened.current(), id);
        }
      }
    }
    office.keep(person, table, draft);
    context.redirect(table.link(), HttpStatus.SEE_OTHER);
  }

  private Json.Members withdrawn(BaseTable table, Json.Members row) {
    return withdrawn(table, row, Days.today(office.clock()).toString());
  }

  /** The row out of use from this day on. */
  static Json.Members withdrawn(BaseTable table, Json.Members row, String today) {
    Map<String, Json> members = new LinkedHashMap<>(row.values());
    String member = table.family().withdrawal();
    members.put(member, member.equals("until") ? Json.of(today) : Json.TRUE);
    return new Json.Members(members);
  }
}
