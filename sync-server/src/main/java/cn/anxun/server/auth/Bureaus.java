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

/** The bureaus of this server. */
public final class Bureaus {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,47}");
  private static final Pattern DIVISION = Pattern.compile("(\\d{6,20})?");
  private static final NameRule NAME = new NameRule(80);
  private static final String COLUMNS = "id, name, division";

  private final Database database;
  private final Clock clock;

  Bureaus(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Adds a bureau; its ledger's file is made when it is first used.
   *
   * @throws AccountException where the id is taken or not of its form
   */
  public void create(Bureau bureau, String actor) {
    database.change(handle -> create(handle, bureau, actor));
  }

  void create(Handle handle, Bureau bureau, String actor) {
    if (!ID.matcher(bureau.id()).matches() || !NAME.allows(bureau.name())) {
      throw new AccountException(Reason.BAD_BUREAU_NAME, bureau.id());
    }
    if (!DIVISION.matcher(bureau.division()).matches()) {
      throw new AccountException(Reason.BAD_DIVISION, bureau.division());
    }
    if (find(handle, bureau.id()).isPresent()) {
      throw new AccountException(Reason.BUREAU_EXISTS, bureau.id());
    }
    handle.execute(
        "INSERT INTO bureau (id, name, division, created_at) VALUES (?, ?, ?, ?)",
        bureau.id(),
        bureau.name(),
        bureau.division(),
        Timestamps.text(clock.instant()));
    Audit.record(
        handle, clock, AuditEvent.of(actor, "bureau-created").in(bureau.id()).about(bureau.name()));
  }

  /**
   * Adds a bureau for an account over the server as a whole, which becomes its administrator.
   *
   * @throws AccountException as {@link #create}; and where the account is not over all bureaus
   */
  public void found(Bureau bureau, Accounts accounts, String account) {
    if (!isOverAll(account)) {
      throw new AccountException(Reason.NOT_OVER_ALL_BUREAUS, account);
    }
    // Together: a bureau without an administrator would leave nobody over the server as a whole.
    database.change(
        handle -> {
          create(handle, bureau, account);
          accounts.grant(handle, account, Grant.of(bureau.id(), Role.ADMINISTRATOR), account);
        });
  }

  /**
   * Whether the account is over the server as a whole: an administrator of every bureau that it
   * has.
   */
  public boolean isOverAll(String account) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT NOT EXISTS (SELECT 1 FROM bureau WHERE id NOT IN (
                      SELECT bureau FROM bureau_grant JOIN account ON account.id = account
                      WHERE account = ? AND role = ? AND revoked_at IS NULL AND disabled_at IS NULL))
                    """)
                .bind(0, account)
                .bind(1, Role.ADMINISTRATOR.wire())
                .mapTo(Boolean.class)
                .one());
  }

  /**
   * Changes what people know the bureau as; its id stays.
   *
   * @throws AccountException where there is no such bureau, or the name is empty or too long
   */
  public void rename(String id, String name, String actor) {
    if (!NAME.allows(name)) {
      throw new AccountException(Reason.BAD_BUREAU_NAME, id);
    }
    database.change(
        handle -> {
          Bureau bureau = get(handle, id);
          handle.execute("UPDATE bureau SET name = ? WHERE id = ?", name, bureau.id());
          Audit.record(
              handle,
              clock,
              AuditEvent.of(actor, "bureau-renamed")
                  .in(bureau.id())
                  .about(name)
                  .saying(bureau.name()));
        });
  }

  public Optional<Bureau> find(String id) {
    return database.read(handle -> find(handle, id));
  }

  /**
   * The bureau of this id.
   *
   * @throws AccountException where there is none
   */
  public Bureau get(String id) {
    return find(id).orElseThrow(() -> new AccountException(Reason.NO_SUCH_BUREAU, id));
  }

  public List<Bureau> list() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + " FROM bureau ORDER BY id")
                .map((row, context) -> bureau(row))
                .list());
  }

  static Bureau get(Handle handle, String id) {
    return find(handle, id).orElseThrow(() -> new AccountException(Reason.NO_SUCH_BUREAU, id));
  }

  static Optional<Bureau> find(Handle handle, String id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM bureau WHERE id = ?")
        .bind(0, id)
        .map((row, context) -> bureau(row))
        .findOne();
  }

  private static Bureau bureau(ResultSet row) throws SQLException {
    return new Bureau(row.getString("id"), row.getString("name"), row.getString("division"));
  }
}
