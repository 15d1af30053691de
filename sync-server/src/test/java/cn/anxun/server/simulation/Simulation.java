package cn.anxun.server.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs schedules, and makes one that fails as short as it can be. */
public final class Simulation {
  private Simulation() {}

  /**
   * What came of a schedule.
   *
   * @param failure what went wrong; empty where nothing did
   * @param trace each move, and what came of it
   */
  public record Run(Optional<Throwable> failure, Happened happened, List<String> trace) {}

  /** What comes of what this seed says, where the parts are put together like this. */
  public static Run run(long seed, Wiring wiring) {
    return run(Schedule.of(seed), wiring);
  }

  static Run run(Schedule schedule, Wiring wiring) {
    long most = wiring.isOnPostgres() ? Watchdog.MOST_SECONDS_ON_POSTGRES : Watchdog.MOST_SECONDS;
    return Watchdog.watch("seed " + schedule.seed(), () -> unwatched(schedule, wiring), most)
        .orElseGet(() -> new Run(Optional.of(new Wedged()), new Happened(), List.of()));
  }

  private static Run unwatched(Schedule schedule, Wiring wiring) {
    Happened happened = new Happened();
    List<String> trace = new ArrayList<>();
    try (World world = new World(schedule, wiring, happened, trace)) {
      schedule.moves().forEach(world::make);
      world.heal();
      world.check();
      return new Run(Optional.empty(), happened, trace);
    } catch (Throwable e) {
      return new Run(Optional.of(e), happened, trace);
    }
  }

  /** A schedule that fails in the same way, of as few moves as leaving some out can make it. */
  static Schedule shrink(Schedule failing, Wiring wiring) {
    String how = kind(run(failing, wiring).failure());
    if (how.equals(Wedged.class.getName())) {
      return failing;
    }
    Schedule least = failing;
    for (int size = failing.moves().size() / 2; size > 0; size /= 2) {
      for (int from = 0; from + size <= least.moves().size(); ) {
        Schedule less = least.without(from, size);
        if (kind(run(less, wiring).failure()).equals(how)) {
          least = less;
        } else {
          from += size;
        }
      }
    }
    return least;
  }

  private static String kind(Optional<Throwable> failure) {
    return failure
        .map(
            how ->
                how instanceof BrokenPromise broken
                    ? broken.promise().name()
                    : how.getClass().getName())
        .orElse("");
  }

  /** The seed, what went wrong, and the shortest schedule that shows it. */
  static String told(Schedule failing, Wiring wiring) {
    Schedule least = shrink(failing, wiring);
    Run run = run(least, wiring);
    StringBuilder told = new StringBuilder("seed ");
    told.append(failing.seed()).append(": ").append(run.failure().orElse(null)).append('\n');
    told.append(least.phones()).append(" phones");
    told.append(least.inMemory() ? " in memory\n" : " on disk\n");
    run.trace().forEach(line -> told.append("  ").append(line).append('\n'));
    return told.toString();
  }
}
