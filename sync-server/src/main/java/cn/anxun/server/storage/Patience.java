package cn.anxun.server.storage;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How long somebody waits until told to try again, counted from when this is made: ten seconds in
 * all, for others of this process, for a connection, and for others in the database.
 */
final class Patience {
  /** For a connection, be it a new one. */
  static final int CONNECTION_SECONDS = 5;

  /** Lets statements take as long as they take again. */
  static final String DONE_WAITING = "SET LOCAL statement_timeout TO DEFAULT";

  private static final int ALL_SECONDS = 10;

  /** So that a second is left for the database after a connection. */
  private static final int HERE_SECONDS = 4;

  private final long began = System.nanoTime();

  /**
   * Waits for others of this process.
   *
   * @param where it is, for the message
   * @throws StorageException where they have it for too long
   */
  void take(ReentrantLock lock, String where) {
    if (!taken(lock, Duration.ofSeconds(HERE_SECONDS))) {
      throw PostgresFailure.busy(where, HERE_SECONDS + " s");
    }
  }

  /** Takes the lock, unless others have it for so long or the thread is to end. */
  static boolean taken(ReentrantLock lock, Duration most) {
    try {
      return lock.tryLock(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Has a transaction wait for a lock, and its statements until {@link #DONE_WAITING} take, only as
   * long as is left. The first would not do: one statement may wait for several locks, each as
   * long.
   */
  String toWaitForLocks() {
    long passed = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    String left = "'" + Math.max(1, ALL_SECONDS - passed) + "s'";
    return "SET LOCAL lock_timeout TO " + left + ";SET LOCAL statement_timeout TO " + left;
  }
}
