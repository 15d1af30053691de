package cn.anxun.server.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Small writes of many requests: whichever thread gets its turn first writes for all that wait by
 * then, so that one sync of the disk serves them all. Safe for several threads.
 */
public final class SharedWrites {
  private final Database database;
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  /** A write; what becomes of it is known to who has the turn. */
  private static final class Waiting {
    private final Consumer<Handle> work;
    private boolean isTaken;
    private boolean isWritten;
    private @Nullable StorageException failure;

    private Waiting(Consumer<Handle> work) {
      this.work = work;
    }
  }

  public SharedWrites(Database database) {
    this.database = database;
  }

  /**
   * As {@link Database#change}, perhaps in one transaction with others. Where the disk or the
   * database fails, it fails for all of them; where the work of one does, each is tried by itself.
   *
   * @param work does no harm when it is done twice, or after this said that it was not
   * @throws StorageException also where others have their turn for too long
   */
  public void change(Consumer<Handle> work) {
    Waiting own = new Waiting(work);
    waiting.add(own);
    try {
      new Patience().take(turn, database.describe());
    } catch (StorageException e) {
      waiting.remove(own);
      throw e;
    }
    try {
      if (!own.isTaken) {
        writeAll();
      }
    } finally {
      turn.unlock();
    }
    if (own.failure != null) {
      throw own.failure;
    }
    if (!own.isWritten) {
      database.change(work);
    }
  }

  private void writeAll() {
    List<Waiting> group = new ArrayList<>();
    for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
      next.isTaken = true;
      group.add(next);
    }
    try {
      database.change(handle -> group.forEach(write -> write.work.accept(handle)));
      group.forEach(write -> write.isWritten = true);
    } catch (StorageException e) {
      group.forEach(write -> write.failure = e);
    } catch (RuntimeException e) {
      // Of one of them: each finds out by itself, while others have their turn.
    }
  }
}
