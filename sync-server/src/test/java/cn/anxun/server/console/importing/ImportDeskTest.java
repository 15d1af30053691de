package cn.anxun.server.console.importing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.clock.AskedClock;
import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.importer.ImportKind;
import cn.anxun.server.importer.SheetChoice;
import cn.anxun.server.importer.Workbooks;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.DataDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the desk keeps what people bring. */
final class ImportDeskTest {
  private static final Principal CLERK =
      new Principal("clerk", "clerk", Grant.of("qinghe", Role.OFFICE), Principal.WEB, false);

  private final SettableClock time = new SettableClock("2026-03-01T02:00:00Z");
  private final AskedClock clock = new AskedClock(time);
  private DataDirectory data;
  private Directory directory;
  private BureauLedgers ledgers;

  @BeforeEach
  void open() {
    data = DataDirectory.ephemeral("test");
    directory = Directory.open(data, clock, new Random(1));
    ledgers = new BureauLedgers(data, clock, new Random(1));
  }

  @AfterEach
  void close() {
    ledgers.close();
    directory.close();
    data.close();
  }

  private ImportDesk desk() {
    return new ImportDesk(ledgers, directory, clock);
  }

  private static ImportJob take(ImportDesk desk) throws IOException {
    return send(desk, new byte[] {1}).orElseThrow();
  }

  private static Optional<ImportJob> send(ImportDesk desk, byte[] file) throws IOException {
    ImportKind kind = ImportKind.find("hazards").orElseThrow();
    return desk.take(CLERK, kind, "a.xlsx", new ByteArrayInputStream(file));
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(data.uploads())) {
      return files.count();
    }
  }

  @Test
  void find_afterHalfAnHour_hasDeletedTheFile() throws Exception {
    ImportDesk desk = desk();
    ImportJob job = take(desk);
    time.forward(Duration.ofMinutes(20));
    assertThat(desk.find(CLERK, job.id())).isPresent();
    time.forward(Duration.ofMinutes(20));
    assertThat(desk.find(CLERK, job.id())).isPresent();
    assertThat(files()).isEqualTo(1);

    time.forward(Duration.ofMinutes(31));
    assertThat(desk.find(CLERK, job.id())).isEqualTo(Optional.empty());
    assertThat(files()).isZero();
  }

  @Test
  void start_deletesWhatAnEarlierRunLeft() throws Exception {
    take(desk());
    assertThat(files()).isEqualTo(1);

    desk();
    assertThat(files()).isZero();
  }

  @Test
  void take_ofMoreThanFive_letsTheOldestGo() throws Exception {
    ImportDesk desk = desk();
    ImportJob first = take(desk);
    for (int i = 0; i < 5; i++) {
      time.forward(Duration.ofMinutes(1));
      take(desk);
    }

    assertThat(desk.find(CLERK, first.id())).isEqualTo(Optional.empty());
    assertThat(files()).isEqualTo(5);
  }

  @Test
  void take_whileTheOldestIsBusy_letsTheOldestIdleOneGo() throws Exception {
    ImportDesk desk = desk();
    ImportJob first = take(desk);
    time.forward(Duration.ofMinutes(1));
    ImportJob second = take(desk);
    for (int i = 0; i < 3; i++) {
      time.forward(Duration.ofMinutes(1));
      take(desk);
    }
    assertThat(first.read(SheetChoice.ANY)).isTrue();

    take(desk);
    assertThat(desk.list(CLERK)).hasSize(5).contains(first).doesNotContain(second);
    assertThat(first.file()).exists();
    desk.discard(first);
    assertThat(desk.list(CLERK)).contains(first);
  }

  @Test
  void take_whileAllAreBusy_isRefused() throws Exception {
    ImportDesk desk = desk();
    for (int i = 0; i < 5; i++) {
      assertThat(take(desk).read(SheetChoice.ANY)).isTrue();
    }

    assertThat(send(desk, new byte[] {1})).isEmpty();
    assertThat(desk.list(CLERK)).hasSize(5);
    assertThat(files()).isEqualTo(5);
  }

  @Test
  void look_ofAJobThatIsGone_doesNothing() throws Exception {
    ImportDesk desk = desk();
    ImportJob job = take(desk);
    desk.discard(job);
    ImportJob.State before = job.standing().state();

    desk.look(job, SheetChoice.ANY);
    assertThat(job.standing().state()).isEqualTo(before);
  }

  @Test
  void job_whoseReadingEndsInAnErrorLater_hasFailed_andCanBeDiscarded(@TempDir Path folder)
      throws Exception {
    Path file =
        Workbooks.write(
            folder.resolve("a.xlsx"),
            List.of(List.of("单位名称", "发现日期", "隐患描述"), List.of("清河超市", "2026-02-05", "甲")));
    CountDownLatch patienceIsOver = new CountDownLatch(1);
    clock.onceAskedBy(
        "import",
        () -> {
          awaitUninterruptibly(patienceIsOver);
          throw new StackOverflowError();
        });
    ImportDesk desk = desk();
    ImportJob job = send(desk, Files.readAllBytes(file)).orElseThrow();
    assertThat(job.standing().state()).isEqualTo(ImportJob.State.READING);

    patienceIsOver.countDown();
    for (int i = 0; i < 500 && job.standing().state().isBusy(); i++) {
      Thread.sleep(10);
    }
    assertThat(job.standing().state()).isEqualTo(ImportJob.State.FAILED);
    desk.discard(job);
    assertThat(desk.list(CLERK)).isEmpty();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
