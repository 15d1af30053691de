package cn.anxun.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.SqliteDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an older version put into {@code directory.db} goes on. */
final class DirectorySchemaTest {
  private static final String PASSWORD = "Correct-horse-9";
  @TempDir Path folder;

  private static Directory open(DataDirectory data) {
    return Directory.open(data, Clock.systemUTC(), new Random(1));
  }

  @Test
  void open_whenTheFileIsOfTheFirstVersion_keepsAccountsAndTheirPasswords() {
    try (DataDirectory data = DataDirectory.open(folder, "test")) {
      try (Directory directory = open(data)) {
        directory.bureaus().create(new Bureau("demo", "示例", "510304"), "test");
        directory.accounts().create("zhang", "张三", "test");
        directory.accounts().grant("zhang", Grant.of("demo", Role.ADMINISTRATOR), "test");
        directory.accounts().setPassword("zhang", PASSWORD, "test");
      }
      try (SqliteDatabase database =
          SqliteDatabase.open(data.directoryFile(), DataDirectory.DIRECTORY_MIGRATIONS)) {
        database.change(DirectorySchemaTest::backToTheFirstVersion);
      }

      try (Directory directory = open(data)) {
        assertThat(directory.logins().login("zhang", PASSWORD))
            .isInstanceOfSatisfying(
                LoginOutcome.Accepted.class,
                accepted -> assertThat(accepted.account().credential().mustChange()).isFalse());
        String token = directory.sessions().start("zhang", "demo").token();
        assertThat(directory.sessions().authenticate(token))
            .isInstanceOf(Authentication.Valid.class);
        assertThat(directory.walkAudit().breaks())
            .as("the rows of before are chained with the first that is written")
            .isEmpty();
        assertThatThrownBy(() -> directory.accounts().setDisabled("zhang", true, "test"))
            .isInstanceOf(AccountException.class);
      }
    }
  }

  private static void backToTheFirstVersion(Handle handle) {
    handle.execute("ALTER TABLE account DROP COLUMN must_change");
    handle.execute("ALTER TABLE account DROP COLUMN password_set_at");
    handle.execute("DROP VIEW last_id");
    handle.execute("DROP TABLE session");
    handle.execute("ALTER TABLE account DROP COLUMN sessions_ended");
    handle.execute("ALTER TABLE device DROP COLUMN app");
    handle.execute("DROP TABLE known_browser");
    handle.execute("DROP TRIGGER audit_is_never_replaced");
    handle.execute("DROP TRIGGER audit_is_never_written_between");
    handle.execute("DROP TABLE audit_chain");
    handle.execute("DELETE FROM flyway_schema_history WHERE version <> '1'");
  }
}
