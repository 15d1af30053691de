package cn.anxun.server.storage;

import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The version of the tables in one SQLite file. Older ones are brought up to date in a single
 * transaction, after a copy was laid aside; newer ones are not touched: what wrote them keeps
 * promises that this version does not know.
 */
final class Schema {
  static final String HISTORY = Migrations.HISTORY + " flyway_schema_history" + Migrations.IN_ORDER;

  private static final String HAS_HISTORY =
      "SELECT count(*) FROM sqlite_schema WHERE name = 'flyway_schema_history'";

  private final Path file;
  private final Migrations migrations;

  /**
   * @param migrations the folder of the Flyway scripts on the class path, such as {@code db/bureau}
   */
  Schema(Path file, String migrations) {
    this.file = file;
    this.migrations = new Migrations(migrations);
  }

  /**
   * Makes the tables of this version, from none or from older ones.
   *
   * <p>Flyway is not even loaded where its own history, row by row, is the one that it leaves when
   * it has run all scripts of this version: each by its version and checksum, none failed, none
   * that this version does not know. That is all that Flyway would compare, and to load it and to
   * find and read the scripts takes longer than all else at the opening of a file. What is given up
   * is to notice scripts that were changed within the jar, which are not run here; a test holds
   * them against the list.
   *
   * @param beforeUpgrade where older ones are copied to first
   * @throws StorageException where they are newer, or the copy cannot be made
   */
  void bringUpToDate(SqliteConnections connections, Path beforeUpgrade) {
    if (isUpToDate(connections)) {
      return;
    }
    Flyway flyway = flyway(connections);
    MigrationInfoService info = flyway.info();
    Migrations.requireNotNewer(info, file);
    MigrationInfo current = info.current();
    if (current != null && info.pending().length > 0) {
      layAside(String.valueOf(current.getVersion()), beforeUpgrade);
    }
    flyway.migrate();
  }

  /**
   * Sees to it that a file that is only read has the tables of this version.
   *
   * @throws StorageException where they are older or newer
   */
  void requireUpToDate() {
    SqliteConnections connections = SqliteConnections.toRead(file);
    if (isUpToDate(connections)) {
      return;
    }
    MigrationInfoService info = flyway(connections).info();
    Migrations.requireNotNewer(info, file);
    if (info.pending().length > 0) {
      throw new StorageException(ServerTexts.both("storage.old-tables", file), null);
    }
  }

  private boolean isUpToDate(SqliteConnections connections) {
    return migrations.isWhole(history(Jdbi.create(connections)));
  }

  /** Empty where no script was ever run. */
  private static List<String> history(Jdbi file) {
    return file.withHandle(
        handle ->
            handle.createQuery(HAS_HISTORY).mapTo(Boolean.class).one()
                ? handle.createQuery(HISTORY).mapTo(String.class).list()
                : List.of());
  }

  /** A whole copy or none, under a name that says of which version it is. */
  private void layAside(String version, Path beforeUpgrade) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.db$", "");
    Path copy = beforeUpgrade.resolve(name + ".v" + version + ".db");
    Path unfinished = beforeUpgrade.resolve(name + ".v" + version + ".part");
    try {
      Files.createDirectories(beforeUpgrade);
      Files.deleteIfExists(unfinished);
      try (Handle handle = Jdbi.open(SqliteConnections.toRead(file))) {
        handle.execute("VACUUM INTO ?", unfinished.toAbsolutePath().toString());
      }
      DurableFile.place(unfinished, copy);
    } catch (IOException e) {
      throw StorageException.noAccess(beforeUpgrade, e);
    }
  }

  private Flyway flyway(SqliteConnections connections) {
    return migrations.configure(connections).load();
  }
}
