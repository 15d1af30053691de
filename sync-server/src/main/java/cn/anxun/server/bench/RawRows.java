package cn.anxun.server.bench;

import cn.anxun.server.disk.Folders;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.storage.StoredEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What the disk and SQLite allow: rows that another ledger holds, written by one thread with one
 * prepared statement into the same table with the same indices and settings, {@code
 * synchronous=FULL} among them. The table's triggers are not there: they are ours.
 */
final class RawRows {
  private static final String INSERT =
      "INSERT INTO entry (seq, id, subject, kind, open, personal_at, personal, salt, open_hash,"
          + " personal_hash, stamp, head) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Path folder;
  private final List<StoredEntry> rows;

  /**
   * @param folder holds a file while rows are written
   */
  RawRows(Path folder, List<StoredEntry> rows) {
    this.folder = folder;
    this.rows = rows;
  }

  /**
   * Writes all rows to a new file.
   *
   * @param atOnce how many in a transaction
   * @return rows a second
   */
  double perSecond(int atOnce) throws IOException, WrongCountException {
    Path own = Files.createDirectories(folder);
    try (SqliteDatabase database =
        SqliteDatabase.open(own.resolve("raw.db"), DataDirectory.BUREAU_MIGRATIONS)) {
      database.change(RawRows::dropTriggers);
      double seconds = seconds(database, atOnce);
      WrongCountException.require("raw rows", rows.size(), count(database));
      return rows.size() / seconds;
    } finally {
      Folders.delete(own);
    }
  }

  private double seconds(SqliteDatabase database, int atOnce) {
    Connection writing = database.write(Handle::getConnection);
    try (PreparedStatement statement = writing.prepareStatement(INSERT)) {
      long from = System.nanoTime();
      for (int at = 0; at < rows.size(); at += atOnce) {
        List<StoredEntry> some = rows.subList(at, Math.min(rows.size(), at + atOnce));
        database.change(handle -> insert(statement, some));
      }
      return (System.nanoTime() - from) / 1e9;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long count(SqliteDatabase database) {
    return database.read(
        handle -> handle.createQuery("SELECT count(*) FROM entry").mapTo(Long.class).one());
  }

  private static void dropTriggers(Handle handle) {
    handle
        .createQuery("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .mapTo(String.class)
        .list()
        .forEach(name -> handle.execute("DROP TRIGGER " + name));
  }

  private static void insert(PreparedStatement statement, List<StoredEntry> rows) {
    try {
      for (StoredEntry row : rows) {
        bind(statement, row);
        statement.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void bind(PreparedStatement statement, StoredEntry row) throws SQLException {
    statement.setLong(1, row.seq());
    statement.setString(2, row.id());
    statement.setString(3, row.subject());
    statement.setString(4, row.kind());
    statement.setBytes(5, row.parts().open());
    if (row.parts().personal() == null) {
      statement.setNull(6, Types.INTEGER);
    } else {
      statement.setInt(6, row.parts().personalAt());
    }
    statement.setBytes(7, row.parts().personal());
    statement.setBytes(8, row.salt());
    statement.setBytes(9, row.openHash());
    statement.setBytes(10, row.personalHash());
    statement.setString(11, row.stamp());
    statement.setBytes(12, row.head());
  }
}
