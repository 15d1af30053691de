package cn.anxun.server.console.door;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Account;
import cn.anxun.server.auth.AccountException;
import cn.anxun.server.auth.Authentication;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Csrf;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.http.LoginDesk;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.http.Web;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/**
 * Changing the own password: wanted, or because an administrator gave the present one out. The
 * present one is asked for again, so that an open browser is not enough.
 */
final class PasswordPages {
  private final Directory directory;
  private final LoginDesk desk;
  private final Csrf csrf;
  private final Browser browser;
  private final Pages pages;

  PasswordPages(Directory directory, LoginDesk desk, Csrf csrf, Browser browser, Pages pages) {
    this.directory = directory;
    this.desk = desk;
    this.csrf = csrf;
    this.browser = browser;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    routes.get("/password", context -> show(context, "", ""));
    routes.post("/password", this::change);
  }

  /** The form, with why it is shown. */
  void show(Context context, String problem, String help) {
    Texts texts = Requests.texts(context);
    Pages.send(
        context,
        "door/form.jte",
        pages.door(context, "console.password.change"),
        new DoorForm(
            "/password",
            problem,
            help.isEmpty() ? texts.text("console.password.help") : help,
            List.of(
                new DoorForm.Input(
                    "account",
                    "account",
                    "text",
                    DoorPages.field(context, "account"),
                    "username",
                    true),
                secret("password.present", "password", "current-password"),
                secret("password.new", "chosen", "new-password"),
                secret("password.again", "again", "new-password"))));
  }

  private static DoorForm.Input secret(String key, String name, String autocomplete) {
    return new DoorForm.Input(key, name, "password", "", autocomplete, true);
  }

  private void change(Context context) {
    csrf.check(context);
    String chosen = DoorPages.field(context, "chosen");
    if (!chosen.equals(DoorPages.field(context, "again"))) {
      refuse(context, 400, Requests.texts(context).text("console.password.differ"));
      return;
    }
    try {
      LoginDesk.Login login =
          desk.changePassword(
              context,
              DoorPages.field(context, "account"),
              DoorPages.field(context, "password"),
              chosen,
              present(context));
      browser.remember(context, login.session());
      browser.know(context, desk.remember(context, login.account()));
      context.redirect(first(login.account()), HttpStatus.SEE_OTHER);
    } catch (AccountException e) {
      refuse(
          context,
          400,
          Requests.texts(context).text("problem." + e.reason().wire(), e.arguments()));
    } catch (Refusal refusal) {
      Web.status(context, refusal);
      show(context, DoorPages.sentence(context, refusal), "");
    }
  }

  /** Who is in with this browser; the change ends the session. */
  private Optional<Principal> present(Context context) {
    return browser
        .token(context)
        .flatMap(
            token ->
                directory.sessions().authenticate(token) instanceof Authentication.Valid valid
                    ? Optional.of(valid.principal())
                    : Optional.empty());
  }

  private void refuse(Context context, int status, String problem) {
    context.status(status);
    show(context, problem, "");
  }

  /** Where somebody gets to at first: with several bureaus, to where they are beside each other. */
  String first(Account account) {
    return directory.accounts().listGrants(account.id()).size() > 1 ? "/bureaus" : "/";
  }
}
