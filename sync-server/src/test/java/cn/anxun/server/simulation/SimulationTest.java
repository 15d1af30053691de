package cn.anxun.server.simulation;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Nothing lost, nothing twice, whatever happens. */
class SimulationTest {
  private static final long FIRST = Long.parseLong(System.getenv().getOrDefault("SIM_SEED", "1"));
  private static final int SEEDS = Integer.parseInt(System.getenv().getOrDefault("SIM_SEEDS", "3"));

  @Test
  void bureau_whateverBefallsIt_losesNothingAndCountsNothingTwice() {
    Map<String, Integer> happened = new TreeMap<>();
    long begun = System.nanoTime();
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      Schedule schedule = Schedule.of(seed);
      Optional<Throwable> failure = Simulation.run(schedule, happened);
      if (failure.isPresent()) {
        Schedule least = Simulation.shrink(schedule);
        StringBuilder told = new StringBuilder("seed " + seed + ": " + failure.get() + "\n");
        least.moves().forEach(move -> told.append("  ").append(move).append('\n'));
        throw new AssertionError(
            told.toString(), Simulation.run(least, new TreeMap<>()).orElse(failure.get()));
      }
    }
    System.out.println(
        SEEDS + " seeds in " + (System.nanoTime() - begun) / 1_000_000 + " ms: " + happened);
  }
}
