package cn.anxun.server.simulation;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets no simulation hang the build: says which one it was, and what all threads did then. */
final class Watchdog {
  /** A long seed takes a second or two; this is for a machine under load. */
  static final long MOST_SECONDS = 60;

  /** The same where each statement goes to another process and back. */
  static final long MOST_SECONDS_ON_POSTGRES = 300;

  private Watchdog() {}

  /** What comes of this work, in a thread of its own; empty where it comes to no end. */
  static <T> Optional<T> watch(String name, Callable<T> work) {
    return watch(name, work, MOST_SECONDS);
  }

  static <T> Optional<T> watch(String name, Callable<T> work, long mostSeconds) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    try {
      return Optional.of(task.get(mostSeconds, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      System.out.println(name + " has not ended after " + mostSeconds + " s\n" + threads());
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(name, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(name, e);
    }
  }

  private static String threads() {
    StringBuilder threads = new StringBuilder();
    for (Map.Entry<Thread, StackTraceElement[]> thread : Thread.getAllStackTraces().entrySet()) {
      threads.append(thread.getKey()).append(' ').append(thread.getKey().getState()).append('\n');
      Arrays.stream(thread.getValue())
          .forEach(frame -> threads.append("    at ").append(frame).append('\n'));
    }
    return threads.toString();
  }
}
