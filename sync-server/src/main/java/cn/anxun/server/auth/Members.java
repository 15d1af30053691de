package cn.anxun.server.auth;

import cn.anxun.server.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Who is or was of a bureau, as its ledger has entries of them. */
public final class Members {

  /**
   * An account and what it is, or was, in a bureau.
   *
   * @param current whether the grant is in force; a disabled account's may be
   */
  public record Member(Account account, Grant grant, boolean current) {}

  private static final String QUERY =
      "SELECT "
          + Account.COLUMNS
          + ", bureau, role, unit, bureau_grant.division AS division, version, revoked_at FROM"
          + " bureau_grant JOIN account ON account.id = account WHERE ";

  private final Database database;

  Members(Database database) {
    this.database = database;
  }

  /** Everybody of the bureau, those who left included. */
  public List<Member> list(String bureau) {
    return database.read(
        handle ->
            handle
                .createQuery(QUERY + "bureau = ? ORDER BY id")
                .bind(0, bureau)
                .map((row, context) -> member(row))
                .list());
  }

  public Optional<Member> find(String bureau, String account) {
    return database.read(
        handle ->
            handle
                .createQuery(QUERY + "bureau = ? AND id = ?")
                .bind(0, bureau)
                .bind(1, account)
                .map((row, context) -> member(row))
                .findOne());
  }

  /** The grants of an account that were not taken away, whether it is disabled or not. */
  public List<Grant> listGrants(String account) {
    return database.read(
        handle ->
            handle
                .createQuery(QUERY + "id = ? AND revoked_at IS NULL ORDER BY bureau")
                .bind(0, account)
                .map((row, context) -> member(row).grant())
                .list());
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(Account.read(row), Accounts.grant(row), row.getString("revoked_at") == null);
  }
}
