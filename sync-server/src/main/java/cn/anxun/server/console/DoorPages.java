package cn.anxun.server.console;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.AccountException;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.http.ClientAddress;
import cn.anxun.server.http.LoginDesk;
import cn.anxun.server.http.RateLimit;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** The ways in and out: login, a link that shows figures, the first administrator, logout. */
final class DoorPages {
  private final Directory directory;
  private final LoginDesk desk;
  private final RateLimit guesses;
  private final ClientAddress address;
  private final Csrf csrf;
  private final Browser browser;

  DoorPages(
      Directory directory, RateLimit guesses, ClientAddress address, Csrf csrf, Browser browser) {
    this.directory = directory;
    this.desk = new LoginDesk(directory, guesses, address);
    this.guesses = guesses;
    this.address = address;
    this.csrf = csrf;
    this.browser = browser;
  }

  void register(RoutesConfig routes) {
    routes.get("/login", this::loginForm);
    routes.post("/login", this::login);
    routes.post("/logout", this::logout);
    routes.get("/link/{token}", this::follow);
    routes.get("/setup", this::setupForm);
    routes.post("/setup", this::setup);
  }

  private void loginForm(Context context) {
    if (directory.setup().code().isPresent()) {
      context.redirect("/setup", HttpStatus.SEE_OTHER);
      return;
    }
    Texts texts = Requests.texts(context);
    String secret = csrf.give(context);
    Page.send(
        context,
        texts.text("console.login"),
        html -> {
          html.element("h1", texts.text("console.login"));
          Page.form(
              html,
              "/login",
              secret,
              form -> {
                Page.input(form, texts.text("console.account"), "account", "text", "");
                Page.input(form, texts.text("console.password"), "password", "password", "");
                Page.input(form, texts.text("console.bureau-optional"), "bureau", "text", "");
                form.element("button", texts.text("console.login"));
              });
        });
  }

  private void login(Context context) {
    csrf.check(context);
    LoginDesk.Login login =
        desk.login(
            context,
            field(context, "account"),
            field(context, "password"),
            field(context, "bureau"));
    browser.remember(context, login.session());
    context.redirect("/", HttpStatus.SEE_OTHER);
  }

  private void logout(Context context) {
    csrf.check(context);
    browser.token(context).ifPresent(directory.sessions()::end);
    browser.forget(context);
    context.redirect("/login", HttpStatus.SEE_OTHER);
  }

  private void follow(Context context) {
    guesses.check(address.of(context));
    var session = directory.sessions().follow(context.pathParam("token"));
    if (session.isEmpty()) {
      guesses.take(address.of(context));
      throw Refusal.of(403, "link-used");
    }
    browser.remember(context, session.get());
    String to =
        Requests.find(context, "year")
            .map(year -> "/?year=" + Requests.number(context, "year", 0, 2000, 2099))
            .orElse("/");
    context.redirect(to, HttpStatus.SEE_OTHER);
  }

  private void setupForm(Context context) {
    if (directory.setup().code().isEmpty()) {
      throw Refusal.of(404, "not-found");
    }
    Texts texts = Requests.texts(context);
    String secret = csrf.give(context);
    Page.send(
        context,
        texts.text("console.setup"),
        html -> {
          html.element("h1", texts.text("console.setup"));
          html.element("p", texts.text("console.setup-help"));
          Page.form(
              html,
              "/setup",
              secret,
              form -> {
                Page.input(form, texts.text("console.code"), "code", "text", "");
                Page.input(form, texts.text("console.bureau-id"), "bureau", "text", "");
                Page.input(form, texts.text("console.bureau-name"), "bureau_name", "text", "");
                Page.input(form, texts.text("console.division"), "division", "text", "");
                Page.input(form, texts.text("console.account"), "account", "text", "");
                Page.input(form, texts.text("console.name"), "name", "text", "");
                Page.input(form, texts.text("console.password"), "password", "password", "");
                form.element("button", texts.text("console.setup"));
              });
        });
  }

  private void setup(Context context) {
    csrf.check(context);
    String from = address.of(context);
    guesses.check(from);
    try {
      directory
          .setup()
          .complete(
              field(context, "code"),
              new Bureau(
                  field(context, "bureau"),
                  field(context, "bureau_name"),
                  field(context, "division")),
              field(context, "account"),
              field(context, "name"),
              field(context, "password"));
    } catch (AccountException e) {
      if (e.reason() == AccountException.Reason.BAD_CODE) {
        guesses.take(from);
      }
      throw e;
    }
    context.redirect("/login", HttpStatus.SEE_OTHER);
  }

  private static String field(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("").trim();
  }
}
