package cn.anxun.server.inbox;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.auth.Inbox;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.Pusher;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/** Takes an entry of a withdrawn phone into the ledger, or discards it; no phone pushes then. */
public final class InboxDesk {
  private final Inbox inbox;
  private final String actor;

  /**
   * @param actor who decides, for the audit
   */
  public InboxDesk(Inbox inbox, String actor) {
    this.inbox = inbox;
    this.actor = actor;
  }

  /**
   * Discards it, unless the ledger has it already: it may have been pushed before its phone was
   * withdrawn and only the receipt was lost, or since it is served again. Then it counts, and is
   * noted as accepted.
   *
   * @return the seq under which it stands in the ledger; empty where it was discarded
   */
  public Optional<Long> discard(BureauLedger ledger, Inbox.Item item) {
    return alone(
        item,
        () -> {
          Optional<Long> seq = seq(ledger, item);
          inbox.decide(
              item.id(),
              seq.isPresent() ? Inbox.Decision.ACCEPTED : Inbox.Decision.DISCARDED,
              actor);
          return seq;
        });
  }

  private static Optional<Long> seq(BureauLedger ledger, Inbox.Item item) {
    return ledger.find(item.entry()).map(LedgerEntry::seq);
  }

  private <T> T alone(Inbox.Item item, Supplier<T> work) {
    Lock lock = inbox.lock(item.bureau()).writeLock();
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * What came of it.
   *
   * @param seq under which it stands in the ledger; empty where it was not taken and still waits
   * @param problem why it was not taken, where the entry is at fault
   */
  public record Outcome(Optional<Long> seq, Optional<EntryProblem> problem) {}

  /**
   * Takes it in, stamped as its account and phone had pushed it, unless somebody else has decided
   * on it meanwhile.
   */
  public Outcome accept(BureauLedger ledger, Inbox.Item item) {
    return alone(
        item, () -> inbox.isUndecided(item.id()) ? taken(ledger, item) : decided(ledger, item));
  }

  private static Outcome decided(BureauLedger ledger, Inbox.Item item) {
    Optional<Long> seq = seq(ledger, item);
    return new Outcome(
        seq, seq.isPresent() ? Optional.empty() : Optional.of(ServedPush.discarded()));
  }

  private Outcome taken(BureauLedger ledger, Inbox.Item item) {
    Receipt receipt =
        ledger
            .accept(new Pusher(item.account(), item.role(), item.device()), List.of(item.bytes()))
            .get(0);
    if (receipt instanceof Receipt.Accepted accepted) {
      inbox.decide(item.id(), Inbox.Decision.ACCEPTED, actor);
      return new Outcome(Optional.of(accepted.seq()), Optional.empty());
    }
    return new Outcome(
        Optional.empty(),
        receipt instanceof Receipt.Rejected rejected
            ? Optional.of(rejected.problem())
            : Optional.empty());
  }
}
