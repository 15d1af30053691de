package cn.anxun.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever writes may hang; nobody waits for that for ever. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PushQueueTest {
  private static final Pusher PUSHER = new Pusher("zhang", Role.INSPECTOR, "demo.A");

  private final List<List<Push>> groups = Collections.synchronizedList(new ArrayList<>());
  private final Semaphore writes = new Semaphore(0);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final List<Thread> phones = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread phone = new Thread(work);
            phones.add(phone);
            return phone;
          });
  @TempDir private Path folder;
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    database = SqliteDatabase.open(folder.resolve("b.db"), DataDirectory.BUREAU_MIGRATIONS);
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    database.close();
  }

  /** Writes nothing before it is let. */
  private final class Hanging implements PushQueue.Writer {
    @Override
    public List<PushQueue.Outcome> write(Handle handle, List<Push> pushes) {
      groups.add(List.copyOf(pushes));
      begun.countDown();
      writes.acquireUninterruptibly();
      return Collections.nCopies(pushes.size(), new PushQueue.Outcome.Kept(List.of()));
    }

    @Override
    public void committed() {
      // Nobody is told here.
    }
  }

  private static Push push() {
    return new Push(PUSHER, List.of());
  }

  private Future<@Nullable RuntimeException> commit(PushQueue queue, Push push) {
    return threads.submit(
        () -> {
          try {
            queue.commit(push);
            return null;
          } catch (RuntimeException e) {
            return e;
          }
        });
  }

  @Test
  void commit_whenOthersHaveTheTurnForTooLong_goesAwayUnwritten() throws Exception {
    PushQueue queue = new PushQueue(database, new Hanging(), Duration.ofMillis(100));
    Push first = push();
    Future<@Nullable RuntimeException> hanging = commit(queue, first);
    begun.await();

    assertThat(commit(queue, push()).get(1, TimeUnit.MINUTES))
        .isInstanceOf(StorageException.class)
        .isNotInstanceOf(UnknownOutcomeException.class)
        .hasMessageContaining("本次内容没有保存");

    writes.release(2);
    assertThat(hanging.get(1, TimeUnit.MINUTES)).isNull();
    Push last = push();
    assertThat(commit(queue, last).get(1, TimeUnit.MINUTES)).isNull();
    assertThat(groups).containsExactly(List.of(first), List.of(last));
  }

  @Test
  void commit_whenSomebodyElseWritesItForTooLong_saysThatNobodyKnows() throws Exception {
    PushQueue queue = new PushQueue(database, new Hanging(), Duration.ofSeconds(8));
    Future<@Nullable RuntimeException> first = commit(queue, push());
    begun.await();
    Future<@Nullable RuntimeException> second = commit(queue, push());
    Future<@Nullable RuntimeException> third = commit(queue, push());
    while (phones.stream().filter(PushQueueTest::waits).count() < 2) {
      Thread.onSpinWait();
    }

    writes.release();
    assertThat(first.get(1, TimeUnit.MINUTES)).isNull();
    while (!second.isDone() && !third.isDone()) {
      Thread.sleep(10);
    }
    Future<@Nullable RuntimeException> toldFirst = second.isDone() ? second : third;
    Future<@Nullable RuntimeException> writer = second.isDone() ? third : second;

    assertThat(toldFirst.get()).isInstanceOf(UnknownOutcomeException.class);
    writes.release();
    assertThat(writer.get(1, TimeUnit.MINUTES)).isNull();
    assertThat(groups).extracting(List::size).containsExactly(1, 2);
  }

  private static boolean waits(Thread phone) {
    return phone.getState() == Thread.State.TIMED_WAITING;
  }
}
