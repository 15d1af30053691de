package cn.anxun.server.console.base;

import cn.anxun.core.json.Json;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Paging;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The bureau's tables and one of them, with what the person has begun in it. */
public final class BasePages {
  private final BaseOffice office;
  private final RowPages rows;
  private final DraftPages draft;
  private final SheetPages sheets;
  private final HistoryPages history;

  public BasePages(
      Access access,
      Pages pages,
      BureauLedgers ledgers,
      Directory directory,
      Desk desk,
      Clock clock) {
    this.office =
        new BaseOffice(access, pages, ledgers, directory, desk, new Drafts(ledgers), clock);
    this.rows = new RowPages(office);
    this.draft = new DraftPages(office);
    this.sheets = new SheetPages(office);
    this.history = new HistoryPages(office);
  }

  public void register(RoutesConfig routes) {
    routes.get("/admin/base", office.access().see(Permission.PUSH, this::list));
    routes.get("/admin/base/{document}", office.access().see(Permission.PUSH, this::table));
    rows.register(routes);
    draft.register(routes);
    sheets.register(routes);
    history.register(routes);
  }

  private void list(Context context, Principal person) {
    BaseRequest asked = BaseRequest.of(context, person, office);
    Optional<Family> wanted = Requests.find(context, "family").flatMap(Family::find);
    String name = Requests.find(context, "name").orElse("").strip();
    String problem = "";
    if (wanted.isPresent()) {
      String key = wanted.get().key() + '.' + name;
      if (asked.tables.find(key).isPresent()) {
        context.redirect("/admin/base/" + key, HttpStatus.SEE_OTHER);
        return;
      }
      context.status(HttpStatus.BAD_REQUEST);
      problem = asked.text("bad-name." + wanted.get().key(), name);
    }
    List<BaseList.Group> groups = new ArrayList<>();
    List<BaseList.Item> single = new ArrayList<>();
    for (Family family : Family.values()) {
      List<BaseList.Item> items =
          asked.tables.list(family, Days.today(office.clock()).getYear()).stream()
              .map(table -> item(asked, table))
              .toList();
      if (family.isNamed()) {
        groups.add(
            new BaseList.Group(
                asked.text("title." + family.key()),
                asked.text("about." + family.key()),
                family.key(),
                wanted.filter(family::equals).isPresent() ? name : "",
                items));
      } else {
        single.addAll(items);
      }
    }
    groups.add(0, new BaseList.Group("", "", "", "", single));
    asked.send(office.pages(), "base/list.jte", asked.text("title"), new BaseList(problem, groups));
  }

  private BaseList.Item item(BaseRequest asked, BaseTable table) {
    BaseOffice.Opened opened = office.open(asked, table);
    Optional<Revisions.Revision> last = opened.revisions().last();
    boolean ships = last.isEmpty() && !table.shipped().isEmpty();
    return new BaseList.Item(
        table.title(),
        table.family().isNamed() ? "" : asked.text("about." + table.family().key()),
        table.link(),
        opened.current().body().size(),
        ships ? asked.text("shipped") : asked.saved(office, last),
        opened.draft().changes().size());
  }

  private void table(Context context, Principal person) {
    BaseRequest asked = BaseRequest.of(context, person, office);
    BaseOffice.Opened opened = office.open(asked);
    BaseTable table = opened.table();
    String words = Requests.find(context, "q").orElse("").strip();
    int offset = Requests.number(context, "offset", 0, 0, Integer.MAX_VALUE);
    List<Column> columns =
        table.columns().stream().filter(column -> table.family().lists(column.name())).toList();
    Usage usage = Usage.of(table, asked.state);
    List<Drafted.Row> all =
        opened.drafted().rows().stream()
            .filter(row -> !row.id().equals(Content.HEAD) && holds(table, row.any(), words))
            .toList();
    List<TablePage.Row> shown =
        Paging.cut(all, offset).stream()
            .map(row -> row(asked, table, columns, usage, row))
            .toList();
    asked.send(
        office.pages(),
        "base/table.jte",
        table.title(),
        new TablePage(
            table.link(),
            asked.text("about." + table.family().key()),
            asked.saved(office, opened.revisions().last()),
            words,
            head(asked, opened),
            columns.stream().map(Column::heading).toList(),
            table.family().isCounted(),
            shown,
            Paging.of(all.size(), offset, table.link() + "?q=" + Links.encoded(words) + "&offset="),
            opened.draft().changes().size()));
  }

  private static List<TablePage.Fact> head(BaseRequest asked, BaseOffice.Opened opened) {
    Json.Members head =
        Optional.ofNullable(opened.drafted().result().get(Content.HEAD))
            .orElse(Json.members().build());
    return opened.table().head().stream()
        .map(column -> new TablePage.Fact(column.heading(), column.shown(head, asked.texts)))
        .toList();
  }

  private static boolean holds(BaseTable table, Json.Members row, String words) {
    String text =
        String.join("\n", table.columns().stream().map(column -> column.typed(row)).toList())
            .toLowerCase(Locale.ROOT);
    return List.of(words.toLowerCase(Locale.ROOT).split("\\s+", -1)).stream()
        .allMatch(text::contains);
  }

  private static TablePage.Row row(
      BaseRequest asked, BaseTable table, List<Column> columns, Usage usage, Drafted.Row row) {
    Json.Members any = row.any();
    return new TablePage.Row(
        table.link() + "/row?id=" + Links.encoded(row.id()),
        columns.stream().map(column -> column.shown(any, asked.texts)).toList(),
        row.state() == Drafted.State.SAME
            ? ""
            : asked.text("state." + row.state().name().toLowerCase(Locale.ROOT)),
        row.state() == Drafted.State.REMOVED,
        usage.count(any));
  }
}
