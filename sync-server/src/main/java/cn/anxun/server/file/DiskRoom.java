package cn.anxun.server.file;

import cn.anxun.server.file.FileRefusedException.Reason;
import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room there is for files: the ledger, whose records go before photos, keeps some. */
@FunctionalInterface
public interface DiskRoom {
  /** What is left to the ledgers, in bytes. */
  long RESERVE = 256L << 20;

  /** What can still be written, in bytes. */
  long free() throws IOException;

  /** That of the disk on which the data directory lies. */
  static DiskRoom of(DataDirectory data) {
    Path root = data.root();
    return () -> Files.getFileStore(root).getUsableSpace();
  }

  /**
   * Sees to it that so many bytes may be written.
   *
   * @throws FileRefusedException DISK_FULL
   */
  default void need(long bytes) throws IOException, FileRefusedException {
    if (free() - RESERVE < bytes) {
      throw new FileRefusedException(Reason.DISK_FULL);
    }
  }
}
