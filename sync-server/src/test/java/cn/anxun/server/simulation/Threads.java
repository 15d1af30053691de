package cn.anxun.server.simulation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.util.thread.ThreadPool;

/** The threads of all simulated servers, one after the other: they outlive each of them. */
final class Threads implements ThreadPool {
  static final Threads SHARED = new Threads();

  private final ExecutorService pool =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "simulated-server");
            thread.setDaemon(true);
            return thread;
          });

  private Threads() {}

  @Override
  public void execute(Runnable work) {
    pool.execute(work);
  }

  @Override
  public void join() {
    // They end with the process.
  }

  @Override
  public int getThreads() {
    return Integer.MAX_VALUE;
  }

  @Override
  public int getIdleThreads() {
    return Integer.MAX_VALUE;
  }

  @Override
  public boolean isLowOnThreads() {
    return false;
  }
}
