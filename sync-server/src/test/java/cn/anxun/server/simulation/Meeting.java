package cn.anxun.server.simulation;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Two pushes at once: the second arrives while the first is being kept, and waits for its turn. */
final class Meeting {
  private static final long MOST_SECONDS = 5;

  private final SimulatedServer server;
  private final SimulatedPhone second;
  private final CountDownLatch firstAnswered = new CountDownLatch(1);
  private volatile String cameOfSecond = "";
  private volatile @Nullable Throwable failure;

  private Meeting(SimulatedServer server, SimulatedPhone second) {
    this.server = server;
    this.second = second;
  }

  /** Both sync; what came of it. One meeting at a time, so that no other's waiting is seen. */
  static String of(
      SimulatedServer server, SimulatedPhone first, SimulatedPhone second, Happened happened) {
    synchronized (Meeting.class) {
      Meeting meeting = new Meeting(server, second);
      first.network().befall(0, 0);
      second.network().befall(0, 0);
      server.fate().atNextPush(() -> meeting.begin(happened));
      String cameOfFirst = String.valueOf(first.sync());
      meeting.firstAnswered.countDown();
      server.fate().atNextPush(() -> {});
      if (meeting.failure != null) {
        throw new IllegalStateException("the second of a meeting", meeting.failure);
      }
      return cameOfFirst + ", " + meeting.cameOfSecond;
    }
  }

  /** Within the transaction that keeps the first push. */
  private void begin(Happened happened) {
    Thread thread =
        new Thread(
            () -> {
              try {
                cameOfSecond = String.valueOf(second.sync());
              } catch (Throwable e) {
                failure = e;
              }
            },
            "second of a meeting");
    thread.setDaemon(true);
    server.meet(thread, firstAnswered::countDown);
    thread.start();
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (thread.isAlive() && !somebodyWaits() && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    if (thread.isAlive() && somebodyWaits()) {
      happened.count("two pushes at once");
      // What else the server writes of the first would else come now before the second, now after.
      server.fate().atNextPush(this::awaitFirst);
    }
  }

  private void awaitFirst() {
    try {
      if (!firstAnswered.await(MOST_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the first of a meeting has no answer");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean somebodyWaits() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getState() == Thread.State.TIMED_WAITING)
        .flatMap(thread -> Arrays.stream(thread.getValue()))
        .anyMatch(frame -> frame.getClassName().endsWith(".PushQueue"));
  }
}
