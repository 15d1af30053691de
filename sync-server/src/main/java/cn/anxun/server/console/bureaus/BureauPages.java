package cn.anxun.server.console.bureaus;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.AccountException;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.AdminTab;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

/**
 * 单位: the bureaus that somebody administers, the present one to rename; whoever administers all of
 * the server may add one.
 */
public final class BureauPages {
  private static final String PATH = AdminTab.BUREAUS.path();

  private final Access access;
  private final Pages pages;
  private final Directory directory;

  public BureauPages(Access access, Pages pages, Directory directory) {
    this.access = access;
    this.pages = pages;
    this.directory = directory;
  }

  public void register(RoutesConfig routes) {
    routes.get(PATH, access.see(Permission.ADMINISTER, this::show));
    routes.post(PATH, access.send(Permission.ADMINISTER, this::add));
    routes.post(PATH + "/{bureau}/name", access.send(Permission.ADMINISTER, this::rename));
  }

  private void show(Context context, Principal person) {
    show(context, person, "");
  }

  private List<String> administered(Principal person) {
    return directory.accounts().listGrants(person.account()).stream()
        .filter(grant -> grant.role() == Role.ADMINISTRATOR)
        .map(Grant::bureau)
        .toList();
  }

  private void show(Context context, Principal person, String problem) {
    Texts texts = Requests.texts(context);
    List<BureausPage.Row> rows =
        administered(person).stream()
            .map(directory.bureaus()::get)
            .map(
                bureau ->
                    new BureausPage.Row(
                        bureau.id(),
                        bureau.name(),
                        bureau.division(),
                        bureau.id().equals(person.bureau())))
            .toList();
    if (!problem.isEmpty()) {
      context.status(HttpStatus.BAD_REQUEST);
    }
    Pages.send(
        context,
        "bureaus/bureaus.jte",
        pages.plain(context, person, Section.ADMIN, AdminTab.BUREAUS.title(texts)),
        new BureausPage(
            rows,
            directory.bureaus().isOverAll(person.account()),
            field(context, "id"),
            field(context, "name"),
            field(context, "division"),
            problem));
  }

  private void add(Context context, Principal person) {
    change(
        context,
        person,
        () ->
            directory
                .bureaus()
                .found(
                    new Bureau(
                        field(context, "id"), field(context, "name"), field(context, "division")),
                    directory.accounts(),
                    person.account()));
  }

  private void rename(Context context, Principal person) {
    String bureau = context.pathParam("bureau");
    if (!bureau.equals(person.bureau())) {
      throw Refusal.of(404, "no-such-bureau", bureau);
    }
    change(
        context,
        person,
        () -> directory.bureaus().rename(bureau, field(context, "name"), person.account()));
  }

  private void change(Context context, Principal person, Runnable work) {
    try {
      work.run();
    } catch (AccountException e) {
      if (e.reason() == AccountException.Reason.NOT_OVER_ALL_BUREAUS) {
        throw Refusal.of(403, e.reason().wire(), e.arguments());
      }
      show(
          context,
          person,
          Requests.texts(context).text("problem." + e.reason().wire(), e.arguments()));
      return;
    }
    context.redirect(PATH, HttpStatus.SEE_OTHER);
  }

  private static String field(Context context, String name) {
    return Requests.typed(context, name);
  }
}
