package cn.anxun.server.move;

import static cn.anxun.server.move.MovedBureau.BUREAU;
import static cn.anxun.server.move.MovedBureau.assertGone;
import static cn.anxun.server.move.MovedBureau.directory;
import static cn.anxun.server.move.MovedBureau.goOn;
import static cn.anxun.server.move.MovedBureau.move;
import static cn.anxun.server.move.MovedBureau.rows;
import static cn.anxun.server.storage.SampleEntries.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.LedgerCopy;
import cn.anxun.server.storage.StorageException;
import cn.anxun.server.storage.StoredBureauLedger;
import cn.anxun.server.storage.TestPostgres;
import cn.anxun.server.storage.TransactionWatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A move that was broken off, or that the source went on behind, is done when it is tried again.
 */
final class BureauMoveAgainTest {
  @TempDir Path folder;
  private MovedBureau bureau;

  @BeforeEach
  void setUp() {
    bureau = new MovedBureau(folder);
  }

  @Test
  void move_whenKilledAtAnyCommit_isDoneByTheSameAgain() throws Exception {
    TestPostgres.require();
    int[] left = {0};
    int kills = 0;
    int before = -1;
    for (int at = 1; kills > before; at++) {
      before = kills;
      String files = "files" + at;
      String postgres = "postgres" + at;
      try (DataDirectory data = bureau.open(files)) {
        bureau.fill(data);
      }
      left[0] = at;
      kills += moveKilled(files, postgres, left, true);
      left[0] = 0;
      List<String> moved;
      try (DataDirectory there = bureau.open(postgres)) {
        moved = rows(there);
        bureau.assertServed(there);
      }
      left[0] = at;
      kills += moveKilled(postgres, files, left, false);
      try (DataDirectory back = bureau.open(files)) {
        assertThat(rows(back)).isEqualTo(moved);
        bureau.assertServed(back);
      }
    }
    assertThat(kills).as("commits at which it was killed").isGreaterThan(16);
  }

  /**
   * Moves it, and again where it was killed.
   *
   * @return how often it was
   */
  private int moveKilled(String from, String to, int[] left, boolean usePostgres) {
    try (DataDirectory source = DataDirectory.open(folder.resolve(from), "test", killed(left));
        DataDirectory target = DataDirectory.open(folder.resolve(to), "test", killed(left))) {
      if (usePostgres) {
        target.usePostgres(TestPostgres.newDatabase());
      }
      move(source, target);
      return 0;
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("killed");
    }
    left[0] = 0;
    try (DataDirectory source = bureau.open(from);
        DataDirectory target = bureau.open(to)) {
      move(source, target);
      assertGone(source);
      assertThat(source.attachments(BUREAU)).doesNotExist();
      assertThat(source.prepared(BUREAU)).doesNotExist();
    }
    return 1;
  }

  /** Ends whoever commits for the so-manieth time from now on, right before or right after. */
  private static TransactionWatch killed(int[] left) {
    return new TransactionWatch() {
      @Override
      public void committing(Database database, Handle handle) {
        end();
      }

      @Override
      public void committed(Database database, Handle handle) {
        end();
      }

      private void end() {
        if (--left[0] == 0) {
          throw new IllegalStateException("killed");
        }
      }
    };
  }

  @Test
  void move_whereTheSourceWentOnAfterItWasCopied_isRefused_andCopiesAfreshWhenTriedAgain()
      throws Exception {
    try (DataDirectory files = bureau.open("files");
        DataDirectory target = bureau.open("target")) {
      bureau.fill(files);
      moveWhileItGoesOn(files, target);
      goOn(files, 6);
      List<String> before = rows(files);

      assertThat(move(files, target).seq()).isEqualTo(609);

      assertThat(rows(target)).isEqualTo(before);
      bureau.assertServed(target);
      assertGone(files);
      assertThat(audited(target)).containsOnlyOnce("bureau-moved");
    }
  }

  @Test
  void move_onPostgresWhereTheSourceWentOn_copiesAfreshWhenTriedAgain() throws Exception {
    TestPostgres.require();
    try (DataDirectory files = bureau.open("files");
        DataDirectory postgres = bureau.openPostgres("postgres")) {
      bureau.fill(files);
      moveWhileItGoesOn(files, postgres);
      goOn(files, 6);
      List<String> before = rows(files);

      move(files, postgres);

      assertThat(rows(postgres)).isEqualTo(before);
      bureau.assertServed(postgres);
    }
  }

  private static void moveWhileItGoesOn(DataDirectory from, DataDirectory to) {
    assertThatThrownBy(
            () ->
                BureauMove.move(
                    BUREAU,
                    from,
                    to,
                    "test",
                    CLOCK,
                    step -> {
                      if (step.equals("move.copying")) {
                        goOn(from, 5);
                      }
                    }))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("gone on");
    assertThat(to.hasBureau(BUREAU)).as("copied by then").isTrue();
    assertThat(audited(from)).doesNotContain("bureau-moved");
    assertThat(audited(to)).doesNotContain("bureau-moved");
  }

  private static List<String> audited(DataDirectory data) {
    try (Directory directory = directory(data)) {
      return directory.audit().list(BUREAU, 0, 100).stream()
          .map(row -> row.event().action())
          .toList();
    }
  }

  @Test
  void move_whenKilledOnceTheLedgerWasCopied_bringsWhatChangedWithoutAnEntrySince()
      throws Exception {
    try (DataDirectory files = bureau.open("files");
        DataDirectory dying =
            DataDirectory.open(folder.resolve("target"), "test", killedOnceCopied())) {
      bureau.fill(files);
      assertThatThrownBy(() -> move(files, dying)).hasMessage("killed");
      try (Database database = files.openBureau(BUREAU);
          StoredBureauLedger ledger =
              StoredBureauLedger.open(database, CLOCK, new Random(7), new LedgerFold())) {
        ledger.rememberImportHeadings("hazards", Map.of("整改期限", "deadline"));
      }
    }
    try (DataDirectory files = bureau.open("files");
        DataDirectory target = bureau.open("target")) {
      List<String> before = rows(files);

      move(files, target);

      assertThat(rows(target)).isEqualTo(before);
      assertThat(before).filteredOn(row -> row.contains("整改期限")).hasSize(1);
      bureau.assertServed(target);
    }
  }

  private static TransactionWatch killedOnceCopied() {
    return new TransactionWatch() {
      @Override
      public void committed(Database database, Handle handle) {
        if (database.describe().contains("bureaus")
            && LedgerCopy.standing(handle).filter(at -> at.head().seq() > 0).isPresent()) {
          throw new IllegalStateException("killed");
        }
      }
    };
  }

  @Test
  void move_whereTheTargetWasOnlyLookedAt_goesOn() throws Exception {
    try (DataDirectory files = bureau.open("files");
        DataDirectory target = bureau.open("target")) {
      bureau.fill(files);
      List<String> before = rows(files);
      try (Database database = target.openBureau(BUREAU)) {
        // As the sweep of a server does, after a move that was broken off.
        StoredBureauLedger.open(database, CLOCK, new Random(9), new LedgerFold()).close();
      }

      move(files, target);

      assertThat(rows(target)).isEqualTo(before);
      bureau.assertServed(target);
    }
  }
}
