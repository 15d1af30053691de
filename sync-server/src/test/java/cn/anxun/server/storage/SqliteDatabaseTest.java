package cn.anxun.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {
  @TempDir Path folder;

  private SqliteDatabase open() {
    return SqliteDatabase.open(folder.resolve("one.db"), DataDirectory.BUREAU_MIGRATIONS);
  }

  private static void set(Handle handle, String name, String value) {
    handle.execute("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", name, value);
  }

  private static List<String> names(Handle handle) {
    return handle.createQuery("SELECT name FROM meta ORDER BY name").mapTo(String.class).list();
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
  void write_whenTheWorkThrows_keepsNothing() {
    try (SqliteDatabase database = open()) {
      assertThatThrownBy(
              () ->
                  database.change(
                      handle -> {
                        set(handle, "a", "1");
                        throw new IllegalArgumentException("no");
                      }))
          .hasMessage("no");

      database.change(handle -> set(handle, "b", "2"));

      assertThat(database.read(SqliteDatabaseTest::names)).containsExactly("b");
    }
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

      assertThat(database.read(SqliteDatabaseTest::names)).containsExactly("b");
    }
  }

  @Test
  void read_whenAWriteCommitsMeanwhile_staysWithItsSnapshot() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (SqliteDatabase database = open()) {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch written = new CountDownLatch(1);
      Future<Integer> second =
          other.submit(
              () ->
                  database.read(
                      handle -> {
                        int before = names(handle).size();
                        begun.countDown();
                        await(written);
                        return names(handle).size() - before;
                      }));
      await(begun);
      database.change(handle -> set(handle, "later", "1"));
      written.countDown();

      assertThat(second.get()).isZero();
      assertThat(database.read(SqliteDatabaseTest::names)).contains("later");
    } finally {
      other.shutdown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void read_whenItWrites_isRefused() {
    try (SqliteDatabase database = open()) {
      assertThatThrownBy(
              () ->
                  database.read(
                      handle -> {
                        set(handle, "a", "1");
                        return true;
                      }))
          .isInstanceOf(StorageException.class);
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
        assertThat(reader.read(SqliteDatabaseTest::names)).contains("a");
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
