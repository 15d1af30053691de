package cn.anxun.server.storage;

import static cn.anxun.server.storage.SampleEntries.INSPECTOR;
import static cn.anxun.server.storage.SampleEntries.OFFICE;
import static cn.anxun.server.storage.SampleEntries.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.sync.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
