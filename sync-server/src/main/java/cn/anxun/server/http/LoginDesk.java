package cn.anxun.server.http;

import cn.anxun.server.auth.Account;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.LoginOutcome;
import cn.anxun.server.auth.Sessions;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;

/** Lets people in with name and password, by the API or by the browser's form. */
public final class LoginDesk {

  /** Somebody who is in. */
  public record Login(Account account, Grant grant, Sessions.Started session) {}

  private final Directory directory;
  private final RateLimit guesses;
  private final ClientAddress address;

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
    String from = address.of(context);
    guesses.check(from);
    LoginOutcome outcome = directory.logins().login(name, password);
    if (outcome instanceof LoginOutcome.Locked locked) {
      guesses.take(from);
      throw Refusal.of(423, "account-locked", locked.until().toString());
    }
    if (!(outcome instanceof LoginOutcome.Accepted accepted)) {
      guesses.take(from);
      throw Refusal.of(401, "login-refused");
    }
    Account account = accepted.account();
    List<Grant> grants = directory.accounts().listGrants(account.id());
    if (grants.isEmpty()) {
      throw Refusal.of(403, "no-bureau");
    }
    if (bureau.isEmpty() && grants.size() > 1) {
      throw Refusal.ofField(
          400,
          "which-bureau",
          "bureau",
          grants.stream().map(Grant::bureau).collect(Collectors.joining(", ")));
    }
    Grant grant =
        grants.stream()
            .filter(one -> bureau.isEmpty() || one.bureau().equals(bureau))
            .findFirst()
            .orElseThrow(() -> Refusal.of(403, "no-bureau"));
    return new Login(account, grant, directory.sessions().start(account.id(), grant.bureau()));
  }
}
