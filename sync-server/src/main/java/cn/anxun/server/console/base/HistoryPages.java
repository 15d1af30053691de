package cn.anxun.server.console.base;

import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every time that a table was saved; compares two of them and puts an old one back. */
final class HistoryPages {
  private final BaseOffice office;

  HistoryPages(BaseOffice office) {
    this.office = office;
  }

  void register(RoutesConfig routes) {
    String history = "/admin/base/{document}/history";
    routes.get(history, office.access().see(Permission.PUSH, this::history));
    routes.post(history, office.access().send(Permission.PUSH, this::putBack));
  }

  private void history(Context context, Principal person) {
    BaseRequest asked = BaseRequest.of(context, person, office);
    show(asked, office.open(asked), "");
  }

  private void show(BaseRequest asked, BaseOffice.Opened opened, String problem) {
    BaseTable table = opened.table();
    List<Revisions.Revision> saved = opened.revisions().list();
    List<HistoryPage.Revision> revisions = new ArrayList<>();
    for (int i = 0; i < saved.size(); i++) {
      revisions.add(
          new HistoryPage.Revision(
              Long.toString(saved.get(i).seq()),
              asked.text(
                  "revision", saved.size() - i, asked.saved(office, Optional.of(saved.get(i))))));
    }
    revisions.add(
        new HistoryPage.Revision(
            "0", asked.text(table.shipped().isEmpty() ? "before-first" : "shipped")));
    String right = Requests.find(asked.context, "right").orElse(revisions.get(0).seq());
    String left =
        Requests.find(asked.context, "left")
            .orElse(revisions.get(Math.min(1, revisions.size() - 1)).seq());
    Content before = at(opened, revisions, left);
    Content after = at(opened, revisions, right);
    List<Drafted.Row> changes = new Drafted(table, before, before.until(table, after)).changes();
    asked.send(
        office.pages(),
        "base/history.jte",
        asked.text("history-of", table.title()),
        new HistoryPage(
            table.link(),
            revisions,
            left,
            right,
            ChangedRows.of(table, changes, Usage.of(table, asked.state), false, asked.texts),
            problem));
  }

  private static Content at(
      BaseOffice.Opened opened, List<HistoryPage.Revision> revisions, String seq) {
    if (revisions.stream().noneMatch(revision -> revision.seq().equals(seq))) {
      throw Refusal.of(404, "not-found");
    }
    return opened.revisions().at(Long.parseLong(seq));
  }

  /** Drafts what leads back to an old revision; it is looked at and saved like any other change. */
  private void putBack(Context context, Principal person) {
    BaseRequest asked = BaseRequest.of(context, person, office);
    BaseOffice.Opened opened = office.open(asked);
    BaseTable table = opened.table();
    if (!opened.draft().isEmpty()) {
      context.status(HttpStatus.CONFLICT);
      show(asked, opened, asked.text("draft-first"));
      return;
    }
    String seq = asked.typed("seq");
    boolean known =
        seq.equals("0")
            || opened.revisions().list().stream()
                .anyMatch(one -> Long.toString(one.seq()).equals(seq));
    if (!known) {
      throw Refusal.of(404, "not-found");
    }
    Content old = opened.revisions().at(Long.parseLong(seq));
    office.keep(person, table, opened.current().until(table, old));
    context.redirect(table.link() + "/draft", HttpStatus.SEE_OTHER);
  }
}
