package cn.anxun.server.storage;

import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The scripts that make a database's tables.
 *
 * @param folder of them on the class path, such as {@code db/bureau}
 */
record Migrations(String folder) {
  /**
   * Begins what tells, of a table of Flyway's, which scripts were run; the table's name follows.
   */
  static final String HISTORY = "SELECT version || ' ' || checksum || ' ' || success FROM";

  static final String IN_ORDER = " ORDER BY installed_rank";

  /** Beside the scripts: what {@link #HISTORY} tells where Flyway ran all of them. */
  static final String WHOLE_HISTORY = "history.txt";

  /** Whether this is what Flyway leaves when it has run all scripts, and none that is not here. */
  boolean isWhole(List<String> history) {
    return !history.isEmpty() && history.equals(wholeHistory());
  }

  private List<String> wholeHistory() {
    try (InputStream lines =
        Migrations.class.getResourceAsStream('/' + folder + '/' + WHOLE_HISTORY)) {
      return lines == null
          ? List.of()
          : new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sees to it that no newer version changed the tables: what wrote them keeps promises that this
   * version does not know.
   *
   * @param where they are, for the message
   */
  static void requireNotNewer(MigrationInfoService info, Object where) {
    for (MigrationInfo migration : info.all()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS
          || migration.getState() == MigrationState.FUTURE_FAILED) {
        throw new StorageException(
            ServerTexts.both("storage.newer-tables", where, migration.getVersion()), null);
      }
    }
  }

  FluentConfiguration configure(DataSource connections) {
    return Flyway.configure()
        .dataSource(connections)
        .locations("classpath:" + folder)
        .failOnMissingLocations(true)
        // All or nothing: a version that failed midway leaves the tables to the version before.
        .group(true);
  }
}
