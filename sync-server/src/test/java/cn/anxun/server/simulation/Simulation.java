package cn.anxun.server.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Runs schedules, and makes one that fails as short as it can be. */
public final class Simulation {
  private Simulation() {}

  /** What goes wrong in what this seed says, where the parts are put together like this. */
  public static Optional<Throwable> run(long seed, Wiring wiring) {
    return run(Schedule.of(seed), wiring, new LinkedHashMap<>());
  }

  /** What went wrong in this schedule; empty where nothing did. */
  static Optional<Throwable> run(Schedule schedule, Map<String, Integer> happened) {
    return run(schedule, Wiring.honest(), happened);
  }

  private static Optional<Throwable> run(
      Schedule schedule, Wiring wiring, Map<String, Integer> happened) {
    try (World world = new World(schedule, wiring)) {
      try {
        schedule.moves().forEach(world::make);
        world.heal();
        world.check();
        world.happened().forEach((what, count) -> happened.merge(what, count, Integer::sum));
        return Optional.empty();
      } catch (RuntimeException | AssertionError | Killed e) {
        return Optional.of(e);
      }
    }
  }

  /** The same failure, of as few moves as leaving some out can make it. */
  static Schedule shrink(Schedule failing) {
    Schedule least = failing;
    for (int size = failing.moves().size() / 2; size > 0; size /= 2) {
      for (int from = 0; from + size <= least.moves().size(); ) {
        Schedule less = least.without(from, size);
        if (run(less, new LinkedHashMap<>()).isPresent()) {
          least = less;
        } else {
          from += size;
        }
      }
    }
    return least;
  }
}
