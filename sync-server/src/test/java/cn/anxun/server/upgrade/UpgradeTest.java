package cn.anxun.server.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.auth.AuditChain;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Head;
import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.storage.StorageException;
import cn.anxun.server.verify.LedgerVerifier;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first version's tables to today's. */
final class UpgradeTest {
  private static final String VERSION =
      "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success = 1";

  @TempDir Path folder;
  private Path root;
  private Path bureau;

  @BeforeEach
  void layOut() throws Exception {
    root = folder.resolve("data");
    bureau = root.resolve("bureaus/gongjing.db");
    FirstRelease.create(root);
  }

  @Test
  void server_onDataOfTheFirstVersion_hasEveryEntryAndTheSameFigures() throws Exception {
    try (RunningServer running =
        RunningServer.restart(DataDirectory.open(root, "test"), ServerOptions.inProcess())) {
      AuditChain.Walked left = running.server().directory().walkAudit();
      assertThat(left.last()).as("rows of that version").isPositive();
      assertThat(left.breaks()).as("before anybody logs in").isEmpty();
      BureauLedger ledger = running.server().ledger(FirstRelease.BUREAU);
      assertThat(ledger.head()).isEqualTo(new Head(FirstRelease.ENTRIES, FirstRelease.HEAD));
      LedgerState state = ledger.state(Cutoff.latest(LocalDate.of(2026, 12, 31)));
      assertThat(printed(state, "hazard.found")).isEqualTo("6");
      assertThat(printed(state, "hazard.rate")).isEqualTo("66.67");
      assertThat(printed(state, "drill.times")).isEqualTo("2");
      byte[] login =
          ("{\"account\":\"office\",\"password\":\"" + FirstRelease.PASSWORD + "\"}")
              .getBytes(StandardCharsets.UTF_8);
      assertThat(running.post("/api/v1/sessions", "", login).statusCode()).isEqualTo(201);
      assertThat(running.server().directory().devices().list(FirstRelease.BUREAU)).hasSize(2);
      AuditChain.Walked audit = running.server().directory().walkAudit();
      assertThat(audit.last()).as("the login too").isGreaterThan(left.last());
      assertThat(audit.breaks()).isEmpty();
    }
    try (DataDirectory view = DataDirectory.view(root);
        SqliteDatabase database = view.openBureauFile(FirstRelease.BUREAU)) {
      assertThat(
              new LedgerVerifier(new LedgerFold())
                  .verify(database, List.of(), walked -> {})
                  .findings())
          .isEmpty();
    }
    Path copy = root.resolve("before-upgrade/bureaus/gongjing.v1.db");
    assertThat(FirstRelease.number(copy, VERSION)).isEqualTo(1);
    assertThat(FirstRelease.number(copy, "SELECT count(*) FROM entry"))
        .isEqualTo(FirstRelease.ENTRIES);
    assertThat(root.resolve("before-upgrade/directory.v1.db")).exists();
  }

  private static String printed(LedgerState state, String indicator) {
    return FigureEngine.figure(state, Catalogue.standard().get(indicator), Period.year(2026))
        .printed();
  }

  @Test
  void open_whenNewerTablesAreThere_refusesInWordsAndChangesNothing() throws Exception {
    FirstRelease.change(
        bureau,
        "INSERT INTO flyway_schema_history SELECT 2, '99', 'of tomorrow', type,"
            + " 'V99__of_tomorrow.sql', 1, installed_by, installed_on, 1, 1"
            + " FROM flyway_schema_history WHERE installed_rank = 1");
    byte[] before = Files.readAllBytes(bureau);

    try (DataDirectory data = DataDirectory.open(root, "test")) {
      assertThatThrownBy(() -> data.openBureau(FirstRelease.BUREAU))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("更新版本")
          .hasMessageContaining("99");
    }
    try (DataDirectory view = DataDirectory.view(root)) {
      assertThatThrownBy(() -> view.openBureau(FirstRelease.BUREAU))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("更新版本");
    }
    assertThat(Files.readAllBytes(bureau)).isEqualTo(before);
  }

  @Test
  void migration_whenKilledMidway_leavesTheFileToTheOldVersion() throws Exception {
    Path later = Files.createDirectories(folder.resolve("later/db/bureau"));
    Files.writeString(
        later.resolve("V99__without_end.sql"),
        """
        CREATE TABLE filler (n INTEGER PRIMARY KEY, text TEXT);
        INSERT INTO filler WITH RECURSIVE counted (n) AS
          (SELECT 1 UNION ALL SELECT n + 1 FROM counted LIMIT 2000000000)
          SELECT n, hex(randomblob(500)) FROM counted;
        """);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                folder.resolve("later")
                    + File.pathSeparator
                    + System.getProperty("java.class.path"),
                OpenForKill.class.getName(),
                root.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    try {
      awaitChangesOnDisk(process);
    } finally {
      process.destroyForcibly().waitFor();
    }

    assertThat(FirstRelease.number(bureau, VERSION)).isEqualTo(1);
    assertThat(FirstRelease.number(bureau, "SELECT count(*) FROM entry"))
        .isEqualTo(FirstRelease.ENTRIES);
    assertThat(
            FirstRelease.number(
                bureau, "SELECT count(*) FROM sqlite_schema WHERE name IN ('record', 'filler')"))
        .isZero();
    try (DataDirectory data = DataDirectory.open(root, "test");
        SqliteDatabase database = data.openBureauFile(FirstRelease.BUREAU)) {
      assertThat(database.file()).exists();
    }
    assertThat(FirstRelease.number(bureau, VERSION)).isGreaterThan(1);
  }

  /** Pages of the unfinished transaction are in the write-ahead log once the cache overflows. */
  private void awaitChangesOnDisk(Process process) throws Exception {
    Path log = root.resolve("bureaus/gongjing.db-wal");
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!Files.exists(log) || Files.size(log) < 8 << 20) {
      assertThat(process.isAlive()).as(Files.readString(folder.resolve("output.txt"))).isTrue();
      assertThat(System.nanoTime()).isLessThan(until);
      Thread.sleep(20);
    }
  }
}
