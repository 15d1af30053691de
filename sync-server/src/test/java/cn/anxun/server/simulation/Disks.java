package cn.anxun.server.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where simulated disks are: in memory where the system has a place for that, and room in it. */
final class Disks {
  private static final long ROOM_BYTES = 1L << 30;

  private Disks() {}

  static Path folder() {
    try {
      Path memory = Path.of("/dev/shm");
      return Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() >= ROOM_BYTES
          ? Files.createTempDirectory(memory, "anxun-simulation-")
          : Files.createTempDirectory("anxun-simulation-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
