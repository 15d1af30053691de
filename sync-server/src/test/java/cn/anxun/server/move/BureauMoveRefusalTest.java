package cn.anxun.server.move;

import static cn.anxun.server.move.MovedBureau.BUREAU;
import static cn.anxun.server.move.MovedBureau.LATER;
import static cn.anxun.server.move.MovedBureau.assertRefused;
import static cn.anxun.server.move.MovedBureau.directory;
import static cn.anxun.server.move.MovedBureau.move;
import static cn.anxun.server.move.MovedBureau.rows;
import static cn.anxun.server.storage.SampleEntries.CLOCK;
import static cn.anxun.server.storage.SampleEntries.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.Main;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.Head;
import cn.anxun.server.storage.PostgresAddress;
import cn.anxun.server.storage.PostgresDatabases;
import cn.anxun.server.storage.SampleEntries;
import cn.anxun.server.storage.StorageException;
import cn.anxun.server.storage.StoredBureauLedger;
import cn.anxun.server.storage.TestPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where it cannot be moved, the source is as it was. */
final class BureauMoveRefusalTest {
  @TempDir Path folder;
  private MovedBureau bureau;

  @BeforeEach
  void setUp() {
    bureau = new MovedBureau(folder);
  }

  @Test
  void moveAway_whereTheFileWentOn_isRefused() throws Exception {
    try (DataDirectory files = bureau.open("files")) {
      bureau.fill(files);
      assertThatThrownBy(() -> files.moveAway(BUREAU, Head.EMPTY, CLOCK.instant()))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("has gone on");
      assertThat(files.hasBureau(BUREAU)).isTrue();
    }
  }

  @Test
  void move_whereTheSourceWasTamperedWith_isRefused() throws Exception {
    TestPostgres.require();
    try (DataDirectory files = bureau.open("files");
        DataDirectory postgres = bureau.openPostgres("postgres")) {
      bureau.fill(files);
      try (Database database = files.openBureau(BUREAU)) {
        database.change(
            handle -> {
              handle.execute("DROP TRIGGER entry_is_never_changed");
              handle.execute("UPDATE entry SET kind = 'TrainingHeld' WHERE seq = 3");
            });
      }
      List<String> before = rows(files);
      assertRefused(files, postgres, "not as it was written");
      assertThat(rows(files)).isEqualTo(before);
      assertThat(postgres.hasBureau(BUREAU)).isFalse();
    }
  }

  /** All else is sound: but for the phone the shorter ledger would be moved. */
  @Test
  void move_whereTheTailIsCutOffThatAPhoneHasSeen_isRefused() throws Exception {
    try (DataDirectory files = bureau.open("files");
        DataDirectory target = bureau.open("target")) {
      bureau.fill(files);
      Entry last = new SampleEntries(5).drills(1).get(0);
      try (Database database = files.openBureau(BUREAU);
          StoredBureauLedger ledger =
              StoredBureauLedger.open(database, CLOCK, new Random(7), new LedgerFold());
          Directory directory = directory(files)) {
        assertThat(ledger.accept(INSPECTOR, List.of(SampleEntries.bytes(last)))).hasSize(1);
        bureau.witness(directory, ledger);
        database.change(
            handle -> {
              handle.execute("DROP TRIGGER entry_is_never_deleted");
              handle.execute("DELETE FROM record WHERE subject = ?", last.subject());
              handle.execute("DELETE FROM entry WHERE seq = 608");
            });
      }
      assertRefused(files, target, "TAIL_CUT");
      try (Database directory = files.openDirectory()) {
        directory.change(handle -> handle.execute("DELETE FROM head_witness"));
      }
      assertThat(move(files, target).seq()).isEqualTo(607);
    }
  }

