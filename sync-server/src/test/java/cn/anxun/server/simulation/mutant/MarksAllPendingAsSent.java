package cn.anxun.server.simulation.mutant;

import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.simulation.Wiring;
import java.time.Instant;
import java.util.List;

/**
 * After a push that was answered, all that is pending counts as sent: also what was saved
 * meanwhile, and what was not in the batch.
 */
final class MarksAllPendingAsSent implements Wiring {
  @Override
  public PhoneStore store(int phone, PhoneStore store) {
    return new PassingStore(store) {
      @Override
      public void settle(List<Receipt> receipts, Instant deferredUntil) {
        super.settle(receipts, deferredUntil);
        if (receipts.stream().anyMatch(Receipt.Accepted.class::isInstance)) {
          List<String> pending = list(OutboxState.PENDING).stream().map(OutboxEntry::id).toList();
          var unused = beginAttempt(pending);
          super.settle(
              pending.stream().<Receipt>map(id -> new Receipt.Accepted(id, 0, "", false)).toList(),
              deferredUntil);
        }
      }
    };
  }
}
