package cn.anxun.server.auth;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.AccountException.Reason;
import cn.anxun.server.storage.Database;
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
  private static final NameRule DISPLAY_NAME = new NameRule(64);
  private static final String GRANT_COLUMNS = "bureau, role, unit, division, version";

  private final Database database;
  private final Clock clock;
  private final Passwords passwords;

  Accounts(Database database, Clock clock, Passwords passwords) {
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
    database.change(handle -> create(handle, id, displayName, actor));
  }

  /** An account that is to be made. */
  public record Applicant(String id, String displayName, Grant grant) {}

  /**
   * Adds these accounts with their grants, all or none.
   *
   * @throws AccountException what is wrong with the first that cannot be made
   */
  public void createAll(List<Applicant> applicants, String actor) {
    database.change(
        handle -> {
          for (Applicant applicant : applicants) {
            create(handle, applicant.id(), applicant.displayName(), actor);
            grant(handle, applicant.id(), applicant.grant(), actor);
          }
        });
  }

  void create(Handle handle, String id, String displayName, String actor) {
    if (!isId(id) || !isDisplayName(displayName)) {
      throw new AccountException(Reason.BAD_ACCOUNT_NAME, id);
    }
    if (find(handle, id).isPresent()) {
      throw new AccountException(Reason.ACCOUNT_EXISTS, id);
    }
    handle.execute(
        "INSERT INTO account (id, display_name, created_at) VALUES (?, ?, ?)",
        id,
        displayName,
        Timestamps.text(clock.instant()));
    Audit.record(handle, clock, AuditEvent.of(actor, "account-created").about(id));
  }

  /** Whether an account may have this name. */
  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** Whether people may be called so. */
  public static boolean isDisplayName(String name) {
    return DISPLAY_NAME.allows(name);
  }

  /**
   * Changes what people know the account as; what it did before is shown by the new name too.
   *
   * @throws AccountException where the name is empty or too long, or there is no such account
   */
  public void rename(String id, String displayName, String actor) {
    if (!isDisplayName(displayName)) {
      throw new AccountException(Reason.BAD_ACCOUNT_NAME, id);
    }
    database.change(
        handle -> {
          Account account = get(handle, id);
          handle.execute(
              "UPDATE account SET display_name = ? WHERE id = ?", displayName, account.id());
          Audit.record(handle, clock, AuditEvent.of(actor, "account-renamed").about(account.id()));
        });
  }

  /**
   * Sets the password, lifts a lock and ends the sessions of the account.
   *
   * @throws AccountException where it is weak, or there is no such account
   */
  public void setPassword(String id, String password, String actor) {
    setPassword(id, password, false, actor);
  }

  private void setPassword(String id, String password, boolean mustChange, String actor) {
    if (!Passwords.isStrong(password)) {
      throw Passwords.tooWeak();
    }
    setHash(id, passwords.hash(password), mustChange, actor);
  }

  void setHash(String id, String hash, boolean mustChange, String actor) {
    database.change(handle -> setHash(handle, id, hash, mustChange, actor));
  }

  void setHash(Handle handle, String id, String hash, boolean mustChange, String actor) {
    Account account = get(handle, id);
    handle.execute(
        "UPDATE account SET password_hash = ?, must_change = ?, password_set_at = ? WHERE id = ?",
        hash,
        mustChange,
        Timestamps.text(clock.instant()),
        account.id());
    handle.execute("DELETE FROM login_failure WHERE name = ?", account.id());
    KnownBrowsers.forget(handle, account.id());
    LiveSessions.end(handle, account.id());
    Audit.record(handle, clock, AuditEvent.of(actor, "password-set").about(account.id()));
  }

  /**
   * Gives the account a new random password, which its owner must change at the next login.
   *
   * @return the password, told this once
   */
  public String resetPassword(String id, String actor) {
    String password = passwords.random();
    setPassword(id, password, true, actor);
    return password;
  }

  /**
   * Disables the account, which ends its sessions, or enables it again.
   *
   * @throws AccountException where a bureau would be left without an administrator
   */
  public void setDisabled(String id, boolean disabled, String actor) {
    database.change(
        handle -> {
          Account account = get(handle, id);
          LastAdministrator.guard(
              handle,
              account.id(),
              () ->
                  handle.execute(
                      "UPDATE account SET disabled_at = ? WHERE id = ?",
                      disabled ? Timestamps.text(clock.instant()) : null,
                      account.id()));
          LiveSessions.end(handle, account.id());
          Audit.record(
              handle,
              clock,
              AuditEvent.of(actor, disabled ? "account-disabled" : "account-enabled")
                  .about(account.id()));
        });
  }

  /**
   * Makes the account what the grant says, in its bureau, which ends its sessions there; the
   * version of the grant given is not looked at.
   *
   * @throws AccountException where there is no such account or bureau, a grid worker has no
   *     division, or the bureau would be left without an administrator
   */
  public void grant(String id, Grant grant, String actor) {
    database.change(handle -> grant(handle, id, grant, actor));
  }

  void grant(Handle handle, String id, Grant grant, String actor) {
    if (grant.role() == Role.GRID_WORKER && grant.division().isEmpty()) {
      throw new AccountException(Reason.NEEDS_DIVISION, id);
    }
    if (!isDivision(grant.division())) {
      throw new AccountException(Reason.BAD_DIVISION, grant.division());
    }
    Account account = get(handle, id);
    Bureaus.get(handle, grant.bureau());
    LastAdministrator.guard(
        handle,
        account.id(),
        () ->
            handle.execute(
                """
                INSERT INTO bureau_grant (account, bureau, role, unit, division) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (account, bureau) DO UPDATE SET
                  role = excluded.role, unit = excluded.unit, division = excluded.division, version = bureau_grant.version + 1, revoked_at = NULL
                """,
                account.id(),
                grant.bureau(),
                grant.role().wire(),
                grant.unit(),
                grant.division()));
    LiveSessions.end(handle, account.id(), grant.bureau());
    String scope = grant.division().isEmpty() ? "" : " " + grant.division();
    Audit.record(
        handle,
        clock,
        AuditEvent.of(actor, "granted")
            .in(grant.bureau())
            .about(account.id())
            .saying(grant.role().wire() + scope));
  }

  /** Whether a grant may be for this division: 6 to 24 digits, or "". */
  public static boolean isDivision(String code) {
    return code.isEmpty() || DIVISION.matcher(code).matches();
  }

  /** Takes away what the account may do in the bureau, which ends its sessions there. */
  public void revokeGrant(String id, String bureau, String actor) {
    database.change(
        handle -> {
          Account account = get(handle, id);
          LastAdministrator.guard(handle, account.id(), () -> revoke(handle, account, bureau));
          LiveSessions.end(handle, account.id(), bureau);
          Audit.record(
              handle, clock, AuditEvent.of(actor, "grant-revoked").in(bureau).about(account.id()));
        });
  }

  /** What people call the account; its id where there is none. */
  public String displayName(String id) {
    return find(id).map(Account::displayName).orElse(id);
  }

  private void revoke(Handle handle, Account account, String bureau) {
    int changed =
        handle.execute(
            "UPDATE bureau_grant SET revoked_at = ?, version = version + 1 WHERE account = ? AND"
                + " bureau = ? AND revoked_at IS NULL",
            Timestamps.text(clock.instant()),
            account.id(),
            bureau);
    if (changed == 0) {
      throw new AccountException(Reason.NO_GRANT, account.id(), bureau);
    }
  }

  public Optional<Account> find(String id) {
    return database.read(handle -> find(handle, id));
  }

  public List<Account> list() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT " + Account.COLUMNS + " FROM account ORDER BY id")
                .map((row, context) -> Account.read(row))
                .list());
  }

  /** What the account may do, bureau by bureau; none for a disabled or unknown account. */
  public List<Grant> listGrants(String id) {
    return database.read(handle -> listGrants(handle, id));
  }

  static List<Grant> listGrants(Handle handle, String id) {
    return handle
        .createQuery(
            "SELECT "
                + GRANT_COLUMNS
                + " FROM bureau_grant JOIN account ON account.id = account WHERE account ="
                + " ? AND revoked_at IS NULL AND disabled_at IS NULL ORDER BY bureau")
        .bind(0, id)
        .map((row, context) -> grant(row))
        .list();
  }

  static boolean isAnyThere(Handle handle) {
    return handle.createQuery("SELECT EXISTS (SELECT 1 FROM account)").mapTo(Boolean.class).one();
  }

  static Optional<Account> find(Handle handle, String id) {
    return handle
        .createQuery("SELECT " + Account.COLUMNS + " FROM account WHERE id = ?")
        .bind(0, id)
        .map((row, context) -> Account.read(row))
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
}
