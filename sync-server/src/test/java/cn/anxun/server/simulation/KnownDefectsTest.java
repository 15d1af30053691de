package cn.anxun.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shortest schedules of what the simulation once found, so that it stays mended. */
class KnownDefectsTest {
  private static final int CLERK = 1;

  /** With this seed somebody finds a hazard. */
  private static final long A_HAZARD = 3;

  @Test
  void handOver_ofARevokedPhone_isRepeatedWhenTheServerWasRestoredFromBefore() {
    assertClean(
        new Move.Sync(CLERK, 1, 0),
        new Move.Revoke(CLERK),
        hazard(CLERK),
        new Move.BackUp(),
        new Move.Sync(CLERK, 2, 0),
        new Move.Restore());
  }

  @Test
  void reply_whenShortAndDamagedOnItsWay_isNotBelieved() {
    List<Move> moves = new ArrayList<>();
    moves.add(hazard(0));
    moves.add(new Move.Sync(0, 1, 0));
    for (int seed = 0; seed < 40; seed++) {
      moves.add(new Move.Sync(CLERK, seed, 90));
      moves.add(new Move.Rescope(CLERK, 0));
    }
    Happened happened = assertClean(moves.toArray(Move[]::new));

    assertThat(happened.counts()).containsKey(BadNetwork.Fault.REPLY_CORRUPTED.counted());
  }

  private static Move hazard(int phone) {
    return new Move.Act(phone, A_HAZARD);
  }

  private static Happened assertClean(Move... moves) {
    Happened happened = new Happened();
    for (boolean inMemory : new boolean[] {true, false}) {
      Schedule schedule = new Schedule(1, 2, inMemory, List.of(moves));

      Simulation.Run run = Simulation.run(schedule, Wiring.honest());
      assertThat(run.failure()).isEmpty();
      happened.add(run.happened());
    }
    return happened;
  }
}
