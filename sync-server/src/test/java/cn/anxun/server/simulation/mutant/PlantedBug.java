package cn.anxun.server.simulation.mutant;

import cn.anxun.core.sync.PullPage;
import cn.anxun.server.simulation.Promise;
import cn.anxun.server.simulation.Wiring;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One bug.
 *
 * @param from the first seed that finds it, so that a build need not try those before
 * @param promises by the breaking of one of which it must be found
 * @param wiring makes one for each simulation
 */
record PlantedBug(String name, long from, Set<Promise> promises, Supplier<Wiring> wiring) {
  /** All of them. */
  static List<PlantedBug> list() {
    return List.of(
        of(
            "all that is pending is marked as sent",
            12,
            MarksAllPendingAsSent::new,
            Promise.REACHES_THE_LEDGER),
        of("cursor by timestamp", 1, PullsByTime::new, Promise.SAME_LEDGER),
        of("receipt before commit", 3, ReceiptBeforeCommit::new, Promise.REACHES_THE_LEDGER),
        of(
            "synchronous=OFF on the server",
            3,
            NeverSyncsTheDisk::onTheServer,
            Promise.REACHES_THE_LEDGER,
            Promise.SAME_LEDGER),
        of(
            "synchronous=OFF on the phone",
            5,
            NeverSyncsTheDisk::onThePhone,
            Promise.STAYS_ON_THE_PHONE),
        of("fold by wall clock", 11, FoldsInAnotherOrder::byWallClock, Promise.FIGURES_ARE_RIGHT),
        of("new id at each retry", 1, NewIdAtEachRetry::new, Promise.REACHES_THE_LEDGER),
        of(
            "nothing sent again after a restore",
            20,
            IgnoresReset::sendsNothingAgain,
            Promise.REACHES_THE_LEDGER),
        of(
            "epoch ignored after a restore",
            20,
            () -> IgnoresReset.goesOn(PullPage.Reset.EPOCH),
            Promise.REACHES_THE_LEDGER,
            Promise.SAME_LEDGER),
        of("cursor before page", 1, CursorBeforePage::new, Promise.SAME_LEDGER),
        of(
            "any answer taken for a receipt",
            2,
            TakesAnyAnswerForAReceipt::new,
            Promise.REACHES_THE_LEDGER));
  }

  private static PlantedBug of(
      String name, long from, Supplier<Wiring> wiring, Promise... promises) {
    return new PlantedBug(name, from, Set.of(promises), wiring);
  }

  @Override
  public String toString() {
    return name;
  }
}
