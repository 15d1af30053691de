package cn.anxun.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.backup.NightlyCommand;
import cn.anxun.server.backup.NightlyStanding;
import cn.anxun.server.backup.NightlyStanding.State;
import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.storage.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the server does by itself what is promised of it, at a pace of 1 ms for each minute. */
final class DutiesTest {
  private static final String AFTERNOON = "2026-03-05T06:00:00Z";
  private static final Duration UNTIL_NIGHT = Duration.ofHours(12).plusSeconds(10);
  private static final Duration MINUTE = Duration.ofMillis(1);
  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(AFTERNOON);
  private DataDirectory data;

  @BeforeEach
  void open() {
    data = DataDirectory.open(folder.resolve("data"), "test");
  }

  @AfterEach
  void close() {
    data.close();
  }

  @Test
  void begin_backsUpAtOnce_andAgainWhenTheNightComes() throws Exception {
    Path second = folder.resolve("second");
    NightlyCommand.set(data, second, Optional.empty(), Optional.of(2), clock);

    try (Duties duties = Duties.begin(data, () -> {}, Optional::empty, clock, MINUTE)) {
      awaitBackup(second.resolve("anxun-20260305-140000"), duties);
      clock.forward(UNTIL_NIGHT);
      awaitBackup(second.resolve("anxun-20260306-020010"), duties);
    }
    assertThat(second.toFile().list((at, name) -> name.matches("anxun-\\d{8}-\\d{6}"))).hasSize(2);
    assertThat(NightlyStanding.of(data, clock.instant()).state()).isEqualTo(State.WELL);
  }

  @Test
  void begin_whenADutyFails_comesBackToIt() throws Exception {
    CountDownLatch tries = new CountDownLatch(3);
    Runnable failing =
        () -> {
          tries.countDown();
          throw new IllegalStateException("the disk is gone");
        };

    try (Duties duties = Duties.begin(data, failing, Optional::empty, clock, MINUTE)) {
      assertThat(tries.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("%s", duties).isTrue();
    }
  }

  private static void awaitBackup(Path backup, Duties duties) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Files.isDirectory(backup)) {
      assertThat(System.nanoTime()).as("%s by %s", backup, duties).isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
