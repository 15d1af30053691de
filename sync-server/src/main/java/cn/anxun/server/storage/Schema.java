package cn.anxun.server.storage;

import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The version of the tables in one SQLite file. Older ones are brought up to date in a single
 * transaction, after a copy was laid aside; newer ones are not touched: what wrote them keeps
 * promises that this version does not know.
 */
final class Schema {
  private final Path file;
  private final String migrations;

  /**
   * @param migrations the folder of the Flyway scripts on the class path, such as {@code db/bureau}
   */
  Schema(Path file, String migrations) {
    this.file = file;
    this.migrations = migrations;
  }

  /**
   * Makes the tables of this version, from none or from older ones.
   *
   * @param beforeUpgrade where older ones are copied to first
   * @throws StorageException where they are newer, or the copy cannot be made
   */
  void bringUpToDate(SqliteConnections connections, Path beforeUpgrade) {
    Flyway flyway = flyway(connections);
    MigrationInfoService info = flyway.info();
    requireNotNewer(info);
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
    MigrationInfoService info = flyway(SqliteConnections.toRead(file)).info();
    requireNotNewer(info);
    if (info.pending().length > 0) {
      throw new StorageException(ServerTexts.both("storage.old-tables", file), null);
    }
  }

  private void requireNotNewer(MigrationInfoService info) {
    for (MigrationInfo migration : info.all()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS
          || migration.getState() == MigrationState.FUTURE_FAILED) {
        throw new StorageException(
            ServerTexts.both("storage.newer-tables", file, migration.getVersion()), null);
      }
    }
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
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(unfinished, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StorageException(
          ServerTexts.both("storage.no-access", beforeUpgrade, String.valueOf(e.getMessage())), e);
    }
  }

  private Flyway flyway(SqliteConnections connections) {
    return Flyway.configure()
        .dataSource(connections)
        .locations("classpath:" + migrations)
        .failOnMissingLocations(true)
        // All or nothing: a version that failed midway leaves the file to the version before.
        .group(true)
        .load();
  }
}
