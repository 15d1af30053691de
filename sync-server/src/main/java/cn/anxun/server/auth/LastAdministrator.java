package cn.anxun.server.auth;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.AccountException.Reason;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** No change may leave a bureau without an administrator who can log in. */
final class LastAdministrator {
  private static final String IN_FORCE =
      " FROM bureau_grant JOIN account ON account.id = account WHERE role = ? AND revoked_at IS"
          + " NULL AND disabled_at IS NULL AND password_hash IS NOT NULL AND ";

  private LastAdministrator() {}

  /**
   * Makes a change about an account, and undoes it with the rest of the transaction where a bureau
   * would lose its last administrator by it.
   *
   * @throws AccountException LAST_ADMINISTRATOR
   */
  static void guard(Handle handle, String account, Runnable change) {
    List<String> bureaus =
        handle
            .createQuery("SELECT bureau" + IN_FORCE + "account = ?")
            .bind(0, Role.ADMINISTRATOR.wire())
            .bind(1, account)
            .mapTo(String.class)
            .list();
    change.run();
    for (String bureau : bureaus) {
      int left =
          handle
              .createQuery("SELECT count(*)" + IN_FORCE + "bureau = ?")
              .bind(0, Role.ADMINISTRATOR.wire())
              .bind(1, bureau)
              .mapTo(Integer.class)
              .one();
      if (left == 0) {
        throw new AccountException(Reason.LAST_ADMINISTRATOR, account, bureau);
      }
    }
  }
}
