package cn.anxun.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.simulation.Fate.Kill;
import cn.anxun.server.simulation.Fate.Moment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever dies, and at whichever transaction: the transactions of each process in a fixed schedule
 * are counted, then the schedule is run again with one death at each of them. A build has each of
 * them in two ways that take turns, {@code -Dproof} in all ways.
 */
class EveryTransactionTest {
  private static final boolean ALL = System.getProperty("proof") != null;
  private static final Kill NEVER = new Kill(Integer.MAX_VALUE, Moment.BEFORE_COMMIT, false, 0);
  private static final int WAYS = 8;

  /** A build tries one way in so many. */
  private static final int SHARE = 4;

  /** With this seed somebody finds a hazard. */
  private static final long A_HAZARD = 3;

  private static final int SUPERVISOR = 0;
  private static final int INSPECTOR = 1;
  private static final int GRID_WORKER = 2;

  /** What happens while nobody dies. */
  record Story(String name, int phones, List<Move> moves) {
    Story(String name, int phones, Move... moves) {
      this(name, phones, List.of(moves));
    }

    @Override
    public String toString() {
      return name;
    }

    Schedule with(Optional<Move> first) {
      List<Move> all = new ArrayList<>();
      first.ifPresent(all::add);
      all.addAll(moves);
      return new Schedule(1, phones, false, all);
    }
  }

  static List<Story> stories() {
    return List.of(
        new Story(
            "everyday",
            2,
            new Move.Bulk(INSPECTOR, A_HAZARD, 3),
            new Move.Sync(INSPECTOR, 1, 0),
            new Move.Act(SUPERVISOR, A_HAZARD),
            new Move.Sync(SUPERVISOR, 2, 0),
            new Move.Sync(INSPECTOR, 3, 0)),
        new Story(
            "withdrawn",
            2,
            new Move.Sync(INSPECTOR, 1, 0),
            new Move.Revoke(INSPECTOR),
            new Move.Bulk(INSPECTOR, A_HAZARD, 2),
            new Move.Sync(INSPECTOR, 2, 0),
            new Move.Decide(1, 100),
            new Move.Sync(SUPERVISOR, 3, 0)),
        new Story(
            "first page",
            2,
            new Move.BackUp(),
            new Move.Bulk(SUPERVISOR, A_HAZARD, 2),
            new Move.Sync(SUPERVISOR, 1, 0),
            new Move.Sync(INSPECTOR, 2, 0),
            new Move.Restore(),
            new Move.Act(INSPECTOR, A_HAZARD),
            new Move.Sync(INSPECTOR, 3, 0)),
        new Story(
            "begun anew",
            3,
            new Move.Act(GRID_WORKER, A_HAZARD),
            new Move.Sync(GRID_WORKER, 1, 0),
            new Move.BackUp(),
            new Move.Act(GRID_WORKER, A_HAZARD),
            new Move.Sync(GRID_WORKER, 2, 0),
            new Move.Rescope(GRID_WORKER, 1),
            new Move.Sync(GRID_WORKER, 3, 0),
            new Move.Restore(),
            new Move.Sync(GRID_WORKER, 4, 0)));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void bureau_whoeverDiesAtWhicheverTransaction_losesNothing(Story story) {
    List<Move.Kill> deaths =
        Watchdog.watch(story.name(), () -> deaths(story))
            .orElseThrow(() -> new AssertionError(story + " does not end"));
    List<String> failures = Collections.synchronizedList(new ArrayList<>());
    List<Runnable> work = new ArrayList<>();
    deaths.forEach(death -> work.add(() -> failures.addAll(failures(story, death))));

    Seeds.inParallel(work);

    System.out.println(story + ": " + deaths.size() + " deaths");
    assertThat(deaths)
        .as("of the server and of a phone")
        .anyMatch(death -> death.process() == Move.SERVER)
        .anyMatch(death -> death.process() != Move.SERVER);
    assertThat(failures).isEmpty();
  }

  /** One for each transaction of each process, in each of the ways. */
  private static List<Move.Kill> deaths(Story story) {
    List<Move.Kill> deaths = new ArrayList<>();
    Schedule schedule = story.with(Optional.empty());
    try (World world = new World(schedule, Wiring.honest(), new Happened(), new ArrayList<>())) {
      List<Fate> fates = new ArrayList<>();
      for (int process = Move.SERVER; process < schedule.phones(); process++) {
        Fate fate = world.fate(process);
        fate.arm(NEVER);
        fates.add(fate);
      }
      schedule.moves().forEach(world::make);
      for (int process = Move.SERVER; process < schedule.phones(); process++) {
        int transactions = fates.get(process - Move.SERVER).seen();
        System.out.println(story + ": " + transactions + " transactions of " + process);
        for (int transaction = 0; transaction < transactions; transaction++) {
          for (int way = ALL ? 0 : transaction % SHARE; way < WAYS; way += ALL ? 1 : SHARE) {
            deaths.add(new Move.Kill(process, kill(transaction, way)));
          }
        }
      }
    }
    return deaths;
  }

  private static Kill kill(int transaction, int way) {
    return switch (way) {
      case 0 -> new Kill(transaction, Moment.BEFORE_COMMIT, false, 0);
      case 1 -> new Kill(transaction, Moment.BEFORE_COMMIT, true, 0);
      case 2 -> new Kill(transaction, Moment.IN_COMMIT, true, 0);
      case 3 -> new Kill(transaction, Moment.IN_COMMIT, true, 333);
      case 4 -> new Kill(transaction, Moment.IN_COMMIT, true, 999);
      case 5 -> new Kill(transaction, Moment.IN_COMMIT, true, Kill.ALL);
      case 6 -> new Kill(transaction, Moment.AFTER_COMMIT, false, 0);
      default -> new Kill(transaction, Moment.AFTER_COMMIT, true, 0);
    };
  }

  private static List<String> failures(Story story, Move.Kill death) {
    Schedule schedule = story.with(Optional.of(death));
    Simulation.Run run = Simulation.run(schedule, Wiring.honest());
    String process = death.process() == Move.SERVER ? "server" : "phone";
    if (run.failure().isPresent()) {
      return List.of(story + ", " + death + ": " + run.failure().get() + " " + run.trace());
    }
    return run.happened().of(process + ": killed") == 1
        ? List.of()
        : List.of(story + ", " + death + ": did not die " + run.trace());
  }
}
