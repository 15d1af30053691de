package cn.anxun.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.sync.PhoneStore;
import cn.anxun.server.storage.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Nothing lost, nothing twice, whatever happens. */
class SimulationTest {
  private static final long FIRST = Long.getLong("anxun.simulation.first", 1);
  private static final long SEEDS = Long.getLong("anxun.simulation.seeds", 200);

  private static final boolean ON_POSTGRES =
      System.getProperty("anxun.simulation.store", "sqlite").equals("postgres");

  /** Beside those on files. */
  private static final long ON_POSTGRES_TOO = 20;

  /** Each fault happens in the first so many seeds; of others it takes more to be sure of that. */
  private static final long ENOUGH = 200;

  private static final long SURELY_ENOUGH = 2_000;

  @Test
  void bureau_whateverBefallsIt_losesNothingAndCountsNothingTwice() {
    Assumptions.assumeFalse(ON_POSTGRES, "the seeds are run on PostgreSQL");
    Seeds seeds = new Seeds(FIRST, SEEDS, Wiring::honest);

    List<String> failures = run(seeds, SEEDS);

    assertThat(failures).isEmpty();
    if (SEEDS >= (FIRST == 1 ? ENOUGH : SURELY_ENOUGH)) {
      assertThat(seeds.happened().counts()).containsKeys(everything());
    }
  }

  @Test
  void bureau_onPostgresWhateverBefallsIt_losesNothingAndCountsNothingTwice() {
    TestPostgres.require();
    long count = ON_POSTGRES ? SEEDS : ON_POSTGRES_TOO;
    Seeds seeds = new Seeds(FIRST, count, Wiring::onPostgres);

    assertThat(run(seeds, count)).isEmpty();
  }

  private static List<String> run(Seeds seeds, long count) {
    long begun = System.nanoTime();
    List<String> failures = seeds.run();
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.println(
        count + " seeds from " + FIRST + " in " + took.toSeconds() + " s\n" + seeds.summary());
    return failures;
  }

  /** A fault that never happened is not covered. */
  private static String[] everything() {
    List<String> all = new ArrayList<>();
    for (BadNetwork.Fault fault : BadNetwork.Fault.values()) {
      all.add(fault.counted());
    }
    all.add(BadNetwork.LATE);
    for (Overlap.Place place : Overlap.Place.values()) {
      all.add(place.counted());
    }
    for (String process : List.of("phone", "server")) {
      all.add(process + ": killed");
      for (Fate.Moment moment : Fate.Moment.values()) {
        all.add(process + ": killed " + moment.said());
      }
      all.add(process + Fate.POWER_CUT);
      all.add(process + Fate.FULL_DISK);
      for (int transaction = 1; transaction <= Fate.Kill.SOON; transaction++) {
        all.add(process + ": killed at transaction " + transaction);
      }
    }
    all.addAll(
        List.of(
            "account disabled",
            "account enabled again after it had handed over",
            "app upgraded with unsent work",
            "backup made",
            "batch of several failed and halved",
            "batch with more to come",
            "backup restored",
            "clock jumped back",
            "clock jumped forward",
            "entries held against what was saved",
            "entry of a revoked phone refused in the inbox",
            "entry of a revoked phone taken from the inbox",
            "entry refused, put aside and mended",
            "entry reopened",
            "entry withdrawn",
            "kind deferred by an older server",
            "kind pulled by an older app",
            LedgerChecks.TOLD,
            Checks.ONE_SITE_TWICE,
            Checks.ONE_HAZARD,
            FigureChecks.ASKED_AGAIN,
            "page with more to come",
            "phone: killed between two pages",
            "put aside with a reason",
            "scope changed",
            "server's tables upgraded with entries there and work unsent",
            "sites that may be one, listed",
            "step without effect, listed",
            "token revoked",
            ToldHeads.EACH,
            ToldHeads.LAST,
            "two pushes at once"));
    return all.toArray(String[]::new);
  }

  @Test
  void watch_whereNoEndComes_namesWhoItWasAndGoesOn() {
    CountDownLatch never = new CountDownLatch(1);
    PrintStream before = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      Optional<Boolean> came = Watchdog.watch("seed 0", () -> isOver(never), 0);

      assertThat(came).isEmpty();
    } finally {
      System.setOut(before);
      never.countDown();
    }
    assertThat(said.toString(StandardCharsets.UTF_8))
        .startsWith("seed 0 has not ended")
        .contains("seed 0,");
  }

  private static boolean isOver(CountDownLatch latch) throws InterruptedException {
    latch.await();
    return true;
  }

  @Test
  void run_whateverIsThrown_isAFailureOfThatSeed() {
    Wiring sick =
        new Wiring() {
          @Override
          public PhoneStore store(int phone, PhoneStore store) {
            throw new StackOverflowError();
          }
        };

    assertThat(Simulation.run(1, sick).failure()).get().isInstanceOf(StackOverflowError.class);
  }

  @Test
  void run_whenTheSeedIsTheSame_isTheSame() {
    for (long seed : List.of(7L, 11L, 40L)) {
      Simulation.Run one = Simulation.run(Schedule.of(seed), Wiring.honest());
      Simulation.Run other = Simulation.run(Schedule.of(seed), Wiring.honest());

      assertThat(other.trace()).isEqualTo(one.trace());
      assertThat(other.happened().counts()).isEqualTo(one.happened().counts());
    }
  }

  @Test
  void shrink_whenTheFirstOfManyMovesIsToBlame_leavesHardlyMoreThanThat() {
    Wiring forgetful =
        new Wiring() {
          @Override
          public PhoneStore store(int phone, PhoneStore store) {
            return phone == 0 ? forgetful(store) : store;
          }
        };
    Schedule failing = Schedule.of(3);

    Schedule least = Simulation.shrink(failing, forgetful);

    Optional<Throwable> failure = Simulation.run(least, forgetful).failure();
    assertThat(failure).get().isInstanceOf(BrokenPromise.class);
    assertThat(least.moves()).hasSizeLessThanOrEqualTo(2).isSubsetOf(failing.moves());
    assertThat(Simulation.told(failing, forgetful))
        .startsWith("seed 3: ")
        .contains(least.moves().get(0).toString());
  }

  /** Says that it saved, and did not. */
  private static PhoneStore forgetful(PhoneStore store) {
    return (PhoneStore)
        Proxy.newProxyInstance(
            PhoneStore.class.getClassLoader(),
            new Class<?>[] {PhoneStore.class},
            (proxy, method, arguments) ->
                method.getName().equals("save") ? null : method.invoke(store, arguments));
  }
}
