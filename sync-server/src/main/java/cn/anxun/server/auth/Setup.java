package cn.anxun.server.auth;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.storage.Database;
import java.util.Optional;

/**
 * Makes the first administrator of an empty data directory. Whoever reads the one-time code on the
 * server's own screen is believed; there is no default password.
 */
public final class Setup {
  private final Database database;
  private final Bureaus bureaus;
  private final Accounts accounts;
  private final Passwords passwords;
  private Optional<String> code;

  Setup(Database database, Bureaus bureaus, Accounts accounts, Passwords passwords, Tokens tokens) {
    this.database = database;
    this.passwords = passwords;
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
   * Makes the bureau and its first administrator, together: with an account alone there would be
   * nobody who may do anything, and no code any more.
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
    String hash = passwords.hash(password);
    database.change(
        handle -> {
          if (Accounts.isAnyThere(handle)) {
            // Made at another server over the same database, where another code was told.
            throw new AccountException(AccountException.Reason.BAD_CODE);
          }
          accounts.create(handle, account, displayName, account);
          if (Bureaus.find(handle, bureau.id()).isEmpty()) {
            bureaus.create(handle, bureau, account);
          }
          accounts.setHash(handle, account, hash, false, account);
          accounts.grant(handle, account, Grant.of(bureau.id(), Role.ADMINISTRATOR), account);
        });
    code = Optional.empty();
  }
}
