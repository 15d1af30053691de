package cn.anxun.server.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionException;

/**
 * A connection to a file with what begins and ends its transactions. Used by one thread at a time.
 */
final class SqliteSession implements AutoCloseable {
  private final Handle handle;
  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement rollback;

  private SqliteSession(Handle handle, String begin) throws SQLException {
    this.handle = handle;
    this.begin = handle.getConnection().prepareStatement(begin);
    this.commit = handle.getConnection().prepareStatement("COMMIT");
    this.rollback = handle.getConnection().prepareStatement("ROLLBACK");
  }

  /** One whose transactions read. */
  static SqliteSession toRead(Jdbi connections) {
    return open(connections, "BEGIN");
  }

  /** One whose transactions write from their beginning on. */
  static SqliteSession toWrite(Jdbi connections) {
    return open(connections, "BEGIN IMMEDIATE");
  }

  private static SqliteSession open(Jdbi connections, String begin) {
    Handle handle = connections.open();
    try {
      return new SqliteSession(handle, begin);
    } catch (SQLException e) {
      handle.close();
      throw new TransactionException("prepare", e);
    }
  }

  Handle handle() {
    return handle;
  }

  void begin() {
    execute(begin);
  }

  void commit() {
    execute(commit);
  }

  private static void execute(PreparedStatement statement) {
    try {
      statement.execute();
    } catch (SQLException e) {
      throw new TransactionException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Undoes what was done, and lets go of what was read.
   *
   * @return whether the session can be used again; some failures end a transaction by themselves,
   *     and leave a connection in doubt
   */
  boolean rollback() {
    try {
      handle.clean();
      rollback.execute();
      return true;
    } catch (SQLException | RuntimeException e) {
      return false;
    }
  }

  /** Its statements go with the connection. */
  @Override
  public void close() {
    handle.close();
  }
}
