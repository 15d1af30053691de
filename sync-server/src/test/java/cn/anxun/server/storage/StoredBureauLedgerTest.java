package cn.anxun.server.storage;

import static cn.anxun.server.storage.SampleEntries.INSPECTOR;
import static cn.anxun.server.storage.SampleEntries.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger in an SQLite file. */
class StoredBureauLedgerTest extends BureauLedgerContract {
  @TempDir Path folder;

  @Override
  Database openDatabase() {
    return SqliteDatabase.open(folder.resolve("demo.db"), DataDirectory.BUREAU_MIGRATIONS);
  }

  @Override
  String refusal() {
    return "SQLITE_CONSTRAINT_TRIGGER";
  }

  @Test
  void accept_whenTheDiskIsFull_keepsNothingAndWorksAgainLater() {
    Head before = ledger.head();
    List<byte[]> drills = bytes(samples.drills(500));
    database.change(handle -> handle.execute("PRAGMA max_page_count = 40"));

    assertThatThrownBy(() -> ledger.accept(INSPECTOR, drills))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("磁盘已满");

    assertThat(ledger.head()).isEqualTo(before);
    database.change(handle -> handle.execute("PRAGMA max_page_count = 1000000"));
    assertThat(ledger.accept(INSPECTOR, drills)).hasSize(500);
    assertThat(ledger.lastSeq()).isEqualTo(500);
  }

  @Test
  void entry_whenReplacedByStatement_isRefused() {
    accepted(INSPECTOR, bytes(samples.hazard()));

    assertThatThrownBy(
            () ->
                database.change(
                    handle -> handle.execute("INSERT OR REPLACE INTO entry SELECT * FROM entry")))
        .hasStackTraceContaining(refusal());
  }
}
