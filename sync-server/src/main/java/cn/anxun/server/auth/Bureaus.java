package cn.anxun.server.auth;

import cn.anxun.server.auth.AccountException.Reason;
import cn.anxun.server.storage.SqliteDatabase;
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
  private static final String COLUMNS = "id, name, division";

  private final SqliteDatabase database;
  private final Clock clock;

  Bureaus(SqliteDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Adds a bureau; its ledger's file is made when it is first used.
   *
   * @throws AccountException where the id is taken or not of its form
   */
  public void create(Bureau bureau, String actor) {
    if (!ID.matcher(bureau.id()).matches() || bureau.name().isBlank()) {
      throw new AccountException(Reason.BAD_BUREAU_NAME, bureau.id());
    }
    if (!DIVISION.matcher(bureau.division()).matches()) {
      throw new AccountException(Reason.BAD_DIVISION, bureau.division());
    }
    database.change(
        handle -> {
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
              handle,
              clock,
              AuditEvent.of(actor, "bureau-created").in(bureau.id()).about(bureau.name()));
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

  private static Optional<Bureau> find(Handle handle, String id) {
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
