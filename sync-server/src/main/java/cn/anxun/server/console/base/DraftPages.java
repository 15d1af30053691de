package cn.anxun.server.console.base;

import cn.anxun.core.json.Json;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Paging;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.Turn;
import cn.anxun.server.text.ServerTexts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what was begun in a table, saves it as one revision, or gives it up. */
final class DraftPages {
  private static final String SEEN = "seen";
  private static final int PROBLEMS_SHOWN = 50;

  private final BaseOffice office;

  DraftPages(BaseOffice office) {
    this.office = office;
  }

  void register(RoutesConfig routes) {
    String draft = "/admin/base/{document}/draft";
    routes.get(draft, office.access().see(Permission.PUSH, this::preview));
    routes.post(draft, office.access().send(Permission.PUSH, this::save));
    routes.post(draft + "/discard", office.access().send(Permission.PUSH, this::discard));
  }

  private void preview(Context context, Principal person) {
    BaseRequest asked = BaseRequest.of(context, person, office);
    show(asked, office.open(asked), "", List.of());
  }

  private void show(
      BaseRequest asked, BaseOffice.Opened opened, String notice, List<String> problems) {
    BaseTable table = opened.table();
    int offset = Requests.number(asked.context, "offset", 0, 0, Integer.MAX_VALUE);
    List<Drafted.Row> rows =
        opened.drafted().changes().stream()
            .filter(row -> row.state() != Drafted.State.CONFLICT)
            .toList();
    ChangedRows all = ChangedRows.of(table, rows, Usage.of(table, asked.state), true, asked.texts);
    List<String> found = new ArrayList<>(problems);
    if (problems.isEmpty()) {
      found.addAll(problems(asked, opened));
    }
    asked.send(
        office.pages(),
        "base/draft.jte",
        asked.text("draft-of", table.title()),
        new DraftForm(
            table.link(),
            opened.mark(),
            notice,
            found.subList(0, Math.min(PROBLEMS_SHOWN, found.size())),
            conflicts(asked, opened),
            new ChangedRows(all.headings(), all.counts(), Paging.cut(all.rows(), offset)),
            Paging.of(all.rows().size(), offset, table.link() + "/draft?offset=")));
  }

  private static List<String> problems(BaseRequest asked, BaseOffice.Opened opened) {
    Map<String, Json.Members> result = opened.drafted().result();
    return Checking.problems(
            opened.table(),
            result,
            Checking.places(opened.table(), result, asked.texts),
            asked.texts)
        .stream()
        .map(Checking.Problem::sentence)
        .toList();
  }

  private static List<DraftForm.Conflict> conflicts(BaseRequest asked, BaseOffice.Opened opened) {
    BaseTable table = opened.table();
    List<DraftForm.Conflict> conflicts = new ArrayList<>();
    for (Drafted.Row row : opened.drafted().conflicts()) {
      List<DraftForm.Field> fields = new ArrayList<>();
      for (Column column : table.columns(row.id())) {
        fields.add(
            new DraftForm.Field(
                column.heading(),
                row.before() == null ? "" : column.shown(row.before(), asked.texts),
                row.after() == null ? "" : column.shown(row.after(), asked.texts)));
      }
      int index = conflicts.size();
      conflicts.add(
          new DraftForm.Conflict(
              index,
              row.id(),
              table.label(row.id(), row.any()),
              asked.typed("take." + index),
              row.before() == null,
              row.after() == null,
              fields));
    }
    return conflicts;
  }

  /** Two who save at once do so one after the other, so that the second sees the first. */
  private void save(Context context, Principal person) {
    Turn turn = office.ledgers().get(person.bureau()).turn("base");
    try (turn) {
      saveInTurn(context, person);
    }
  }

  private void saveInTurn(Context context, Principal person) {
    BaseRequest asked = BaseRequest.of(context, person, office);
    BaseOffice.Opened opened = office.open(asked);
    BaseTable table = opened.table();
    if (!asked.typed(SEEN).equals(opened.mark())) {
      context.status(HttpStatus.CONFLICT);
      show(
          asked,
          opened,
          asked.text("stale", asked.saved(office, opened.revisions().last())),
          List.of());
      return;
    }
    Optional<Draft> decided = decided(asked, opened);
    if (decided.isEmpty()) {
      refuse(asked, opened, List.of(asked.text("undecided")));
      return;
    }
    if (!opened.drafted().conflicts().isEmpty()) {
      office.keep(person, table, decided.get());
      opened = office.open(asked);
    }
    List<String> problems = problems(asked, opened);
    if (!problems.isEmpty()) {
      refuse(asked, opened, problems);
      return;
    }
    try {
      List<Desk.Saying> sayings =
          new Saving(table, opened.revisions().parts()).sayings(opened.drafted().result());
      if (!sayings.isEmpty() && !opened.drafted().changes().isEmpty()) {
        office
            .desk()
            .sayAll(person, asked.ledger, table.family().kind(), office.desk().today(), sayings);
      }
      office.keep(person, table, Draft.NONE);
      context.redirect(table.link(), HttpStatus.SEE_OTHER);
    } catch (Desk.NotTakenException e) {
      refuse(asked, opened, List.of(e.problem().sentence(ServerTexts.core(asked.texts))));
    }
  }

  private void refuse(BaseRequest asked, BaseOffice.Opened opened, List<String> problems) {
    asked.context.status(HttpStatus.BAD_REQUEST);
    show(asked, opened, "", problems);
  }

  /** The draft with each conflict decided; empty where one is not. */
  private static Optional<Draft> decided(BaseRequest asked, BaseOffice.Opened opened) {
    Draft draft = opened.draft();
    List<Drafted.Row> conflicts = opened.drafted().conflicts();
    for (int i = 0; i < conflicts.size(); i++) {
      Drafted.Row row = conflicts.get(i);
      switch (asked.typed("take." + i)) {
        case "mine" -> draft = draft.over(row.id(), row.before());
        case "theirs" -> draft = draft.undone(row.id());
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(draft);
  }

  private void discard(Context context, Principal person) {
    BaseRequest asked = BaseRequest.of(context, person, office);
    office.keep(person, asked.table(), Draft.NONE);
    context.redirect(asked.table().link(), HttpStatus.SEE_OTHER);
  }
}
