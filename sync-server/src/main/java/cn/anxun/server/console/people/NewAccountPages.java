package cn.anxun.server.console.people;

import cn.anxun.server.auth.Accounts;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.AdminTab;
import cn.anxun.server.http.Requests;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A new account of this bureau, and what its owner needs to begin. */
final class NewAccountPages {
  private static final String PATH = AdminTab.PEOPLE.path() + "/new";

  private final Access access;
  private final PeopleDesk desk;
  private final Issuing issuing;

  NewAccountPages(Access access, PeopleDesk desk, Issuing issuing) {
    this.access = access;
    this.desk = desk;
    this.issuing = issuing;
  }

  void register(RoutesConfig routes) {
    routes.get(PATH, access.see(Permission.ADMINISTER, this::show));
    routes.post(PATH, access.send(Permission.ADMINISTER, this::create));
  }

  private void show(Context context, Principal person) {
    show(context, person, "");
  }

  private void show(Context context, Principal person, String problem) {
    desk.send(
        context,
        person,
        "people/new.jte",
        Requests.texts(context).text("console.people.new"),
        new NewAccountPage(
            GrantForm.field(context, "account"),
            GrantForm.field(context, "name"),
            desk.grantForm(
                context,
                person,
                Map.of(),
                GrantForm.field(context, "role"),
                GrantForm.field(context, "unit"),
                GrantForm.field(context, "division")),
            issuing.address(context),
            problem));
  }

  private void create(Context context, Principal person) {
    Optional<String> problem =
        PeopleDesk.attempt(
            context,
            () -> {
              issuing.typedAddress(context);
              desk.directory()
                  .accounts()
                  .createAll(
                      List.of(
                          new Accounts.Applicant(
                              GrantForm.field(context, "account"),
                              GrantForm.field(context, "name"),
                              GrantForm.read(
                                  context, person.bureau(), desk.words(context, person)))),
                      person.account());
            });
    if (problem.isPresent()) {
      show(context, person, problem.get());
      return;
    }
    String account = GrantForm.field(context, "account");
    issuing.all(
        context,
        person,
        List.of(new Administrator(desk.directory(), person).member(account)),
        AccountPages.link(account));
  }
}
