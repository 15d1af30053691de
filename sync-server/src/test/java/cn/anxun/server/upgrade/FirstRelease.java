package cn.anxun.server.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The data directory of the first version of the server, in which both databases had their first
 * tables: run as commit 66fb21c has it, given these entries over HTTP, then dumped to SQL. Two
 * accounts with their phones; six hazards, of which four are rectified and reviewed, two drills, a
 * correction and a redaction.
 */
final class FirstRelease {
  static final String BUREAU = "gongjing";
  static final String PASSWORD = "Correct-horse-9";
  static final int ENTRIES = 18;

  /** The chain's end as that version answered it with its last receipt. */
  static final String HEAD = "89407030e2012d35dfb29f1b5d7abdea647dd2a5b260c144323234542a2cbfbe";

  private FirstRelease() {}

  /** Lays it out in a new folder. */
  static void create(Path root) throws IOException, SQLException {
    Files.createDirectories(root.resolve("bureaus"));
    load("directory.sql", root.resolve("directory.db"));
    load("gongjing.sql", root.resolve("bureaus/gongjing.db"));
  }

  private static void load(String dump, Path file) throws IOException, SQLException {
    try (InputStream in = FirstRelease.class.getResourceAsStream(dump);
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** The one number that this statement gives. */
  static long number(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      return statement.executeQuery(sql).getLong(1);
    }
  }

  /** Runs this statement. */
  static void change(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
