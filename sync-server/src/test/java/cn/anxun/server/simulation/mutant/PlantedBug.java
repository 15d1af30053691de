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
 * @param happens what must have happened where it is found, as the simulation counts it; empty for
 *     whatever it is
 * @param wiring makes one for each simulation
 */
record PlantedBug(
    String name, long from, Set<Promise> promises, Supplier<Wiring> wiring, String happens) {
  private static final String CUT = ": power cut, unsynced writes dropped";

  /** All of them. */
  static List<PlantedBug> list() {
    return List.of(
        of(
            "all that is pending is marked as sent",
            1,
            MarksAllPendingAsSent::new,
            Promise.REACHES_THE_LEDGER),
        of("cursor by timestamp", 1, PullsByTime::new, Promise.SAME_LEDGER),
        of("sequence without the lock", 11, SequenceWithoutLock::new, Promise.SAME_LEDGER),
        of("receipt before commit", 11, ReceiptBeforeCommit::new, Promise.REACHES_THE_LEDGER),
        of(
                "synchronous=OFF on the server",
                8,
                NeverSyncsTheDisk::onTheServer,
                Promise.REACHES_THE_LEDGER,
                Promise.SAME_LEDGER)
            .where("server" + CUT),
        of(
                "synchronous=OFF on the phone",
                22,
                NeverSyncsTheDisk::onThePhone,
                Promise.STAYS_ON_THE_PHONE)
            .where("phone" + CUT),
        of("fold by arrival", 11, FoldsInAnotherOrder::byArrival, Promise.FIGURES_ARE_RIGHT),
        of("fold by wall clock", 7, FoldsInAnotherOrder::byWallClock, Promise.FIGURES_ARE_RIGHT),
        of(
            "figures from a projection that no reset makes anew",
            80,
            StaleProjection::new,
            Promise.FIGURES_ARE_RIGHT),
        of("new id at each retry", 2, NewIdAtEachRetry::new, Promise.REACHES_THE_LEDGER),
        of(
            "nothing sent again after a restore",
            80,
            IgnoresReset::sendsNothingAgain,
            Promise.REACHES_THE_LEDGER),
        of(
            "epoch ignored after a restore",
            80,
            () -> IgnoresReset.goesOn(PullPage.Reset.EPOCH),
            Promise.REACHES_THE_LEDGER,
            Promise.SAME_LEDGER),
        of(
            "one bad entry blocks its batch",
            6,
            OneBadEntry::blocksItsBatch,
            Promise.SYNCS_END,
            Promise.NOTHING_WAITS),
        of(
            "one bad entry has its batch put aside",
            7,
            OneBadEntry::spoilsItsBatch,
            Promise.NONE_IS_BLAMED),
        of("cursor before page", 18, CursorBeforePage::new, Promise.SAME_LEDGER),
        of(
            "new scope: what may not be seen stays",
            200,
            IgnoresReset::dropsNothing,
            Promise.SAME_LEDGER),
        of(
            "new scope: what may be seen is not pulled",
            158,
            () -> IgnoresReset.goesOn(PullPage.Reset.SCOPE),
            Promise.SAME_LEDGER),
        of(
            "any answer taken for a receipt",
            40,
            TakesAnyAnswerForAReceipt::new,
            Promise.REACHES_THE_LEDGER),
        of("deferred counts as sent", 5, DeferredCountsAsSent::new, Promise.REACHES_THE_LEDGER),
        of(
            "the server keeps an entry as it would write it",
            1,
            RewritesEntries::new,
            Promise.KEEPS_ITS_BYTES),
        of(
            "a copy under a new id after a lost reply",
            2,
            NewIdAtEachRetry::ofACopy,
            Promise.NOTHING_INVENTED));
  }

  private static PlantedBug of(
      String name, long from, Supplier<Wiring> wiring, Promise... promises) {
    return new PlantedBug(name, from, Set.of(promises), wiring, "");
  }

  private PlantedBug where(String happens) {
    return new PlantedBug(name, from, promises, wiring, happens);
  }

  @Override
  public String toString() {
    return name;
  }
}
