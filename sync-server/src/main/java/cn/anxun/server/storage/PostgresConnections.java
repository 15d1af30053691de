package cn.anxun.server.storage;

import cn.anxun.server.text.ServerTexts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to one PostgreSQL database. What it answers to the settings by which a commit is on
 * the disk is read back on each, and a connection that differs is refused.
 */
final class PostgresConnections extends PGSimpleDataSource {
  private static final long serialVersionUID = 1L;

  /** To one host; there may be a second to be tried. */
  private static final int CONNECT_SECONDS = 2;

  /** Longer than any statement takes; a server that is gone without a word is noticed by it. */
  private static final int ANSWER_SECONDS = 300;

  /** Rows that are fetched at once, so that a long answer takes no memory. */
  private static final int ROWS = 500;

  /** What each setting must answer. */
  private static final Map<String, String> DURABLE =
      Map.of(
          "fsync", "on",
          "full_page_writes", "on",
          "synchronous_commit", "on|remote_apply",
          "server_encoding", "UTF8");

  private static final String SETTINGS =
      "SELECT name, setting FROM pg_settings WHERE name IN ('"
          + String.join("', '", DURABLE.keySet())
          + "')";

  /** How all of this program call themselves to PostgreSQL, to begin with. */
  static final String PROGRAM = "anxun";

  private final String described;

  /** How these call themselves, and no others do. */
  private final String name = PROGRAM + ' ' + UUID.randomUUID();

  PostgresConnections(PostgresAddress address, @Nullable String password) {
    this.described = address.toString();
    setURL(address.url());
    setUser(address.user());
    if (password != null) {
      setPassword(password);
    }
    setTargetServerType("primary");
    setConnectTimeout(CONNECT_SECONDS);
    setLoginTimeout(Patience.CONNECTION_SECONDS);
    setSocketTimeout(ANSWER_SECONDS);
    setTcpKeepAlive(true);
    setDefaultRowFetchSize(ROWS);
    setReWriteBatchedInserts(true);
    setApplicationName(name);
  }

  String name() {
    return name;
  }

  @Override
  public Connection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    Connection connection = super.getConnection(user, password);
    try {
      check(connection);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void check(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SETTINGS)) {
      while (row.next()) {
        String name = row.getString("name");
        String actual = row.getString("setting");
        String wanted = DURABLE.getOrDefault(name, actual);
        if (!actual.matches(wanted)) {
          throw new StorageException(
              ServerTexts.both("postgres.setting", described, name, actual, wanted), null);
        }
      }
    }
  }
}
