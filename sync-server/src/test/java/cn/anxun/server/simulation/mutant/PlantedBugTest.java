package cn.anxun.server.simulation.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.simulation.BrokenPromise;
import cn.anxun.server.simulation.Simulation;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulation finds each planted bug, by the promise that it breaks; that the same seeds break
 * none without it is for {@code SimulationTest}. With {@code -Dplanted.from=1} it counts how many
 * seeds each needs.
 */
class PlantedBugTest {
  private static final int MOST_SEEDS = 400;

  @ParameterizedTest
  @MethodSource("cn.anxun.server.simulation.mutant.PlantedBug#list")
  void simulation_whereABugIsPlanted_findsIt(PlantedBug bug) {
    long first = Long.getLong("planted.from", bug.from());
    for (long seed = first; seed < first + MOST_SEEDS; seed++) {
      Simulation.Run run = Simulation.run(seed, bug.wiring().get());
      Optional<Throwable> failure = run.failure();
      if (failure.isPresent()) {
        assertThat(failure.get()).as("%s, seed %s", bug, seed).isInstanceOf(BrokenPromise.class);
        BrokenPromise found = (BrokenPromise) failure.get();
        assertThat(bug.promises().contains(found.promise())).as("%s: %s", bug, found).isTrue();
        if (!bug.happens().isEmpty()) {
          assertThat(run.happened().of(bug.happens())).as(bug.happens()).isPositive();
        }
        System.out.println(bug + " | " + found.promise() + " | " + seed);
        return;
      }
    }
    throw new AssertionError("no seed from " + first + " on finds " + bug);
  }
}
