package cn.anxun.server.console.people;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Device;
import cn.anxun.server.auth.Members;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.AdminTab;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Paging;
import cn.anxun.server.http.Requests;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** 账号: everybody of the bureau, to search. */
final class PeoplePages {
  private final Access access;
  private final PeopleDesk desk;

  PeoplePages(Access access, PeopleDesk desk) {
    this.access = access;
    this.desk = desk;
  }

  void register(RoutesConfig routes) {
    routes.get(AdminTab.PEOPLE.path(), access.see(Permission.ADMINISTER, this::show));
  }

  private void show(Context context, Principal person) {
    Texts texts = Requests.texts(context);
    String words = Requests.find(context, "q").orElse("").strip();
    String role = Requests.find(context, "role").orElse("");
    Map<String, Integer> phones = new HashMap<>();
    for (Device device : desk.directory().devices().list(person.bureau())) {
      if (device.revokedAt().isEmpty()) {
        phones.merge(device.account(), 1, Integer::sum);
      }
    }
    Words names = desk.words(context, person);
    List<PeopleList.Row> rows = new ArrayList<>();
    for (Members.Member member : desk.directory().members().list(person.bureau())) {
      PeopleList.Row row = row(member, names, phones, texts);
      if (matches(row, words) && (role.isEmpty() || member.grant().role().wire().equals(role))) {
        rows.add(row);
      }
    }
    int offset = Requests.number(context, "offset", 0, 0, Integer.MAX_VALUE);
    desk.send(
        context,
        person,
        "people/list.jte",
        AdminTab.PEOPLE.title(texts),
        new PeopleList(
            words,
            role,
            Words.roles(texts),
            Paging.cut(rows, offset),
            Paging.of(
                rows.size(),
                offset,
                AdminTab.PEOPLE.path()
                    + "?q="
                    + Links.encoded(words)
                    + "&role="
                    + Links.encoded(role)
                    + "&offset=")));
  }

  private static PeopleList.Row row(
      Members.Member member, Words names, Map<String, Integer> phones, Texts texts) {
    String id = member.account().id();
    String state = !member.current() ? "left" : member.account().disabled() ? "disabled" : "active";
    return new PeopleList.Row(
        AccountPages.link(id),
        member.account().displayName(),
        id,
        names.role(member.grant().role()),
        names.unit(member.grant().unit()),
        names.division(member.grant().division()),
        phones.getOrDefault(id, 0),
        texts.text("console.people.state." + state));
  }

  private static boolean matches(PeopleList.Row row, String words) {
    String all =
        String.join(" ", row.name(), row.account(), row.unit(), row.division())
            .toLowerCase(Locale.ROOT);
    return List.of(words.toLowerCase(Locale.ROOT).split("\\s+")).stream().allMatch(all::contains);
  }
}
