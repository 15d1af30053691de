package cn.anxun.server.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A file system in memory whose size is set as the test goes on. Mounting one takes root. */
final class SmallDisk implements AutoCloseable {
  private static final long PAGE = 4096;

  private final Path at;

  private SmallDisk(Path at) {
    this.at = at;
  }

  /** Mounts one; the test is skipped, with a line that says so, where that is not allowed. */
  static SmallDisk mount(Path at, long megabytes) throws IOException {
    Files.createDirectories(at);
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "anxun", at.toString()),
        "skipped: no file system can be mounted here");
    return new SmallDisk(at);
  }

  void resize(long megabytes) {
    setSize(megabytes << 20);
  }

  /** Leaves room for so many bytes beyond what is used. */
  void leave(long bytes) throws IOException {
    FileStore store = Files.getFileStore(at);
    long used = store.getTotalSpace() - store.getUsableSpace();
    setSize((used + bytes + PAGE - 1) / PAGE * PAGE);
  }

  private void setSize(long bytes) {
    if (!run("mount", "-o", "remount,size=" + bytes, at.toString())) {
      throw new AssertionError("the file system cannot be resized to " + bytes);
    }
  }

  private static boolean run(String... command) {
    try {
      Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    run("umount", "-l", at.toString());
  }
}
