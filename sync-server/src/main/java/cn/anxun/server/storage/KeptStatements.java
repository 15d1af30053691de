package cn.anxun.server.storage;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the prepared statements of one connection for the next time: to prepare one costs SQLite
 * more than to run it. Used by one thread at a time; they go with the connection.
 */
final class KeptStatements implements StatementBuilder {
  private static final int MOST = 64;

  /**
   * By what SQLite was given; those that nobody is using, the one that was used last at the end.
   */
  private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

  /** What SQLite was given for those in use: for parameters with names it is not what was asked. */
  private final IdentityHashMap<Statement, String> inUse = new IdentityHashMap<>();

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement kept = idle.remove(sql);
    PreparedStatement prepared = kept != null ? kept : connection.prepareStatement(sql);
    inUse.put(prepared, sql);
    return prepared;
  }

  @Override
  public void close(Connection connection, String asked, @Nullable Statement statement)
      throws SQLException {
    if (statement == null) {
      return;
    }
    String sql = inUse.remove(statement);
    if (sql == null
        || idle.containsKey(sql)
        || !(statement instanceof PreparedStatement prepared)) {
      statement.close();
      return;
    }
    prepared.clearBatch();
    prepared.clearParameters();
    idle.put(sql, prepared);
    if (idle.size() > MOST) {
      Iterator<PreparedStatement> eldest = idle.values().iterator();
      eldest.next().close();
      eldest.remove();
    }
  }

  @Override
  public Statement create(Connection connection, StatementContext context) throws SQLException {
    return connection.createStatement();
  }

  @Override
  public CallableStatement createCall(Connection connection, String sql, StatementContext context)
      throws SQLException {
    return connection.prepareCall(sql);
  }
}
