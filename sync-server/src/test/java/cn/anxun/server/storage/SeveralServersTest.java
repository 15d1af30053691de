package cn.anxun.server.storage;

import static cn.anxun.server.storage.SampleEntries.INSPECTOR;
import static cn.anxun.server.storage.SampleEntries.OFFICE;
import static cn.anxun.server.storage.SampleEntries.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.sync.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two servers over one PostgreSQL know of each other. */
final class SeveralServersTest {
  private static final int EACH = 30;

  private final String bureau = TestPostgres.newBureau();
  private PostgresDatabases one;
  private PostgresDatabases other;

  @BeforeEach
  void open() {
    one = PostgresDatabases.open(TestPostgres.address(), null);
    other = PostgresDatabases.open(TestPostgres.address(), null);
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  /** Each reads a number and writes the next in two transactions, as a desk of numbers does. */
  @Test
  void turn_isHadByOneAtATime_atWhicheverServer() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Database> servers = List.of(one.openBureau(bureau), other.openBureau(bureau));
      servers.get(0).change(handle -> handle.execute("INSERT INTO meta VALUES ('n', '0')"));
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Database server = servers.get(i % 2);
        running.add(threads.submit(() -> count(server)));
      }
      for (Future<?> each : running) {
        each.get();
      }
      assertThat(read(servers.get(1))).isEqualTo(4 * EACH);
    } finally {
      threads.shutdown();
    }
  }

  private static void count(Database server) {
    for (int i = 0; i < EACH; i++) {
      Turn turn = server.turn("numbers");
      Turn again = server.turn("numbers");
      try (turn;
          again) {
        int next = read(server) + 1;
        server.change(
            handle ->
                handle.execute(
                    "UPDATE meta SET value = ? WHERE name = 'n'", Integer.toString(next)));
      }
    }
  }

  private static int read(Database server) {
    return server.read(
        handle ->
            handle
                .createQuery("SELECT value FROM meta WHERE name = 'n'")
                .mapTo(Integer.class)
                .one());
  }

  @Test
  void turns_ofOtherNamesAndBureaus_areApart() {
    try (Turn first = one.openBureau(bureau).turn("numbers");
        Turn second = other.openBureau(bureau).turn("year");
        Turn third = other.openBureau(TestPostgres.newBureau()).turn("numbers")) {
      assertThat(List.of(first, second, third)).doesNotContainNull();
    }
  }

  @Test
  void write_ofWhoLostTheTurnWithItsConnection_isRefused() {
    Database here = one.openBureau(bureau);
    StoredBureauLedger ledger = ledger(one);
    byte[] drill = bytes(new SampleEntries().drills(1).get(0));
    try (Turn lost = here.turn("numbers");
        Turn again = ledger.turn("year")) {
      assertThat(List.of(lost, again)).doesNotContainNull();
      cutTurns();
      assertThatThrownBy(() -> here.change(handle -> DatabaseContract.set(handle, "n", "1")))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("连接断过")
          .hasMessageContaining("Nothing of this was kept");
      assertThatThrownBy(() -> ledger.accept(INSPECTOR, List.of(drill)))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("连接断过");
    }
    assertThat(here.read(DatabaseContract::names)).doesNotContain("n");
    assertThat(ledger.lastSeq()).isZero();
    try (Turn next = here.turn("numbers")) {
      assertThat(next).isNotNull();
      assertThat(ledger.accept(INSPECTOR, List.of(drill))).hasSize(1);
    }
  }

  /** As where a line is cut: PostgreSQL ends the turn, and who has it is not told. */
  private void cutTurns() {
    other
        .openDirectory()
        .look(
            handle ->
                assertThat(
                        handle
                            .createQuery(
                                "SELECT pg_terminate_backend(pid, 10000) FROM pg_locks WHERE"
                                    + " locktype = 'advisory' AND granted")
                            .mapTo(Boolean.class)
                            .list())
                    .isNotEmpty()
                    .containsOnly(true));
  }

  @Test
  void turn_afterItWasLost_seesWhatWasStillWritten() throws Exception {
    Database here = one.openBureau(bureau);
    here.change(handle -> DatabaseContract.set(handle, "n", "0"));
    ExecutorService threads = Executors.newSingleThreadExecutor();
    CountDownLatch cut = new CountDownLatch(1);
    CountDownLatch seen = new CountDownLatch(1);
    try (Turn lost = here.turn("numbers")) {
      assertThat(lost).isNotNull();
      Future<Integer> next =
          threads.submit(
              () -> {
                cut.await();
                try (Turn own = other.openBureau(bureau).turn("numbers")) {
                  assertThat(own).isNotNull();
                  return read(other.openBureau(bureau));
                } finally {
                  seen.countDown();
                }
              });
      here.change(
          handle -> {
            cutTurns();
            cut.countDown();
            while (seen.getCount() > 0 && !isWaitedFor(handle)) {
              Thread.onSpinWait();
            }
            DatabaseContract.set(handle, "n", "1");
          });
      assertThat(next.get()).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
  }

  /** Whether somebody waits for what this transaction has locked. */
  private static boolean isWaitedFor(Handle handle) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY"
                + " (pg_blocking_pids(pid)))")
        .mapTo(Boolean.class)
        .one();
  }

  @Test
  void write_behindOthersOfItsProcessThatWait_isToldToTryAgainBeforeTheyAre() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Database here = one.openBureau(bureau);
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    try {
      Future<?> holder =
          threads.submit(
              () ->
                  other
                      .openBureau(bureau)
                      .change(
                          handle -> {
                            first.countDown();
                            await(told);
                          }));
      first.await();
      Future<?> writer = threads.submit(() -> here.change(handle -> {}));
      awaitWaiting(one);
      assertThatThrownBy(() -> here.change(handle -> {}))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("正被占用");
      assertThat(writer).isNotDone();
      told.countDown();
      writer.get();
      holder.get();
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void turn_behindOthersOfItsProcessThatWait_isToldToTryAgainBeforeTheyAre() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    Database here = one.openBureau(bureau);
    try {
      Turn turn = other.openBureau(bureau).turn("numbers");
      Future<?> taker = threads.submit(() -> here.turn("numbers").close());
      awaitWaiting(one);
      assertThatThrownBy(() -> here.turn("numbers"))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("正被占用");
      assertThat(taker).isNotDone();
      turn.close();
      taker.get();
    } finally {
      threads.shutdown();
    }
  }

  private static void awaitWaiting(PostgresDatabases server) {
    Database any = server.openDirectory();
    while (!any.<Boolean>read(
        handle ->
            handle
                .createQuery("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)")
                .mapTo(Boolean.class)
                .one())) {
      Thread.onSpinWait();
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
  void state_fromBeforeARedactionAtAnotherServer_isForgotten() {
    StoredBureauLedger here = ledger(one);
    StoredBureauLedger there = ledger(other);
    SampleEntries samples = new SampleEntries();
    Entry hazard = samples.hazard();
    List<Receipt> unused = here.accept(INSPECTOR, List.of(bytes(hazard)));
    Cutoff first = new Cutoff(1, SampleEntries.DAY);
    LedgerState before = here.state(first);
    assertThat(here.state(first)).isSameAs(before);

    unused = there.accept(OFFICE, List.of(bytes(samples.redacted(hazard))));
    assertThat(here.state(first)).isNotSameAs(before);
  }

  private StoredBureauLedger ledger(PostgresDatabases server) {
    return StoredBureauLedger.open(
        server.openBureau(bureau), SampleEntries.CLOCK, new Random(7), new LedgerFold());
  }
}
