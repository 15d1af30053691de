package cn.anxun.server.file;

import cn.anxun.server.file.FileRefusedException.Reason;
import cn.anxun.server.storage.StorageException;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Lets one request at a time at each upload. */
final class UploadLocks {
  /** A phone comes again before the server has seen that its connection was cut. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

  /** What is done while nobody else may. */
  @FunctionalInterface
  interface Held<T> {
    T get() throws IOException, FileRefusedException;
  }

  private record Key(Uploads.Sender sender, String sha256) {}

  private final Set<Key> held = new HashSet<>();

  /**
   * Does this alone.
   *
   * @throws FileRefusedException BUSY where another does not end in time; else as it throws
   * @throws StorageException where the disk fails
   */
  <T> T hold(Uploads.Sender sender, String sha256, Held<T> work) throws FileRefusedException {
    Key key = new Key(sender, sha256);
    take(key);
    try {
      return work.get();
    } catch (IOException e) {
      throw new StorageException(
          ServerTexts.both("storage.no-access", sha256, String.valueOf(e.getMessage())), e);
    } finally {
      synchronized (held) {
        held.remove(key);
        held.notifyAll();
      }
    }
  }

  private void take(Key key) throws FileRefusedException {
    long until = System.nanoTime() + PATIENCE;
    synchronized (held) {
      while (!held.add(key)) {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left <= 0) {
          throw new FileRefusedException(Reason.BUSY);
        }
        try {
          held.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new FileRefusedException(Reason.BUSY);
        }
      }
    }
  }
}
