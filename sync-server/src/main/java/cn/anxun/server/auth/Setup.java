package cn.anxun.server.auth;

import cn.anxun.core.ledger.Role;
import java.util.Optional;

/**
 * Makes the first administrator of an empty data directory. Whoever reads the one-time code on the
 * server's own screen is believed; there is no default password.
 */
public final class Setup {
  private final Bureaus bureaus;
  private final Accounts accounts;
  private Optional<String> code;

  Setup(Bureaus bureaus, Accounts accounts, Tokens tokens) {
    this.bureaus = bureaus;
    this.accounts = accounts;
    this.code = accounts.list().isEmpty() ? Optional.of(tokens.code()) : Optional.empty();
  }

  /** The code, as long as it is needed. */
  public synchronized Optional<String> code() {
    if (code.isPresent() && !accounts.list().isEmpty()) {
      code = Optional.empty();
    }
    return code;
  }

  /**
   * Makes the bureau and its first administrator.
   *
   * @throws AccountException BAD_CODE where it is not the code, or not needed any more; else what
   *     is wrong with the rest, and nothing was made
   */
  public synchronized void complete(
      String typed, Bureau bureau, String account, String displayName, String password) {
    Optional<String> wanted = code();
    if (wanted.isEmpty() || !Tokens.sameCode(typed, wanted.get())) {
      throw new AccountException(AccountException.Reason.BAD_CODE);
    }
    if (!Passwords.isStrong(password)) {
      throw Passwords.tooWeak();
    }
    if (!Accounts.isId(account) || !Accounts.isDisplayName(displayName)) {
      throw new AccountException(AccountException.Reason.BAD_ACCOUNT_NAME, account);
    }
    if (bureaus.find(bureau.id()).isEmpty()) {
      bureaus.create(bureau, account);
    }
    accounts.create(account, displayName, account);
    accounts.setPassword(account, password, account);
    accounts.grant(account, Grant.of(bureau.id(), Role.ADMINISTRATOR), account);
    code = Optional.empty();
  }
}
