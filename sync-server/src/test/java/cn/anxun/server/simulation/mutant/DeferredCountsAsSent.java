package cn.anxun.server.simulation.mutant;

import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.simulation.Wiring;
import java.time.Instant;
import java.util.List;

/** What an older server does not know yet, and asks to be sent later, counts as sent. */
final class DeferredCountsAsSent implements Wiring {
  @Override
  public PhoneStore store(int phone, PhoneStore store) {
    return new PassingStore(store) {
      @Override
      public void settle(List<Receipt> receipts, Instant deferredUntil) {
        super.settle(receipts.stream().map(DeferredCountsAsSent::accepted).toList(), deferredUntil);
      }
    };
  }

  private static Receipt accepted(Receipt receipt) {
    return receipt instanceof Receipt.Deferred
        ? new Receipt.Accepted(receipt.id(), 0, "", false)
        : receipt;
  }
}
