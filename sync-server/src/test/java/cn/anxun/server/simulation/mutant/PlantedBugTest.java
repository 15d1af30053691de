package cn.anxun.server.simulation.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.simulation.BrokenPromise;
import cn.anxun.server.simulation.Simulation;
import cn.anxun.server.simulation.Wiring;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulation finds each planted bug, by the promise that it breaks, and nothing where the same
 * seed is run without it. With {@code -Dplanted.from=1} it counts how many seeds each needs.
 */
class PlantedBugTest {
  private static final int MOST_SEEDS = 200;

  @ParameterizedTest
  @MethodSource("cn.anxun.server.simulation.mutant.PlantedBug#list")
  void simulation_whereABugIsPlanted_findsIt(PlantedBug bug) {
    long first = Long.getLong("planted.from", bug.from());
    for (long seed = first; seed < first + MOST_SEEDS; seed++) {
      Optional<Throwable> failure = Simulation.run(seed, bug.wiring().get());
      if (failure.isPresent()) {
        assertThat(failure.get()).as("%s, seed %s", bug, seed).isInstanceOf(BrokenPromise.class);
        BrokenPromise found = (BrokenPromise) failure.get();
        assertThat(bug.promises().contains(found.promise())).as("%s: %s", bug, found).isTrue();
        assertThat(Simulation.run(seed, Wiring.honest())).as("seed %s without", seed).isEmpty();
        System.out.println(
            bug + " | " + found.promise() + " | " + seed + " | " + found.getMessage());
        return;
      }
    }
    throw new AssertionError("no seed from " + first + " on finds " + bug);
  }
}
