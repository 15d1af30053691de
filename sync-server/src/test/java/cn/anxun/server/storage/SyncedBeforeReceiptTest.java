package cn.anxun.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.disk.Strace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operating system is asked to do, in order, as strace records it; skipped without it. */
class SyncedBeforeReceiptTest {
  private static final int RECEIPTS = 5;
  private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\((.*)");
  private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>.*");

  @TempDir Path folder;

  @Test
  void accept_whenItAnswers_hasSyncedTheWriteAheadLog() throws Exception {
    List<String> lines =
        Strace.of(
            folder,
            "fsync,fdatasync,write,pwrite64",
            ReceiptsForStrace.class,
            folder.resolve("demo.db").toString(),
            Integer.toString(RECEIPTS));

    List<Boolean> synced = syncedAtEachReceipt(lines);
    assertThat(synced).hasSize(RECEIPTS).doesNotContain(false);
  }

  /** Whether the log had been written since the receipt before, and wholly synced, at each one. */
  private static List<Boolean> syncedAtEachReceipt(List<String> lines) {
    List<Boolean> synced = new ArrayList<>();
    Set<String> syncing = new HashSet<>();
    boolean written = false;
    boolean unsynced = false;
    for (String line : lines) {
      Matcher call = CALL.matcher(line);
      Matcher resumed = RESUMED.matcher(line);
      if (call.matches()) {
        boolean sync = call.group(2).endsWith("sync");
        boolean ofTheLog = call.group(3).contains("demo.db-wal>");
        if (ofTheLog && !sync) {
          written = true;
          unsynced = true;
        } else if (ofTheLog && line.endsWith("<unfinished ...>")) {
          syncing.add(call.group(1));
        } else if (ofTheLog) {
          unsynced = false;
        } else if (call.group(3).contains(ReceiptsForStrace.MARK)) {
          synced.add(written && !unsynced);
          written = false;
        }
      } else if (resumed.matches() && syncing.remove(resumed.group(1))) {
        unsynced = false;
      }
    }
    return synced;
  }
}
