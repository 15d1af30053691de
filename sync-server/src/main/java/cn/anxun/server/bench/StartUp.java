package cn.anxun.server.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * {@code serve} in a process of its own on a ledger that is there already, as far as its first
 * answer; beside it a bare HTTP server in another.
 *
 * @param memory whether the memory it then holds at rest is measured, or how long that took
 */
record StartUp(String name, boolean memory, int entries, Goal goal) implements Work {
  private static final long REST_MILLIS = 1_500;

  static Work time(int entries, double millis) {
    return new StartUp("start", false, entries, Goal.oursAtMost(millis));
  }

  static Work memory(int entries, double megabytes) {
    return new StartUp("memory-rest", true, entries, Goal.oursAtMost(megabytes));
  }

  @Override
  public Unit unit() {
    return memory ? Unit.MEGABYTES : Unit.MILLISECONDS;
  }

  @Override
  public Trial begin(Path folder) throws IOException, WrongCountException {
    Path data = folder.resolve("data");
    FilledBureau.fill(data, entries).close();
    return new Trial() {
      @Override
      public double ours() throws IOException, WrongCountException {
        return measured(Child.serve(data));
      }

      @Override
      public double limit() throws IOException, WrongCountException {
        return measured(Child.bare());
      }

      @Override
      public void close() {
        // No server runs any more.
      }
    };
  }

  private double measured(Child child) throws IOException, WrongCountException {
    try (child) {
      if (!memory) {
        return child.startMillis();
      }
      TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
      return child.residentMegabytes();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
