package cn.anxun.server.console.door;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.console.page.Csrf;
import cn.anxun.server.console.page.Frame;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.http.ClientAddress;
import cn.anxun.server.http.LoginDesk;
import cn.anxun.server.http.RateLimit;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.http.Web;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

/** The ways in and out: login, a link that shows figures, the first administrator, logout. */
public final class DoorPages {
  private static final String FORM = "door/form.jte";

  private final Directory directory;
  private final LoginDesk desk;
  private final RateLimit guesses;
  private final ClientAddress address;
  private final Csrf csrf;
  private final Browser browser;
  private final Pages pages;
  private final PasswordPages passwords;
  private final BureauSwitch switching;

  public DoorPages(
      Directory directory,
      RateLimit guesses,
      ClientAddress address,
      Csrf csrf,
      Pages pages,
      boolean encrypted) {
    this.directory = directory;
    this.desk = new LoginDesk(directory, guesses, address);
    this.guesses = guesses;
    this.address = address;
    this.csrf = csrf;
    this.browser = new Browser(encrypted);
    this.pages = pages;
    this.switching = new BureauSwitch(directory, csrf, browser);
    this.passwords = new PasswordPages(directory, desk, csrf, browser, pages);
  }

  public void register(RoutesConfig routes) {
    List.of("/login", "/logout", "/language", "/password", "/bureau", "/setup")
        .forEach(door -> routes.before(door, DoorPages::refuseFiles));
    routes.get("/login", this::loginForm);
    routes.post("/login", this::login);
    routes.post("/logout", this::logout);
    routes.post("/language", this::language);
    routes.get("/link/{token}", this::follow);
    passwords.register(routes);
    switching.register(routes);
    routes.get("/setup", this::setupForm);
    routes.post("/setup", this::setup);
  }

  /** Nobody brings a file before it is known who it is: reading one takes memory. */
  private static void refuseFiles(Context context) {
    if (context.isMultipart()) {
      throw Refusal.of(400, "bad-request");
    }
  }

  private void loginForm(Context context) {
    if (directory.setup().code().isPresent()) {
      context.redirect("/setup", HttpStatus.SEE_OTHER);
      return;
    }
    login(context, pages.door(context, "console.login"), "");
  }

  private static void login(Context context, Frame frame, String problem) {
    Pages.send(
        context,
        FORM,
        frame,
        new DoorForm(
            "/login",
            problem,
            "",
            List.of(
                input(context, "account", "username"),
                new DoorForm.Input(
                    "password", "password", "password", "", "current-password", true),
                new DoorForm.Input(
                    "bureau-optional",
                    "bureau",
                    "text",
                    field(context, "bureau"),
                    "organization",
                    false))));
  }

  private void login(Context context) {
    csrf.check(context);
    String bureau = field(context, "bureau");
    LoginDesk.Login login;
    try {
      login =
          desk.loginToAny(context, field(context, "account"), field(context, "password"), bureau);
      // What this browser was in before must not go on beside it.
      browser.token(context).ifPresent(directory.sessions()::end);
      browser.remember(context, login.session());
      browser.know(context, desk.remember(context, login.account()));
    } catch (Refusal refusal) {
      if (refusal.code().equals(LoginDesk.MUST_CHANGE)) {
        passwords.show(context, "", sentence(context, refusal));
        return;
      }
      Web.status(context, refusal);
      login(context, pages.door(context, "console.login"), sentence(context, refusal));
      return;
    }
    context.redirect(
        bureau.isEmpty() ? passwords.first(login.account()) : "/", HttpStatus.SEE_OTHER);
  }

  static String sentence(Context context, Refusal refusal) {
    return refusal.problem(Requests.texts(context)).detail();
  }

  private void logout(Context context) {
    csrf.check(context);
    browser.token(context).ifPresent(directory.sessions()::end);
    browser.forget(context);
    context.redirect("/login", HttpStatus.SEE_OTHER);
  }

  private void language(Context context) {
    csrf.check(context);
    browser.speak(context, field(context, "language").equals("en") ? "en" : "zh");
    context.redirect("/", HttpStatus.SEE_OTHER);
  }

  private void follow(Context context) {
    String from = "link from " + address.of(context);
    guesses.take(from);
    var session = directory.sessions().follow(context.pathParam("token"));
    if (session.isEmpty()) {
      throw Refusal.of(403, "link-used");
    }
    guesses.giveBack(from);
    browser.token(context).ifPresent(directory.sessions()::end);
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
    Pages.send(
        context,
        FORM,
        pages.door(context, "console.setup"),
        new DoorForm(
            "/setup",
            "",
            texts.text("console.setup-help"),
            List.of(
                new DoorForm.Input("code", "code", "text", "", "off", true),
                new DoorForm.Input("bureau-id", "bureau", "text", "", "off", true),
                new DoorForm.Input("bureau-name", "bureau_name", "text", "", "organization", true),
                new DoorForm.Input("division", "division", "text", "", "off", true),
                input(context, "account", "username"),
                new DoorForm.Input("name", "name", "text", "", "name", true),
                new DoorForm.Input("password", "password", "password", "", "new-password", true))));
  }

  private static DoorForm.Input input(Context context, String name, String autocomplete) {
    return new DoorForm.Input(name, name, "text", field(context, name), autocomplete, true);
  }

  private void setup(Context context) {
    csrf.check(context);
    guesses.ofCode(
        "setup from " + address.of(context),
        () -> {
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
          return true;
        });
    context.redirect("/login", HttpStatus.SEE_OTHER);
  }

  static String field(Context context, String name) {
    return Requests.typed(context, name);
  }
}
