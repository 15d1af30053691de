package cn.anxun.server.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What stands in a data directory, every row and file of it, to be compared with later. */
final class Standing {
  /** Changes with requests that are refused, and may: who was here when, and what was tried. */
  private static final String PASSING =
      "audit|audit_chain|sqlite_sequence|inbox|flyway_schema_history";

  private Standing() {}

  /** All that the server keeps, but what a refused request may leave. */
  static String of(Path root) throws IOException, SQLException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = root.relativize(file).toString();
        if (name.endsWith(".db")) {
          text.append(name).append(rows(file)).append('\n');
        } else if (!name.matches(".*(-wal|-shm|-journal|lock.*)")) {
          text.append(name).append(' ').append(Files.size(file)).append('\n');
        }
      }
    }
    return text.toString();
  }

  private static String rows(Path file) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement()) {
      for (String table : tables(statement)) {
        text.append('\n').append(table);
        TreeSet<String> rows = new TreeSet<>();
        try (ResultSet row = statement.executeQuery("SELECT * FROM \"" + table + '"')) {
          while (row.next()) {
            rows.add(row(row));
          }
        }
        rows.forEach(row -> text.append("\n  ").append(row));
      }
    }
    return text.toString();
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")) {
      while (row.next()) {
        if (!row.getString(1).matches(PASSING)) {
          tables.add(row.getString(1));
        }
      }
    }
    return tables;
  }

  private static String row(ResultSet row) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      boolean passing = row.getMetaData().getColumnName(i).matches("last_seen_at|app");
      byte[] blob = row.getObject(i) instanceof byte[] bytes ? bytes : null;
      text.append(passing ? "" : blob == null ? row.getString(i) : HexFormat.of().formatHex(blob))
          .append('|');
    }
    return text.toString();
  }
}
