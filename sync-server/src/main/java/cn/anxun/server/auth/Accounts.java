package cn.anxun.server.auth;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.AccountException.Reason;
import cn.anxun.server.storage.SqliteDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** The accounts and what each may do in which bureau. Every change is audited with it. */
public final class Accounts {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern DIVISION = Pattern.compile("\\d{6,24}");
  private static final String GRANT_COLUMNS = "bureau, role, unit, division, version";

  private final SqliteDatabase database;
  private final Clock clock;
  private final Passwords passwords;

  Accounts(SqliteDatabase database, Clock clock, Passwords passwords) {
    this.database = database;
    this.clock = clock;
    this.passwords = passwords;
  }

  /**
   * Adds an account that cannot log in with a password yet.
   *
   * @throws AccountException where the name is taken or not of its form
   */
  public void create(String id, String displayName, String actor) {
    if (!ID.matcher(id).matches() || displayName.isBlank()) {
      throw new AccountException(Reason.BAD_ACCOUNT_NAME, id);
    }
    database.change(
        handle -> {
          if (find(handle, id).isPresent()) {
            throw new AccountException(Reason.ACCOUNT_EXISTS, id);
          }
          handle.execute(
              "INSERT INTO account (id, display_name, created_at) VALUES (?, ?, ?)",
              id,
              displayName,
              Timestamps.text(clock.instant()));
          Audit.record(handle, clock, AuditEvent.of(actor, "account-created").about(id));
        });
  }

  /**
   * Sets the password and lifts a lock.
   *
   * @throws AccountException where it is weak, or there is no such account
   */
  public void setPassword(String id, String password, String actor) {
    if (!Passwords.isStrong(password)) {
      throw Passwords.tooWeak();
    }
    String hash = passwords.hash(password);
    database.change(
        handle -> {
          Account account = get(handle, id);
          handle.execute("UPDATE account SET password_hash = ? WHERE id = ?", hash, account.id());
          handle.execute("DELETE FROM login_failure WHERE name = ?", account.id());
          Audit.record(handle, clock, AuditEvent.of(actor, "password-set").about(account.id()));
        });
  }

  /**
   * Gives the account a new random password and lifts a lock.
   *
   * @return the password, told this once
   */
  public String resetPassword(String id, String actor) {
    String password = passwords.random();
    setPassword(id, password, actor);
    return password;
  }

  /** Disables the account, or enables it again. */
  public void setDisabled(String id, boolean disabled, String actor) {
    database.change(
        handle -> {
          Account account = get(handle, id);
          handle.execute(
              "UPDATE account SET disabled_at = ? WHERE id = ?",
              disabled ? Timestamps.text(clock.instant()) : null,
              account.id());
          Audit.record(
              handle,
              clock,
              AuditEvent.of(actor, disabled ? "account-disabled" : "account-enabled")
                  .about(account.id()));
        });
  }

  /**
   * Makes the account what the grant says, in its bureau; the version of the grant given is not
   * looked at.
   *
   * @throws AccountException where there is no such account or bureau, or a grid worker has no
   *     division
   */
  public void grant(String id, Grant grant, String actor) {
    if (grant.role() == Role.GRID_WORKER && grant.division().isEmpty()) {
      throw new AccountException(Reason.NEEDS_DIVISION, id);
    }
    if (!grant.division().isEmpty() && !DIVISION.matcher(grant.division()).matches()) {
      throw new AccountException(Reason.BAD_DIVISION, grant.division());
    }
    database.change(
        handle -> {
          Account account = get(handle, id);
          Bureaus.get(handle, grant.bureau());
          handle.execute(
              """
              INSERT INTO bureau_grant (account, bureau, role, unit, division) VALUES (?, ?, ?, ?, ?)
              ON CONFLICT (account, bureau) DO UPDATE SET
                role = excluded.role, unit = excluded.unit, division = excluded.division, version = version + 1, revoked_at = NULL
              """,
              account.id(),
              grant.bureau(),
              grant.role().wire(),
              grant.unit(),
              grant.division());
          String scope = grant.division().isEmpty() ? "" : " " + grant.division();
          Audit.record(
              handle,
              clock,
              AuditEvent.of(actor, "granted")
                  .in(grant.bureau())
                  .about(account.id())
                  .saying(grant.role().wire() + scope));
        });
  }

  /** Takes away what the account may do in the bureau. */
  public void revokeGrant(String id, String bureau, String actor) {
    database.change(
        handle -> {
          Account account = get(handle, id);
          int changed =
              handle.execute(
                  "UPDATE bureau_grant SET revoked_at = ?, version = version + 1 WHERE account = ?"
                      + " AND bureau = ? AND revoked_at IS NULL",
                  Timestamps.text(clock.instant()),
                  account.id(),
                  bureau);
          if (changed == 0) {
            throw new AccountException(Reason.NO_GRANT, account.id(), bureau);
          }
          Audit.record(
              handle, clock, AuditEvent.of(actor, "grant-revoked").in(bureau).about(account.id()));
        });
  }

  /** What people call the account; its id where there is none. */
  public String displayName(String id) {
    return find(id).map(Account::displayName).orElse(id);
  }

  public Optional<Account> find(String id) {
    return database.read(handle -> find(handle, id));
  }

  public List<Account> list() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT id, display_name, disabled_at FROM account ORDER BY id")
                .map((row, context) -> account(row))
                .list());
  }

  /** An account and what it is, or was, in a bureau. */
  public record Member(Account account, Grant grant) {}

  /** Everybody who is or was of the bureau, as its ledger has entries of them. */
  public List<Member> listMembers(String bureau) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id, display_name, disabled_at, bureau, role, unit,"
                        + " bureau_grant.division AS division, version FROM bureau_grant JOIN"
                        + " account ON account.id = account WHERE bureau = ? ORDER BY id")
                .bind(0, bureau)
                .map((row, context) -> new Member(account(row), grant(row)))
                .list());
  }

  /** What the account may do, bureau by bureau; none for a disabled or unknown account. */
  public List<Grant> listGrants(String id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + GRANT_COLUMNS
                        + " FROM bureau_grant JOIN account ON account.id = account WHERE account ="
                        + " ? AND revoked_at IS NULL AND disabled_at IS NULL ORDER BY bureau")
                .bind(0, id)
                .map((row, context) -> grant(row))
                .list());
  }

  static Optional<Account> find(Handle handle, String id) {
    return handle
        .createQuery("SELECT id, display_name, disabled_at FROM account WHERE id = ?")
        .bind(0, id)
        .map((row, context) -> account(row))
        .findOne();
  }

  static Account get(Handle handle, String id) {
    return find(handle, id).orElseThrow(() -> new AccountException(Reason.NO_SUCH_ACCOUNT, id));
  }

  static Grant grant(ResultSet row) throws SQLException {
    return new Grant(
        row.getString("bureau"),
        Role.find(row.getString("role")).orElse(Role.GRID_WORKER),
        row.getString("unit"),
        row.getString("division"),
        row.getLong("version"));
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("id"), row.getString("display_name"), row.getString("disabled_at") != null);
  }
}
