package cn.anxun.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
    Path trace = folder.resolve("trace.txt");
    assumeTrue(run(List.of("strace", "-qq", "-o", trace.toString(), "true")), "no strace here");

    List<String> command =
        List.of(
            "strace",
            "-f",
            "--seccomp-bpf",
            "-qq",
            "-y",
            "-e",
            "trace=fsync,fdatasync,write,pwrite64",
            "-e",
            "signal=none",
            "-o",
            trace.toString(),
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ReceiptsForStrace.class.getName(),
            folder.resolve("demo.db").toString(),
            Integer.toString(RECEIPTS));
    assertThat(run(command)).isTrue();

    List<Boolean> synced = syncedAtEachReceipt(Files.readAllLines(trace));
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

  private boolean run(List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output.txt").toFile())
              .start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
