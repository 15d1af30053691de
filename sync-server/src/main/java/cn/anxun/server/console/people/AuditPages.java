package cn.anxun.server.console.people;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Audit;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.AuditQuery;
import cn.anxun.server.auth.Members;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.AdminTab;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Paging;
import cn.anxun.server.http.Attachment;
import cn.anxun.server.http.Requests;
import cn.anxun.server.report.form.PrintedFormat;
import cn.anxun.server.report.xlsx.StreamedWorkbook;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 审计: what was done in the bureau and by whom, to read and to take along; nothing changes it. */
final class AuditPages {
  private static final String PATH = AdminTab.AUDIT.path();
  private static final int AT_ONCE = 1_000;
  private static final List<String> COLUMNS =
      List.of("at", "actor", "device", "action", "object", "detail");
  private static final int WIDTH = 24;

  private final Access access;
  private final PeopleDesk desk;

  AuditPages(Access access, PeopleDesk desk) {
    this.access = access;
    this.desk = desk;
  }

  void register(RoutesConfig routes) {
    routes.get(PATH, access.see(Permission.ADMINISTER, this::show));
    routes.get(PATH + "/export", access.see(Permission.ADMINISTER, this::export));
  }

  private static AuditQuery query(Context context, Principal person) {
    return new AuditQuery(
        person.bureau(),
        Requests.find(context, "person").orElse(""),
        Requests.find(context, "action").orElse(""),
        Requests.date(context, "from").map(Days::start),
        Requests.date(context, "until").map(day -> Days.start(day.plusDays(1))));
  }

  private void show(Context context, Principal person) {
    Texts texts = Requests.texts(context);
    Audit audit = desk.directory().audit();
    AuditQuery query = query(context, person);
    int offset = Requests.number(context, "offset", 0, 0, Integer.MAX_VALUE);
    Map<String, String> people = people(person);
    List<AuditPage.Row> rows =
        audit.list(query, offset, Paging.ROWS).stream()
            .map(row -> row(row, people, texts))
            .toList();
    Map<String, String> actions = new LinkedHashMap<>();
    audit.listActions(person.bureau()).forEach(one -> actions.put(one, action(one, texts)));
    String parameters = parameters(context, query);
    desk.send(
        context,
        person,
        "people/audit.jte",
        AdminTab.AUDIT.title(texts),
        new AuditPage(
            query.person(),
            query.action(),
            date(context, "from"),
            date(context, "until"),
            actions,
            people,
            rows,
            Paging.of(audit.count(query), offset, PATH + '?' + parameters + "&offset="),
            PATH + "/export?" + parameters));
  }

  private static String date(Context context, String name) {
    return Requests.date(context, name).map(LocalDate::toString).orElse("");
  }

  private static String parameters(Context context, AuditQuery query) {
    StringBuilder parameters = new StringBuilder("person=" + Links.encoded(query.person()));
    parameters.append("&action=").append(Links.encoded(query.action()));
    for (String name : List.of("from", "until")) {
      Optional<LocalDate> day = Requests.date(context, name);
      day.ifPresent(date -> parameters.append('&').append(name).append('=').append(date));
    }
    return parameters.toString();
  }

  private Map<String, String> people(Principal person) {
    Map<String, String> people = new LinkedHashMap<>();
    for (Members.Member member : desk.directory().members().list(person.bureau())) {
      people.put(member.account().id(), member.account().displayName());
    }
    return people;
  }

  private static String action(String action, Texts texts) {
    String key = "console.audit.action." + action;
    return texts.has(key) ? texts.text(key) : action;
  }

  private static AuditPage.Row row(Audit.Row row, Map<String, String> people, Texts texts) {
    AuditEvent event = row.event();
    return new AuditPage.Row(
        Days.text(row.at(), texts),
        named(event.actor(), people),
        event.device(),
        action(event.action(), texts),
        named(event.object(), people),
        event.detail());
  }

  private static String named(String account, Map<String, String> people) {
    String name = people.get(account);
    return name == null || name.equals(account) ? account : name + ' ' + account;
  }

  private void export(Context context, Principal person) throws IOException {
    Texts texts = Requests.texts(context);
    Audit audit = desk.directory().audit();
    AuditQuery query = query(context, person);
    String file = texts.text("console.audit.file", Days.today(desk.clock()).toString());
    audit.record(AuditEvent.of(person, "audit-exported").about(parameters(context, query)));
    context.contentType(PrintedFormat.XLSX.mediaType());
    Attachment.named(context, file + ".xlsx");
    Map<String, String> people = people(person);
    List<StreamedWorkbook.Column> columns =
        COLUMNS.stream()
            .map(name -> new StreamedWorkbook.Column(texts.text("console.audit." + name), WIDTH))
            .toList();
    try (StreamedWorkbook workbook = new StreamedWorkbook(context.outputStream())) {
      StreamedWorkbook.Sheet sheet =
          workbook.sheet(AdminTab.AUDIT.title(texts), List.of(), columns);
      long before = Long.MAX_VALUE;
      List<Audit.Row> rows = audit.listBefore(query, before, AT_ONCE);
      while (!rows.isEmpty() && !sheet.isFull()) {
        for (Audit.Row one : rows) {
          AuditPage.Row row = row(one, people, texts);
          sheet.row(
              List.of(
                  row.at(), row.actor(), row.device(), row.action(), row.object(), row.detail()));
        }
        before = rows.get(rows.size() - 1).id();
        rows = audit.listBefore(query, before, AT_ONCE);
      }
      sheet.finish();
    }
  }
}
