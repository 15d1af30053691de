package cn.anxun.server.console.page;

import cn.anxun.server.auth.Principal;
import cn.anxun.server.auth.Tokens;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/**
 * Proof that a form was sent from our own page: a secret in a cookie and in the form, which another
 * site can read neither of. The session's cookie alone would be sent by the browser whoever wrote
 * the form. A form also carries for whom, and in which bureau, it was made: one that still stands
 * in another window after the person went on in another bureau must not be written into that one.
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

  /** The proof for the forms of a page of this person. */
  String give(Context context, Principal person) {
    return give(context) + scope(person);
  }

  private static String scope(Principal person) {
    return '.' + person.account() + '@' + person.bureau();
  }

  /** The proof for forms of nobody: the secret, kept in the browser until it is closed. */
  String give(Context context) {
    String known = context.cookie(COOKIE);
    if (known != null && known.length() > 20) {
      return known;
    }
    String secret = tokens.token();
    context.cookie(new Cookie(COOKIE, secret, "/", -1, encrypted, true, null, SameSite.STRICT));
    return secret;
  }

  /**
   * Looks whether the form came from our page, whoever it was made for: for what is done at the
   * door alone, and changes nothing in a bureau.
   *
   * @throws Refusal 403; 400 where a field, or the name of a file, holds the character U+0000
   */
  public void check(Context context) {
    String field = field(context);
    int end = field.indexOf('.');
    requireSecret(context, end < 0 ? field : field.substring(0, end));
    Requests.requireNoZeroInForm(context);
  }

  /**
   * Looks whether the form came from a page of ours that was made for this person in this bureau.
   *
   * @throws Refusal 403; 400 where a field, or the name of a file, holds the character U+0000
   */
  void check(Context context, Principal person) {
    String field = field(context);
    String scope = scope(person);
    if (!field.endsWith(scope)) {
      throw expired();
    }
    requireSecret(context, field.substring(0, field.length() - scope.length()));
    Requests.requireNoZeroInForm(context);
  }

  private static String field(Context context) {
    String field = context.formParam(FIELD);
    if (field == null) {
      throw expired();
    }
    return field;
  }

  private static void requireSecret(Context context, String told) {
    String cookie = context.cookie(COOKIE);
    if (cookie == null || !Tokens.same(cookie, told)) {
      throw expired();
    }
  }

  private static Refusal expired() {
    return Refusal.of(403, "form-expired");
  }
}
