package cn.anxun.server.storage;

import static cn.anxun.server.storage.SampleEntries.CLOCK;
import static cn.anxun.server.storage.SampleEntries.INSPECTOR;
import static cn.anxun.server.storage.SampleEntries.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Header;
import cn.anxun.core.state.LedgerFold;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of a bureau's file: as exported, and with what older versions put into them. */
class SchemaTest {
  @TempDir Path folder;

  private SqliteDatabase open() {
    return SqliteDatabase.open(folder.resolve("demo.db"), DataDirectory.BUREAU_MIGRATIONS);
  }

  @Test
  void schema_whenMigrated_isTheExportedOne() throws Exception {
    try (SqliteDatabase database = open();
        InputStream exported = SchemaTest.class.getResourceAsStream("bureau-schema.sql")) {
      String schema = String.join(";\n\n", database.read(SchemaTest::statements)) + ";\n";

      assertThat(schema)
          .as("the schema changed: copy it into bureau-schema.sql, beside the migration")
          .isEqualTo(new String(exported.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"db/bureau", "db/directory", "db/phone"})
  void history_whenMigrated_isTheListByWhichFlywayIsSpared(String migrations) throws Exception {
    try (SqliteDatabase database = SqliteDatabase.open(folder.resolve("new.db"), migrations);
        InputStream list =
            SchemaTest.class.getResourceAsStream(
                "/" + migrations + "/" + Migrations.WHOLE_HISTORY)) {
      List<String> history =
          database.read(handle -> handle.createQuery(Schema.HISTORY).mapTo(String.class).list());
      assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8))
          .as("there is another script: this is what belongs into %s", Migrations.WHOLE_HISTORY)
          .isEqualTo(String.join("\n", history) + "\n");
    }
  }

  @Test
  void open_whenAScriptWasAnotherWhenItRan_isRefusedByFlywayStill() {
    try (SqliteDatabase database = open()) {
      database.change(
          handle ->
              handle.execute("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '2'"));
    }

    assertThatThrownBy(this::open).hasMessageContaining("checksum mismatch");
  }

  private static List<String> statements(Handle handle) {
    return handle
        .createQuery(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'flyway%'"
                + " ORDER BY type = 'table' DESC, type, name")
        .mapTo(String.class)
        .list();
  }

  @Test
  void open_whenTheFileHasNoProjectionYet_makesIt() {
    HazardFound hazard = new SampleEntries().hazard();
    try (SqliteDatabase database = open();
        StoredBureauLedger ledger =
            StoredBureauLedger.open(database, CLOCK, new Random(1), new LedgerFold())) {
      ledger.accept(INSPECTOR, List.of(bytes(hazard)));
      database.change(SchemaTest::backToTheFirstVersion);
    }

    try (SqliteDatabase database = open();
        StoredBureauLedger ledger =
            StoredBureauLedger.open(database, CLOCK, new Random(1), new LedgerFold())) {
      assertThat(ledger.lastSeq()).isEqualTo(1);
      assertThat(database.read(SchemaTest::rows))
          .singleElement()
          .satisfies(row -> assertThat(row.subject()).isEqualTo(hazard.id()));
    }
  }

  @Test
  void open_whenTheFileKnowsOfNoAttachments_findsThemInItsEntries() {
    SampleEntries samples = new SampleEntries();
    HazardFound hazard = samples.hazard();
    Attachment photo = new Attachment("ab".repeat(32), 100, "image/jpeg", "before");
    Header header = hazard.header();
    HazardFound named =
        new HazardFound(
            new Header(
                header.id(),
                header.subject(),
                header.after(),
                header.at(),
                header.businessDate(),
                header.author(),
                header.device(),
                List.of(photo, photo)),
            hazard.fields());
    try (SqliteDatabase database = open();
        StoredBureauLedger ledger =
            StoredBureauLedger.open(database, CLOCK, new Random(1), new LedgerFold())) {
      ledger.accept(INSPECTOR, List.of(bytes(samples.hazard()), bytes(named)));
      assertThat(ledger.files().listNamings(photo.sha256()))
          .extracting(LedgerFiles.Naming::subject)
          .containsExactly(hazard.id());
      database.change(SchemaTest::backToTheFirstVersion);
    }

    try (SqliteDatabase database = open();
        StoredBureauLedger ledger =
            StoredBureauLedger.open(database, CLOCK, new Random(1), new LedgerFold())) {
      assertThat(ledger.files().listNamings(photo.sha256()))
          .extracting(LedgerFiles.Naming::subject)
          .containsExactly(hazard.id());
      assertThat(ledger.files().listNamings("cd".repeat(32))).isEmpty();
    }
  }

  @Test
  void open_whenAnotherVersionMadeTheProjection_makesItAnew() {
    try (SqliteDatabase database = open();
        StoredBureauLedger ledger =
            StoredBureauLedger.open(database, CLOCK, new Random(1), new LedgerFold())) {
      ledger.accept(INSPECTOR, List.of(bytes(new SampleEntries().hazard())));
      database.change(
          handle -> {
            handle.execute("UPDATE record SET state = 'as it was called before'");
            Meta.setProjection(handle, "0.1");
          });
    }

    try (SqliteDatabase database = open();
        StoredBureauLedger ledger =
            StoredBureauLedger.open(database, CLOCK, new Random(1), new LedgerFold())) {
      assertThat(ledger.lastSeq()).isEqualTo(1);
      assertThat(database.read(SchemaTest::rows))
          .singleElement()
          .satisfies(row -> assertThat(row.get("state")).isEqualTo("open"));
    }
  }

  private static List<RecordRow> rows(Handle handle) {
    List<RecordRow> rows = new ArrayList<>();
    new RecordTable(handle, new LedgerFold())
        .scan((subject, row) -> row.ifPresent(rows::add), rows::add);
    return rows;
  }

  /** Leaves what the first migration made, with its entries. */
  private static void backToTheFirstVersion(Handle handle) {
    handle.execute("DROP TABLE record");
    handle.execute("DROP TABLE import_heading");
    handle.execute("DROP TABLE attachment");
    handle.execute("DROP TABLE file_sender");
    handle.execute("DELETE FROM meta WHERE name = 'projection'");
    handle.execute("DELETE FROM flyway_schema_history WHERE version > 1");
  }
}
