package cn.anxun.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.server.Main;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.storage.DataDirectory;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the audit holds stays: the file refuses to forget it, and what is forced shows. */
final class AuditTest {
  private static final String[] WITHOUT_TRIGGERS = {
    "DROP TRIGGER audit_is_never_deleted",
    "DROP TRIGGER audit_is_never_changed",
    "DROP TRIGGER audit_is_never_replaced",
    "DROP TRIGGER audit_is_never_written_between",
    "DROP TRIGGER audit_chain_is_never_deleted",
    "DROP TRIGGER audit_chain_is_never_changed",
    "DROP TRIGGER audit_chain_is_never_written_between"
  };

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();

  @BeforeEach
  void fill() {
    try (DataDirectory data = DataDirectory.open(folder, "test");
        Directory directory = Directory.open(data, Clock.systemUTC(), new Random(1))) {
      directory.bureaus().create(new Bureau("demo", "示例", "510304"), "test");
      for (int i = 0; i < 4; i++) {
        directory.audit().record(AuditEvent.of("li", "export").in("demo").about("ledger " + i));
      }
    }
  }

  private void sql(String... statements) throws SQLException {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("directory.db"));
        Statement statement = file.createStatement()) {
      for (String one : statements) {
        statement.executeUpdate(one);
      }
    }
  }

  private int verify() {
    List<String> arguments = List.of("--lang", "en", "verify", "--data", folder.toString());
    PrintWriter print = new PrintWriter(out, true);
    return Main.run(arguments, Map.of(), print, print);
  }

  @Test
  void verify_whenNothingHappened_passes_andTellsTheHead() {
    assertThat(verify()).isZero();
    assertThat(out.toString()).containsPattern("Audit: verified. 5 rows, head 5:[0-9a-f]{64}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM audit WHERE id = 3",
        "UPDATE audit SET actor = 'wang' WHERE id = 3",
        "DELETE FROM audit_chain",
        "UPDATE audit_chain SET hash = zeroblob(32) WHERE id = 3",
        "REPLACE INTO audit (id, at, actor, action) VALUES (3, '2026-01-01', 'wang', 'login')",
        "UPDATE OR REPLACE audit SET id = 4 WHERE id = 3",
        "INSERT INTO audit (id, at, actor, action) VALUES (0, '2026-01-01', 'wang', 'login')",
        "REPLACE INTO audit_chain (id, hash) VALUES (3, zeroblob(32))",
        "INSERT INTO audit_chain (id, hash) VALUES (0, zeroblob(32))"
      })
  void file_refusesToForget(String statement) {
    assertThatThrownBy(() -> sql(statement)).hasMessageContaining("never");
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE audit SET actor = 'wang' WHERE id = 3, Row 3 of the audit was changed",
    "UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE id = 5, Row 5 of the audit was changed",
    "DELETE FROM audit WHERE id = 3, Row 3 of the audit was deleted",
    "DELETE FROM audit WHERE id = 5, Row 5 of the audit was deleted",
    "DELETE FROM audit_chain WHERE id = 5, Row 5 of the audit was not written by the server",
    "UPDATE audit_chain SET hash = zeroblob(32) WHERE id = 2, Row 2 of the audit was changed"
  })
  void verify_whenTheFileWasChangedByHand_namesTheRow(String statement, String finding)
      throws SQLException {
    sql(WITHOUT_TRIGGERS);
    sql(statement);
    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString()).contains(finding);
  }

  @Test
  void verify_whenTheLastRowsWereCutOffWithTheirHashes_namesThem_alsoWhenTheServerWentOn()
      throws SQLException {
    sql(WITHOUT_TRIGGERS);
    sql("DELETE FROM audit WHERE id > 3", "DELETE FROM audit_chain WHERE id > 3");
    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString())
        .contains("Row 4 of the audit was deleted", "Row 5 of the audit was deleted");

    record("what comes after");
    out.getBuffer().setLength(0);
    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "Audit: 2 findings",
            "Row 4 of the audit was deleted",
            "Row 5 of the audit was deleted");
  }

  @Test
  void verify_whenMoreRowsAreGoneThanAnybodyReads_countsAllAndNamesTheFirst() throws SQLException {
    sql("UPDATE sqlite_sequence SET seq = 20005 WHERE name = 'audit'");
    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString())
        .contains("Audit: 20000 findings", "Row 6 of the audit", "Row 10005 of the audit")
        .doesNotContain("Row 10006 of the audit");

    sql(WITHOUT_TRIGGERS);
    sql("INSERT INTO audit (id, at, actor, action) VALUES (20006, '2026-01-01', 'wang', 'login')");
    out.getBuffer().setLength(0);
    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString())
        .contains("Audit: 20001 findings")
        .doesNotContain("Row 20006 of the audit");
  }

  @Test
  void verify_whenTheChainWasEmptied_doesNotTakeTheNextRowForItsBeginning() throws SQLException {
    sql(WITHOUT_TRIGGERS);
    sql("UPDATE audit SET actor = 'wang' WHERE id = 3", "DELETE FROM audit_chain");
    record("what comes after");
    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString())
        .contains("Row 3 of the audit was not written by the server")
        .doesNotContain("Row 6");
  }

  @Test
  void record_onTablesOfBeforeTheChain_chainsTheRowsThatAreThere() throws SQLException {
    sql(WITHOUT_TRIGGERS);
    sql("DELETE FROM audit_chain", "DELETE FROM sqlite_sequence WHERE name = 'audit_chain'");
    record("what comes after");
    assertThat(verify()).isZero();
    assertThat(out.toString()).contains("6 rows");
  }

  @Test
  void record_onTheTablesOfTheVersionBefore_goesOnWithTheChain() throws Exception {
    verify();
    String head = head();
    try (InputStream before =
        Objects.requireNonNull(
            AuditTest.class.getResourceAsStream("/db/directory/V5__the_audits_chain.sql"))) {
      sql(
          "DROP VIEW last_id",
          "DROP TABLE session",
          "ALTER TABLE account DROP COLUMN sessions_ended",
          "DROP TRIGGER audit_is_never_replaced",
          "DROP TRIGGER audit_is_never_written_between",
          "CREATE TABLE kept AS SELECT * FROM audit_chain",
          "DROP TABLE audit_chain",
          new String(before.readAllBytes(), StandardCharsets.UTF_8),
          "INSERT INTO audit_chain SELECT * FROM kept",
          "DROP TABLE kept",
          "DELETE FROM flyway_schema_history WHERE version IN ('6', '7')");
    }
    try (DataDirectory data = DataDirectory.open(folder, "test")) {
      Directory.open(data, Clock.systemUTC(), new Random(1)).close();
    }
    verify();
    assertThat(head()).isEqualTo(head);
    record("what comes after");
    assertThat(verify()).isZero();
    assertThat(out.toString()).contains("6 rows");
    assertThatThrownBy(() -> sql("REPLACE INTO audit_chain (id, hash) VALUES (3, zeroblob(32))"))
        .hasMessageContaining("never");
  }

  /** The last that verify printed. */
  private String head() {
    String printed = out.toString();
    return printed.substring(printed.lastIndexOf("head "));
  }

  private void record(String what) {
    try (DataDirectory data = DataDirectory.open(folder, "test");
        Directory directory = Directory.open(data, Clock.systemUTC(), new Random(1))) {
      directory.audit().record(AuditEvent.of("li", "export").in("demo").about(what));
    }
  }

  @Test
  void verify_whenARowWasPutInByHand_namesIt() throws SQLException {
    sql("INSERT INTO audit (at, actor, action) VALUES ('2026-01-01T00:00:00.000Z', 'li', 'login')");
    record("what comes after");
    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString())
        .contains("Audit: 1 findings", "Row 6 of the audit was not written by the server");
  }
}
