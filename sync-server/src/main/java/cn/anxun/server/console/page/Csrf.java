package cn.anxun.server.console.page;

import cn.anxun.server.auth.Tokens;
import cn.anxun.server.http.Refusal;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/**
 * Proof that a form was sent from our own page: a secret in a cookie and in the form, which another
 * site can read neither of. The session's cookie alone would be sent by the browser whoever wrote
 * the form.
 */
public final class Csrf {
  public static final String FIELD = "csrf";
  private static final String COOKIE = "anxun_form";

  private final Tokens tokens;
  private final boolean encrypted;

  public Csrf(Tokens tokens, boolean encrypted) {
    this.tokens = tokens;
    this.encrypted = encrypted;
  }

  /** The secret for the forms of this page; kept in the browser until it is closed. */
  public String give(Context context) {
    String known = context.cookie(COOKIE);
    if (known != null && known.length() > 20) {
      return known;
    }
    String secret = tokens.token();
    context.cookie(new Cookie(COOKIE, secret, "/", -1, encrypted, true, null, SameSite.STRICT));
    return secret;
  }

  /**
   * Looks whether the form came from our page.
   *
   * @throws Refusal 403
   */
  public void check(Context context) {
    String cookie = context.cookie(COOKIE);
    String field = context.formParam(FIELD);
    if (cookie == null || field == null || !Tokens.same(cookie, field)) {
      throw Refusal.of(403, "form-expired");
    }
  }
}
