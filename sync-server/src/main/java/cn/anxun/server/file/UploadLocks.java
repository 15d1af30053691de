package cn.anxun.server.file;

import cn.anxun.server.file.FileRefusedException.Reason;
import cn.anxun.server.storage.StorageException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Lets one request at a time at each upload. A phone that lost its network comes again long before
 * the server sees that the old connection is dead; it takes over where nothing comes any more.
 */
final class UploadLocks {
  /** A phone comes again before the server has seen that its connection was cut. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(3);

  /** A connection from which nothing came for so long gives way to another. */
  private static final long STALLED = TimeUnit.SECONDS.toNanos(1);

  private static final long LOOK_MILLIS = 100;

  /** What is done while nobody else may. */
  @FunctionalInterface
  interface Held<T> {
    T get(Reading reading) throws IOException, FileRefusedException;
  }

  /** How the one who holds an upload waits for its bytes. */
  static final class Reading {
    private final Thread thread = Thread.currentThread();
    private boolean waits;
    private boolean gaveWay;
    private long since;

    synchronized void begin() {
      waits = true;
      since = System.nanoTime();
    }

    synchronized void end() {
      waits = false;
      if (gaveWay) {
        gaveWay = false;
        // The thread goes on to other requests, which nobody interrupted.
        Thread.interrupted();
      }
    }

    private synchronized void giveWay() {
      if (waits && !gaveWay && System.nanoTime() - since > STALLED) {
        gaveWay = true;
        thread.interrupt();
      }
    }
  }

  private record Key(Uploads.Sender sender, String sha256) {}

  private final Map<Key, Reading> held = new HashMap<>();

  /**
   * Does this alone.
   *
   * @throws FileRefusedException BUSY where another does not end in time; else as it throws
   * @throws StorageException where the disk fails
   */
  <T> T hold(Uploads.Sender sender, String sha256, Held<T> work) throws FileRefusedException {
    Key key = new Key(sender, sha256);
    Reading reading = take(key);
    try {
      return work.get(reading);
    } catch (IOException e) {
      throw StorageException.noAccess(sha256, e);
    } finally {
      synchronized (held) {
        held.remove(key);
        held.notifyAll();
      }
    }
  }

  private Reading take(Key key) throws FileRefusedException {
    Reading own = new Reading();
    long until = System.nanoTime() + PATIENCE;
    synchronized (held) {
      for (Reading other = held.putIfAbsent(key, own);
          other != null;
          other = held.putIfAbsent(key, own)) {
        other.giveWay();
        if (System.nanoTime() > until) {
          throw new FileRefusedException(Reason.BUSY);
        }
        try {
          held.wait(LOOK_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new FileRefusedException(Reason.BUSY);
        }
      }
    }
    return own;
  }
}
