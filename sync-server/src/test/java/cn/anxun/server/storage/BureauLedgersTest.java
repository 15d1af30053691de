package cn.anxun.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BureauLedgersTest {
  private static final long PATIENCE_SECONDS = 30;

  @TempDir Path folder;

  /** As on a full disk: each request asks for the ledger anew. */
  @Test
  void get_whenTheLedgerCannotBeBegun_leavesNothingOpen() throws Exception {
    TransactionWatch full =
        new TransactionWatch() {
          @Override
          public void committing(Database database, Handle handle) {
            throw new StorageException("full", null);
          }
        };
    try (DataDirectory data = DataDirectory.open(folder, "test", full);
        BureauLedgers ledgers = new BureauLedgers(data, Clock.systemUTC(), new Random(1))) {
      for (int request = 0; request < 3; request++) {
        assertThatThrownBy(() -> ledgers.get("neverbegun")).hasMessage("full");
      }

      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (isOpen("neverbegun") && System.nanoTime() < until) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      assertThat(isOpen("neverbegun")).as("connections to it").isFalse();
    }
  }

  private static boolean isOpen(String bureau) {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith(bureau + ".db"));
  }
}
