package cn.anxun.server.storage;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one bureau, or of the directory: read in snapshots, written by one at a time. What
 * a write changes is on the disk when it returns, or not at all. Safe for several threads.
 */
public interface Database extends AutoCloseable {

  /**
   * Does what reads, all of it in one snapshot.
   *
   * @throws StorageException where the disk or the database fails
   */
  <T extends @Nullable Object> T read(Function<Handle, T> work);

  /** As {@link #read}, for what has no result. */
  default void look(Consumer<Handle> work) {
    read(
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  /**
   * Does what writes in one transaction, and returns when it is on the disk. It sees all that was
   * written before, and nobody writes meanwhile. Whatever it throws undoes all of it and is thrown
   * on. Not to be called from within itself.
   *
   * @throws StorageException where the disk or the database fails; then nothing is kept, unless the
   *     message says that this is not known, and the next call may work again
   */
  <T extends @Nullable Object> T write(Function<Handle, T> work);

  /** As {@link #write}, for what has no result. */
  default void change(Consumer<Handle> work) {
    write(
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  /**
   * Waits for the turn of this name, which nobody else has then, at whichever server: for work that
   * reads, decides, and writes more than once. Whoever has it may take it again. Not to be taken
   * from within {@link #write}.
   *
   * @throws StorageException where the database fails, or others have it for too long
   */
  Turn turn(String name);

  /**
   * Whether this thread has a turn that may be lost with its connection: what it writes for it is
   * to be written by this very thread, and is refused where the turn was lost.
   */
  default boolean isInTurn() {
    return false;
  }

  /**
   * What a failure within {@link #write} means.
   *
   * @return a {@link StorageException} that says what to do where the disk or the database failed,
   *     else the failure itself
   */
  RuntimeException translated(RuntimeException failure);

  /** Where it is, for messages: a file, or a schema of a server. */
  String describe();

  @Override
  void close();
}
