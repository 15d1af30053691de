package cn.anxun.server.storage;

import cn.anxun.server.text.ServerTexts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/**
 * Connections to one SQLite file. A writing one has a write-ahead log that is synced to the disk at
 * every commit ({@code synchronous=FULL}), enforces foreign keys and overwrites what it erases;
 * what the database answers to these settings is read back, and a connection that differs is
 * refused.
 */
final class SqliteConnections extends SQLiteDataSource {
  private static final int BUSY_MILLIS = 10_000;
  private static final int FULL = 2;
  private static final long LOG_BYTES = 64L << 20;

  private final Path file;
  private final boolean writing;

  private SqliteConnections(Path file, boolean writing, SQLiteConfig config) {
    super(config);
    this.file = file;
    this.writing = writing;
    setUrl("jdbc:sqlite:" + file.toAbsolutePath());
  }

  static SqliteConnections toWrite(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setPragma(SQLiteConfig.Pragma.RECURSIVE_TRIGGERS, "true");
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, Long.toString(LOG_BYTES));
    return new SqliteConnections(file, true, config);
  }

  static SqliteConnections toRead(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setReadOnly(true);
    return new SqliteConnections(file, false, config);
  }

  @Override
  public SQLiteConnection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    SQLiteConnection connection = super.getConnection(user, password);
    try {
      if (writing) {
        check(connection, "synchronous", Integer.toString(FULL));
        check(connection, "journal_mode", "wal");
        check(connection, "foreign_keys", "1");
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void check(Connection connection, String pragma, String wanted) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
      String actual = row.next() ? row.getString(1) : "";
      if (!wanted.equals(actual)) {
        throw new StorageException(
            ServerTexts.both("storage.pragma", file, pragma, actual, wanted), null);
      }
    }
  }
}
