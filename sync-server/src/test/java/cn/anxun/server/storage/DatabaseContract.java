package cn.anxun.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** What every database of a bureau keeps to. */
abstract class DatabaseContract {
  /** The database of a bureau that has no entry; of one test always the same. */
  abstract Database open();

  static void set(Handle handle, String name, String value) {
    handle.execute(
        "INSERT INTO meta (name, value) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name,
        value);
  }

  static List<String> names(Handle handle) {
    return handle.createQuery("SELECT name FROM meta ORDER BY name").mapTo(String.class).list();
  }

  @Test
  void write_whenTheWorkThrows_keepsNothing() {
    try (Database database = open()) {
      assertThatThrownBy(
              () ->
                  database.change(
                      handle -> {
                        set(handle, "a", "1");
                        throw new IllegalArgumentException("no");
                      }))
          .hasMessage("no");

      database.change(handle -> set(handle, "b", "2"));

      assertThat(database.read(DatabaseContract::names)).containsExactly("b");
    }
  }

  @Test
  void read_whenAWriteCommitsMeanwhile_staysWithItsSnapshot() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Database database = open()) {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch written = new CountDownLatch(1);
      Future<Integer> second =
          other.submit(
              () ->
                  database.read(
                      handle -> {
                        int before = names(handle).size();
                        begun.countDown();
                        await(written);
                        return names(handle).size() - before;
                      }));
      await(begun);
      database.change(handle -> set(handle, "later", "1"));
      written.countDown();

      assertThat(second.get()).isZero();
      assertThat(database.read(DatabaseContract::names)).contains("later");
    } finally {
      other.shutdown();
    }
  }

  @Test
  void read_whenItWrites_isRefused() {
    try (Database database = open()) {
      assertThatThrownBy(
              () ->
                  database.read(
                      handle -> {
                        set(handle, "a", "1");
                        return true;
                      }))
          .isInstanceOf(StorageException.class);
    }
  }

  @Test
  void write_whenWithinAWrite_isRefused() {
    try (Database database = open()) {
      assertThatThrownBy(() -> database.change(handle -> database.change(inner -> {})))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void write_whenManyDoAtOnce_seesAllThatWasWrittenBefore() throws Exception {
    int writers = 8;
    int writes = 10;
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try (Database one = open();
        Database other = open()) {
      one.change(handle -> set(handle, "count", "0"));
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        Database database = i % 2 == 0 ? one : other;
        running.add(
            threads.submit(
                () -> {
                  for (int j = 0; j < writes; j++) {
                    database.change(handle -> set(handle, "count", "" + (count(handle) + 1)));
                  }
                }));
      }
      for (Future<?> writer : running) {
        writer.get();
      }

      assertThat(one.<Integer>read(DatabaseContract::count)).isEqualTo(writers * writes);
    } finally {
      threads.shutdown();
    }
  }

  private static int count(Handle handle) {
    return handle
        .createQuery("SELECT value FROM meta WHERE name = 'count'")
        .mapTo(Integer.class)
        .one();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
