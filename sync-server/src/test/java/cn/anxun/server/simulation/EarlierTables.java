package cn.anxun.server.simulation;

import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * A server's data as the first release would hold it: in its tables, by its own script, what it has
 * columns for. That these scripts are those of the first release is for {@code UpgradeTest}.
 */
final class EarlierTables {
  private static final Map<Path, String> MIGRATIONS =
      Map.of(
          SimulatedServer.DIRECTORY_FILE, DataDirectory.DIRECTORY_MIGRATIONS,
          SimulatedServer.BUREAU_FILE, DataDirectory.BUREAU_MIGRATIONS);

  /** Of what a bureau's file says of itself, the first release knew this alone. */
  private static final String OWN = "meta WHERE name = 'epoch'";

  private static final EarlierTables EMPTY = new EarlierTables();

  private final Map<Path, byte[]> files = new LinkedHashMap<>();

  private EarlierTables() {
    Path folder = Disks.folder();
    try {
      for (Map.Entry<Path, String> one : MIGRATIONS.entrySet()) {
        Path file = folder.resolve("empty.db");
        var unused =
            Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, "", "")
                .locations("classpath:" + one.getValue())
                .target("1")
                .load()
                .migrate();
        files.put(one.getKey(), Files.readAllBytes(file));
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Disks.delete(folder);
    }
  }

  /**
   * Lays it out in a new folder.
   *
   * @param newer data of this version, which no server has open
   */
  static void copy(Path newer, Path target) {
    try {
      for (Path file : SimulatedServer.FILES) {
        Files.createDirectories(target.resolve(file).getParent());
        byte[] empty = EMPTY.files.get(file);
        if (empty == null) {
          Files.copy(newer.resolve(file), target.resolve(file));
        } else {
          var unused = Files.write(target.resolve(file), empty);
          fill(newer.resolve(file), target.resolve(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fill(Path newer, Path older) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + older);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous = OFF");
      statement.execute("ATTACH '" + newer + "' AS newer");
      statement.execute("BEGIN");
      for (String table :
          texts(statement, "SELECT name FROM main.sqlite_schema WHERE type = 'table'")) {
        if (table.startsWith("sqlite_") || table.startsWith("flyway_")) {
          continue;
        }
        String columns =
            String.join(
                ", ", texts(statement, "SELECT name FROM pragma_table_info('" + table + "')"));
        String from = table.equals("meta") ? OWN : table;
        statement.execute(
            "INSERT INTO main."
                + table
                + " ("
                + columns
                + ") SELECT "
                + columns
                + " FROM newer."
                + from
                + " ORDER BY rowid");
      }
      statement.execute("COMMIT");
    }
  }

  private static List<String> texts(Statement statement, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
