package cn.anxun.server.http;

import cn.anxun.server.auth.Account;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.LoginOutcome;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.auth.Sessions;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lets people in with name and password, by the API or by the browser's form. */
public final class LoginDesk {
  /** The code of the refusal where an administrator gave the password out. */
  public static final String MUST_CHANGE = "password-must-change";

  /** Somebody who is in. */
  public record Login(Account account, Grant grant, Sessions.Started session) {}

  private final Directory directory;
  private final RateLimit guesses;
  private final ClientAddress address;

  /** The cookie by which a browser is known in which somebody has logged in before. */
  public static final String BROWSER = "anxun_browser";

  /**
   * @param guesses how many failures an address may have
   */
  public LoginDesk(Directory directory, RateLimit guesses, ClientAddress address) {
    this.directory = directory;
    this.guesses = guesses;
    this.address = address;
  }

  /**
   * Starts a session.
   *
   * @param bureau "" where the account has one alone
   * @throws Refusal where it may not be started; the same for a wrong name and a wrong password
   */
  public Login login(Context context, String name, String password, String bureau) {
    LoginOutcome.Accepted in = accepted(context, name, password);
    List<Grant> grants = grants(in.account());
    if (bureau.isEmpty() && grants.size() > 1) {
      throw Refusal.ofField(
          400,
          "which-bureau",
          "bureau",
          grants.stream().map(Grant::bureau).collect(Collectors.joining(", ")));
    }
    return start(in, grants, bureau);
  }

  /** The same; where several bureaus are to choose from, in the first that shows figures. */
  public Login loginToAny(Context context, String name, String password, String bureau) {
    LoginOutcome.Accepted in = accepted(context, name, password);
    return start(in, grants(in.account()), bureau);
  }

  /**
   * Changes the own password and starts a session with the new one. Where the account may go to no
   * bureau the password stays as it was.
   *
   * @param present who is in; stays in the same bureau
   * @throws Refusal as {@link #login}
   * @throws cn.anxun.server.auth.AccountException where the new one may not be
   */
  public Login changePassword(
      Context context, String name, String password, String chosen, Optional<Principal> present) {
    LoginOutcome.Accepted in =
        passed(
            context,
            name,
            known -> directory.logins().change(name, password, chosen, known, this::grants));
    String bureau =
        present
            .filter(person -> !person.readOnly() && person.account().equals(in.account().id()))
            .map(Principal::bureau)
            .orElse("");
    return start(in, grants(in.account()), bureau);
  }

  /** The secret by which the browser is known from now on, to be kept in {@link #BROWSER}. */
  public String remember(Context context, Account account) {
    return directory.browsers().remember(account.id(), browser(context));
  }

  private static Optional<String> browser(Context context) {
    return Optional.ofNullable(context.cookie(BROWSER)).filter(secret -> !secret.isEmpty());
  }

  private LoginOutcome.Accepted accepted(Context context, String name, String password) {
    LoginOutcome.Accepted in =
        passed(context, name, known -> directory.logins().login(name, password, known));
    if (in.account().credential().mustChange()) {
      throw Refusal.of(403, MUST_CHANGE);
    }
    return in;
  }

  /** A try is taken before the password is looked at, and given back where it is the right one. */
  private LoginOutcome.Accepted passed(
      Context context, String name, Function<Optional<String>, LoginOutcome> attempt) {
    Optional<String> known = directory.browsers().key(name, browser(context));
    String from = known.orElseGet(() -> "login from " + address.of(context));
    guesses.take(from);
    LoginOutcome outcome = attempt.apply(known);
    if (outcome instanceof LoginOutcome.Locked locked) {
      throw Refusal.of(423, "account-locked", locked.until().toString())
          .retryAfter((int) Math.max(1, locked.left().toSeconds()));
    }
    if (!(outcome instanceof LoginOutcome.Accepted accepted)) {
      throw refused();
    }
    guesses.giveBack(from);
    return accepted;
  }

  private static Refusal refused() {
    return Refusal.of(401, "login-refused");
  }

  private List<Grant> grants(Account account) {
    List<Grant> grants = directory.accounts().listGrants(account.id());
    if (grants.isEmpty()) {
      throw Refusal.of(403, "no-bureau");
    }
    return grants;
  }

  private Login start(LoginOutcome.Accepted in, List<Grant> grants, String bureau) {
    Grant grant =
        grants.stream()
            .filter(one -> bureau.isEmpty() || one.bureau().equals(bureau))
            .min(Comparator.comparing(one -> !seesFigures(one)))
            .orElseThrow(() -> Refusal.of(403, "no-bureau"));
    Sessions.Started session =
        directory.sessions().start(in, grant.bureau()).orElseThrow(LoginDesk::refused);
    return new Login(in.account(), grant, session);
  }

  private static boolean seesFigures(Grant grant) {
    return Permission.of(grant.role()).contains(Permission.SEE_FIGURES);
  }
}
