package cn.anxun.server.simulation.mutant;

import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.simulation.Wiring;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Phones that make all of a batch pay for the one entry of it that the server refused. */
final class OneBadEntry {
  private OneBadEntry() {}

  /** Nothing of the batch counts as sent, and all of it goes again. */
  static Wiring blocksItsBatch() {
    return new Wiring() {
      @Override
      public PhoneStore store(int phone, PhoneStore store) {
        return new PassingStore(store) {
          @Override
          public void settle(List<Receipt> receipts, Instant deferredUntil) {
            if (rejection(receipts).isEmpty()) {
              super.settle(receipts, deferredUntil);
            }
          }
        };
      }
    };
  }

  /** All of the batch is put aside for that reason. */
  static Wiring spoilsItsBatch() {
    return new Wiring() {
      @Override
      public PhoneStore store(int phone, PhoneStore store) {
        return new PassingStore(store) {
          @Override
          public void settle(List<Receipt> receipts, Instant deferredUntil) {
            Optional<Receipt.Rejected> rejection = rejection(receipts);
            rejection.ifPresent(
                rejected ->
                    receipts.forEach(receipt -> quarantine(receipt.id(), rejected.problem())));
            super.settle(receipts, deferredUntil);
          }
        };
      }
    };
  }

  private static Optional<Receipt.Rejected> rejection(List<Receipt> receipts) {
    return receipts.stream()
        .filter(Receipt.Rejected.class::isInstance)
        .map(Receipt.Rejected.class::cast)
        .findFirst();
  }
}
