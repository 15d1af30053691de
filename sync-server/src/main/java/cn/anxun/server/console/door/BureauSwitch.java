package cn.anxun.server.console.door;

import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Authentication;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Sessions;
import cn.anxun.server.console.page.Csrf;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Goes on in another bureau of the same account, under a new session: what the browser held before
 * is worth nothing any more. May lead to a figure there.
 */
final class BureauSwitch {
  private static final Pattern FIGURE = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  private final Directory directory;
  private final Csrf csrf;
  private final Browser browser;

  BureauSwitch(Directory directory, Csrf csrf, Browser browser) {
    this.directory = directory;
    this.csrf = csrf;
    this.browser = browser;
  }

  void register(RoutesConfig routes) {
    routes.post("/bureau", this::move);
  }

  private void move(Context context) {
    csrf.check(context);
    String token = browser.token(context).orElseThrow(() -> Gate.unknown(context));
    if (!(directory.sessions().authenticate(token) instanceof Authentication.Valid valid)) {
      throw Gate.unknown(context);
    }
    String bureau = DoorPages.field(context, "bureau");
    Sessions.Started session =
        directory.sessions().move(token, bureau).orElseThrow(() -> Refusal.of(403, "no-bureau"));
    directory
        .audit()
        .record(
            AuditEvent.of(valid.principal().account(), "bureau-entered")
                .in(bureau)
                .saying(valid.principal().bureau()));
    browser.remember(context, session);
    context.redirect(target(context), HttpStatus.SEE_OTHER);
  }

  /** A page of ours alone, put together from what is looked at. */
  private static String target(Context context) {
    String figure = DoorPages.field(context, "figure");
    if (!FIGURE.matcher(figure).matches()) {
      return "/";
    }
    Optional<LocalDate> from = Requests.day(DoorPages.field(context, "from"));
    Optional<LocalDate> until = Requests.day(DoorPages.field(context, "until"));
    return "/figures/"
        + figure
        + (from.isPresent() && until.isPresent()
            ? "?from=" + from.get() + "&until=" + until.get()
            : "");
  }
}
