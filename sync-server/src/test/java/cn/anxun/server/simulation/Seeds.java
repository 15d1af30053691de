package cn.anxun.server.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.slf4j.LoggerFactory;

/** Runs many seeds. */
final class Seeds {
  private static final int AT_ONCE = 2;
  private static final int TOLD_EACH = 500;

  private final long first;
  private final long count;
  private final Supplier<Wiring> wiring;
  private final Happened happened = new Happened();
  private final List<String> failures = new ArrayList<>();

  /**
   * @param wiring of each
   */
  Seeds(long first, long count, Supplier<Wiring> wiring) {
    this.wiring = wiring;
    this.first = first;
    this.count = count;
  }

  /** Runs them; what failed is told with its seed and its shortest schedule. */
  List<String> run() {
    inParallel(
        LongStream.range(first, first + count)
            .<Runnable>mapToObj(seed -> () -> one(seed))
            .toList());
    return failures;
  }

  /** Does all of this, two at a time, with the server's complaints about its deaths unheard. */
  static void inParallel(List<Runnable> work) {
    Logger log = (Logger) LoggerFactory.getLogger("cn.anxun");
    Level before = log.getLevel();
    log.setLevel(Level.OFF);
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<?>> running = new ArrayList<>();
      work.forEach(one -> running.add(threads.submit(one)));
      for (Future<?> one : running) {
        var unused = one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdown();
      log.setLevel(before);
    }
  }

  private void one(long seed) {
    try {
      Schedule schedule = Schedule.of(seed);
      Simulation.Run run = Simulation.run(schedule, wiring.get());
      happened.add(run.happened());
      happened.count("seeds");
      if (run.failure().isPresent()) {
        fail(Simulation.told(schedule, wiring.get()));
      }
      if (happened.of("seeds") % TOLD_EACH == 0) {
        System.out.println(happened.of("seeds") + " seeds run");
      }
    } catch (Throwable e) {
      fail("seed " + seed + ": " + e);
    }
  }

  private void fail(String told) {
    System.out.println(told);
    synchronized (failures) {
      failures.add(told);
    }
  }

  Happened happened() {
    return happened;
  }

  /** What happened how often, line by line. */
  String summary() {
    StringBuilder summary = new StringBuilder();
    happened
        .counts()
        .forEach((what, times) -> summary.append(String.format("%,10d  %s%n", times, what)));
    return summary.toString();
  }
}
