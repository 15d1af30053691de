package cn.anxun.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.os.Looper;
import androidx.arch.core.executor.ArchTaskExecutor;
import androidx.recyclerview.widget.AsyncDifferConfig;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.robolectric.util.ReflectionHelpers;

/**
 * Waits until nothing is under way: on the main thread, in the app's background, in Room's threads
 * and in those which compare the rows of lists. Each round brings to its end all that was begun
 * before it, however slow the machine is; a chain of steps from thread to thread takes a round for
 * each.
 */
public final class Stillness {
  private static final int STEPS = 6;
  private static final int ROOM_THREADS = 4;
  private static final int DIFFER_THREADS = 2;
  private static final long PATIENCE_SECONDS = 30;

  private final Executor background;

  public Stillness(Executor background) {
    this.background = background;
  }

  /** To be called on the main thread. */
  public void await() {
    for (int i = 0; i < STEPS; i++) {
      drain(background, 1);
      drain(ArchTaskExecutor.getIOThreadExecutor(), ROOM_THREADS);
      Executor differ = differ();
      if (differ != null) {
        drain(differ, DIFFER_THREADS);
      }
      shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(50));
    }
  }

  /** Once all threads of the pool are held at the same time, none is at work any more. */
  private static void drain(Executor pool, int threads) {
    CountDownLatch held = new CountDownLatch(threads);
    CountDownLatch released = new CountDownLatch(1);
    for (int i = 0; i < threads; i++) {
      pool.execute(
          () -> {
            held.countDown();
            awaitOrFail(released);
          });
    }
    try {
      awaitOrFail(held);
    } finally {
      released.countDown();
    }
  }

  private static void awaitOrFail(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The threads of all ListAdapters; there are none before the first list. */
  private static @Nullable Executor differ() {
    return ReflectionHelpers.getStaticField(AsyncDifferConfig.Builder.class, "sDiffExecutor");
  }
}