  @Test
  void move_whereTheTargetHasAnotherLedgerOrOtherPeople_isRefused() throws Exception {
    try (DataDirectory files = bureau.open("files");
        DataDirectory other = bureau.open("other");
        DataDirectory third = bureau.open("third")) {
      bureau.fill(files);
      try (Database database = other.openBureau(BUREAU);
          StoredBureauLedger ledger =
              StoredBureauLedger.open(database, CLOCK, new Random(9), new LedgerFold())) {
        SampleEntries samples = new SampleEntries();
        assertThat(ledger.accept(INSPECTOR, List.of(SampleEntries.bytes(samples.hazard()))))
            .hasSize(1);
      }
      assertRefused(files, other, "with other entries");
      try (Directory directory = Directory.open(third, Clock.systemUTC(), new Random(3))) {
        directory.accounts().create("ZHANG", "张四", "test");
      }
      assertRefused(files, third, "zhang");
    }
  }

  @Test
  void move_whereTheTargetHasAnotherBureauOfThisName_isRefused() throws Exception {
    try (DataDirectory files = bureau.open("files");
        DataDirectory other = bureau.open("other")) {
      bureau.fill(files);
      try (Directory directory = Directory.open(other, LATER, new Random(3))) {
        directory.bureaus().create(new Bureau(BUREAU, "同名", "510306"), "test");
      }
      assertRefused(files, other, "another one");
    }
  }

  @Test
  void move_withinOneDatabaseByTwoNames_isRefused() throws Exception {
    TestPostgres.require();
    PostgresAddress address = TestPostgres.newDatabase();
    String otherwise = address.text().replace("localhost", "127.0.0.1");
    otherwise = otherwise.equals(address.text()) ? otherwise + "?ApplicationName=x" : otherwise;
    try (DataDirectory one = bureau.open("one")) {
      one.usePostgres(address);
      bureau.fill(one);
    }
    try (DataDirectory one = bureau.open("one");
        DataDirectory same = bureau.open("same")) {
      same.usePostgres(PostgresAddress.parse(otherwise));
      assertRefused(one, same, "nothing to move");
    }
  }

  @Test
  void move_whileAServerRunsOnTheTarget_orIsStartedMeanwhile_isRefused() throws Exception {
    TestPostgres.require();
    try (DataDirectory files = bureau.open("files");
        DataDirectory postgres = bureau.openPostgres("postgres")) {
      bureau.fill(files);
      PostgresAddress address = postgres.postgres().orElseThrow();
      try (PostgresDatabases server = PostgresDatabases.open(address, null)) {
        assertThat(server.bureaus()).isEmpty();
        assertRefused(files, postgres, "running server");
      }
      List<PostgresDatabases> started = new ArrayList<>();
      assertThatThrownBy(
              () ->
                  BureauMove.move(
                      BUREAU,
                      files,
                      postgres,
                      "test",
                      CLOCK,
                      step -> {
                        if (step.equals("move.copying")) {
                          started.add(PostgresDatabases.open(address, null));
                        }
                      }))
          .isInstanceOf(MoveException.class)
          .hasMessageContaining("running server");
      assertThat(files.hasBureau(BUREAU)).isTrue();
      started.forEach(PostgresDatabases::close);

      move(files, postgres);
      bureau.assertServed(postgres);
    }
  }

  @Test
  void move_whileAServerRunsOnTheSource_isRefused() throws Exception {
    TestPostgres.require();
    try (DataDirectory postgres = bureau.openPostgres("postgres")) {
      bureau.fill(postgres);
    }
    try (DataDirectory postgres = bureau.open("postgres");
        PostgresDatabases server =
            PostgresDatabases.open(postgres.postgres().orElseThrow(), null)) {
      assertThat(server.hasBureau(BUREAU)).isTrue();
      try (DataDirectory files = bureau.open("files")) {
        assertRefused(postgres, files, "running server");
      }
    }
    try (DataDirectory running = bureau.open("files")) {
      PrintWriter unread = new PrintWriter(new StringWriter());
      List<String> command =
          List.of(
              "move-bureau",
              BUREAU,
              "--data",
              running.root().toString(),
              "--to",
              folder.resolve("third").toString());
      assertThat(Main.run(command, Map.of(), unread, unread)).isEqualTo(1);
    }
  }
}
