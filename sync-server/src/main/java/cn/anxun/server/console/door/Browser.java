package cn.anxun.server.console.door;

import cn.anxun.server.auth.KnownBrowsers;
import cn.anxun.server.auth.Sessions;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.LoginDesk;
import cn.anxun.server.http.Requests;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;

/**
 * The session of a browser, in a cookie that no script can read and no other site can send with a
 * form.
 */
final class Browser {
  private final boolean encrypted;

  Browser(boolean encrypted) {
    this.encrypted = encrypted;
  }

  void remember(Context context, Sessions.Started session) {
    context.cookie(cookie(session.token(), -1));
  }

  /** Is known by this secret to the account that has logged in, whose tries count apart. */
  void know(Context context, String secret) {
    int seconds = (int) KnownBrowsers.KNOWN.toSeconds();
    context.cookie(
        new Cookie(
            LoginDesk.BROWSER, secret, "/", seconds, encrypted, true, null, SameSite.STRICT));
  }

  void forget(Context context) {
    context.cookie(cookie("", 0));
  }

  /** Shows pages in this language from now on. */
  void speak(Context context, String language) {
    int year = (int) Duration.ofDays(365).toSeconds();
    context.cookie(
        new Cookie(Requests.LANGUAGE, language, "/", year, encrypted, true, null, SameSite.LAX));
  }

  Optional<String> token(Context context) {
    return Optional.ofNullable(context.cookie(Gate.COOKIE)).filter(token -> !token.isEmpty());
  }

  private Cookie cookie(String value, int maxAge) {
    return new Cookie(Gate.COOKIE, value, "/", maxAge, encrypted, true, null, SameSite.LAX);
  }
}
