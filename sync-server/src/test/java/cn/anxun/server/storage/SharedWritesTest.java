package cn.anxun.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SharedWritesTest {
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger commits = new AtomicInteger();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final List<Thread> others = new ArrayList<>();
  private final List<RuntimeException> thrown = new ArrayList<>();
  @TempDir private Path folder;
  private SqliteDatabase database;
  private SharedWrites writes;
  private @Nullable StorageException failure;

  @BeforeEach
  void open() {
    TransactionWatch counting =
        new TransactionWatch() {
          @Override
          public void begun(Database of, Handle handle) {
            begun.incrementAndGet();
          }

          @Override
          public void committing(Database of, Handle handle) {
            if (failure != null && commits.get() > 0) {
              throw failure;
            }
          }

          @Override
          public void committed(Database of, Handle handle) {
            commits.incrementAndGet();
          }
        };
    database = SqliteDatabase.open(folder.resolve("directory.db"), "db/directory", counting);
    database.change(handle -> handle.execute("CREATE TABLE said (word TEXT PRIMARY KEY)"));
    writes = new SharedWrites(database);
    begun.set(0);
    commits.set(0);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Consumer<Handle> says(String word) {
    return handle -> handle.execute("INSERT INTO said (word) VALUES (?)", word);
  }

  private List<String> said() {
    return database.read(
        handle ->
            handle.createQuery("SELECT word FROM said ORDER BY word").mapTo(String.class).list());
  }

  /** Writes this and, in threads of their own, those that come while it is being written. */
  private void meanwhile(List<Consumer<Handle>> works) throws InterruptedException {
    Thread first = new Thread(() -> writes.change(this::hold));
    first.start();
    held.await();
    for (Consumer<Handle> work : works) {
      Thread other = new Thread(() -> change(work));
      others.add(other);
      other.start();
      while (other.isAlive() && other.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    }
    letGo.countDown();
    first.join();
    for (Thread other : others) {
      other.join();
    }
  }

  private void hold(Handle handle) {
    says("first").accept(handle);
    held.countDown();
    try {
      letGo.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void change(Consumer<Handle> work) {
    try {
      writes.change(work);
    } catch (RuntimeException e) {
      synchronized (thrown) {
        thrown.add(e);
      }
    }
  }

  @Test
  void change_whenSeveralWait_isOneTransactionForAllOfThem() throws Exception {
    meanwhile(List.of(says("a"), says("b"), says("c"), says("d")));

    assertThat(said()).containsExactly("a", "b", "c", "d", "first");
    assertThat(commits).hasValue(2);
    assertThat(thrown).isEmpty();
  }

  @Test
  void change_whenOneOfSeveralFails_failsAlone() throws Exception {
    IllegalStateException fault = new IllegalStateException("not this one");
    Consumer<Handle> faulty =
        handle -> {
          says("never").accept(handle);
          throw fault;
        };
    meanwhile(List.of(says("a"), faulty, says("b")));

    assertThat(said()).containsExactly("a", "b", "first");
    assertThat(thrown).containsExactly(fault);
  }

  @Test
  void change_whenTheCommitOfSeveralFails_tellsEachOfThemAtOnce() throws Exception {
    failure = new StorageException("held by others", null);
    meanwhile(List.of(says("a"), says("b"), says("c")));

    assertThat(said()).containsExactly("first");
    assertThat(begun).as("the first, and one for the three").hasValue(2);
    assertThat(thrown).hasSize(3).containsOnly(failure);
    failure = null;
    writes.change(says("d"));
    assertThat(said()).containsExactly("d", "first");
  }

  @Test
  void change_whenAlone_throwsWhatTheWorkThrows_andGoesOnAfterwards() {
    assertThatThrownBy(() -> writes.change(handle -> handle.execute("INSERT INTO nowhere")))
        .isInstanceOf(RuntimeException.class);

    writes.change(says("a"));
    assertThat(said()).containsExactly("a");
  }
}
