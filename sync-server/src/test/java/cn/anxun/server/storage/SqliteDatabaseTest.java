package cn.anxun.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest extends DatabaseContract {
  @TempDir Path folder;

  @Override
  SqliteDatabase open() {
    return SqliteDatabase.open(folder.resolve("one.db"), DataDirectory.BUREAU_MIGRATIONS);
  }

  @Test
  void write_whenSettingsAreReadBack_syncsEveryCommit() {
    try (SqliteDatabase database = open()) {
      assertThat(database.<String>write(handle -> pragma(handle, "synchronous"))).isEqualTo("2");
      assertThat(database.<String>write(handle -> pragma(handle, "journal_mode"))).isEqualTo("wal");
      assertThat(database.<String>write(handle -> pragma(handle, "foreign_keys"))).isEqualTo("1");
    }
  }

  @Test
  void write_whenTheConnectionWasReplaced_syncsEveryCommitAgain() {
    try (SqliteDatabase database = open()) {
      assertThatThrownBy(
              () ->
                  database.change(
                      handle -> {
                        handle.execute("ROLLBACK");
                        throw new IllegalStateException("after the end of the transaction");
                      }))
          .isInstanceOf(IllegalStateException.class);

      assertThat(database.<String>write(handle -> pragma(handle, "synchronous"))).isEqualTo("2");
    }
  }

  private static String pragma(Handle handle, String name) {
    return handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
  }

  @Test
  void write_whenTheDiskIsFull_keepsNothingAndWorksAgainLater() {
    try (SqliteDatabase database = open()) {
      assertThatThrownBy(
              () ->
                  database.change(
                      handle -> {
                        handle.execute("PRAGMA max_page_count = 1");
                        set(handle, "a", "x".repeat(1 << 20));
                      }))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("磁盘已满")
          .hasMessageContaining("The disk is full");

      database.change(handle -> handle.execute("PRAGMA max_page_count = 1000000"));
      database.change(handle -> set(handle, "b", "2"));

      assertThat(database.read(DatabaseContract::names)).containsExactly("b");
    }
  }

  @Test
  void open_whenTheFileIsNoDatabase_saysWhatToDo() throws Exception {
    Path file = folder.resolve("one.db");
    Files.writeString(file, "not a database, but longer than a header of sixteen bytes".repeat(20));

    assertThatThrownBy(this::open)
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("已损坏")
        .hasMessageContaining("is damaged");
  }

  @Test
  void openReadOnly_whenTheServerIsWriting_readsWhatIsCommitted() {
    try (SqliteDatabase database = open()) {
      database.change(handle -> set(handle, "a", "1"));
      try (SqliteDatabase reader =
          SqliteDatabase.openReadOnly(database.file(), DataDirectory.BUREAU_MIGRATIONS)) {
        assertThat(reader.read(DatabaseContract::names)).contains("a");
        assertThatThrownBy(() -> reader.change(handle -> set(handle, "b", "1")))
            .isInstanceOf(StorageException.class);
      }
    }
  }

  @Test
  void openReadOnly_whenTheTablesAreMissing_asksToStartTheServer() throws Exception {
    Path file = folder.resolve("empty.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE something (a)");
    }

    assertThatThrownBy(() -> SqliteDatabase.openReadOnly(file, DataDirectory.BUREAU_MIGRATIONS))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("older version");
  }
}
