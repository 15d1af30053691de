package cn.anxun.server.auth;

import cn.anxun.server.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The sessions that go on, in a table, by the hash of their token: whichever server is asked knows
 * them. What changes what somebody may do ends, in the same commit, the sessions that were started
 * before it, whatever the clock says: also one that is about to start at that very moment.
 */
final class LiveSessions {
  /** A session's last use is not written more often. */
  private static final Duration USED_GRAIN = Duration.ofMinutes(1);

  /**
   * One of them.
   *
   * @param readOnly started by a link
   */
  record Session(
      String account, String bureau, boolean readOnly, Instant startedAt, Instant usedAt) {

    boolean isOver(Instant now) {
      return !now.isBefore(usedAt.plus(Sessions.IDLE))
          || !now.isBefore(startedAt.plus(Sessions.LONGEST));
    }

    /** Whether a use now is to be written. */
    boolean isUseDue(Instant now) {
      return !now.isBefore(usedAt.plus(USED_GRAIN));
    }
  }

  private final Database database;

  LiveSessions(Database database) {
    this.database = database;
  }

  void put(byte[] key, Session session) {
    database.change(handle -> insert(handle, key, session));
  }

  /**
   * Puts it, unless all sessions of the account were ended since.
   *
   * @param since how often they had been when it was last known that the account may start one
   */
  boolean put(byte[] key, Session session, long since) {
    return database.<Boolean>write(
        handle -> {
          boolean goesOn =
              handle
                  .createQuery("SELECT sessions_ended FROM account WHERE id = ?")
                  .bind(0, session.account())
                  .mapTo(Long.class)
                  .findOne()
                  .filter(ended -> ended == since)
                  .isPresent();
          if (goesOn) {
            insert(handle, key, session);
          }
          return goesOn;
        });
  }

  /** Puts one in the place of another, unless that has ended. */
  boolean replace(byte[] old, byte[] key, Session session) {
    return database.<Boolean>write(
        handle -> {
          boolean goesOn = delete(handle, old) > 0;
          if (goesOn) {
            insert(handle, key, session);
          }
          return goesOn;
        });
  }

  /** Those that are over go with the next that starts. */
  private static void insert(Handle handle, byte[] key, Session session) {
    handle.execute(
        "DELETE FROM session WHERE used_at <= ? OR started_at <= ?",
        Timestamps.text(session.usedAt().minus(Sessions.IDLE)),
        Timestamps.text(session.usedAt().minus(Sessions.LONGEST)));
    handle.execute(
        "INSERT INTO session (token_hash, account, bureau, read_only, started_at, used_at) VALUES"
            + " (?, ?, ?, ?, ?, ?)",
        key,
        session.account(),
        session.bureau(),
        session.readOnly(),
        Timestamps.text(session.startedAt()),
        Timestamps.text(session.usedAt()));
  }

  Optional<Session> find(byte[] key) {
    return database.read(handle -> find(handle, key));
  }

  static Optional<Session> find(Handle handle, byte[] key) {
    return handle
        .createQuery(
            "SELECT account, bureau, read_only, started_at, used_at FROM session WHERE token_hash ="
                + " ?")
        .bind(0, key)
        .map((row, context) -> session(row))
        .findOne();
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getString("account"),
        row.getString("bureau"),
        row.getBoolean("read_only"),
        Instant.parse(row.getString("started_at")),
        Instant.parse(row.getString("used_at")));
  }

  /** Notes a use of it; one that has ended meanwhile stays so. */
  void use(byte[] key, Instant now) {
    database.change(
        handle ->
            handle.execute(
                "UPDATE session SET used_at = ? WHERE token_hash = ?", Timestamps.text(now), key));
  }

  void remove(byte[] key) {
    database.change(handle -> delete(handle, key));
  }

  private static int delete(Handle handle, byte[] key) {
    return handle.execute("DELETE FROM session WHERE token_hash = ?", key);
  }

  /** Ends those of the account in every bureau. */
  static void end(Handle handle, String account) {
    handle.execute("UPDATE account SET sessions_ended = sessions_ended + 1 WHERE id = ?", account);
    handle.execute("DELETE FROM session WHERE account = ? AND NOT read_only", account);
  }

  /** Ends those of the account in this bureau. */
  static void end(Handle handle, String account, String bureau) {
    handle.execute(
        "DELETE FROM session WHERE account = ? AND bureau = ? AND NOT read_only", account, bureau);
  }

  /** Ends all of everybody: what was ended after a backup would go on when it is restored. */
  static void endAll(Handle handle) {
    handle.execute("DELETE FROM session");
  }
}
