package cn.anxun.server.inbox;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.auth.Inbox;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.Pusher;
import java.util.List;
import java.util.Optional;

/** Takes an entry of a revoked phone into the ledger, or discards it. */
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

  public void discard(Inbox.Item item) {
    inbox.decide(item.id(), Inbox.Decision.DISCARDED, actor);
  }

  /**
   * What came of it.
   *
   * @param seq under which it stands in the ledger; empty where it was not taken and still waits
   * @param problem why it was not taken, where the entry is at fault
   */
  public record Outcome(Optional<Long> seq, Optional<EntryProblem> problem) {}

  /** Takes it in, stamped as its account and phone had pushed it. */
  public Outcome accept(BureauLedger ledger, Inbox.Item item) {
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
