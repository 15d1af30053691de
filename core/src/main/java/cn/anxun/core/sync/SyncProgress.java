package cn.anxun.core.sync;

import java.util.List;

/** Counts what one sync does. */
final class SyncProgress {
  private int sent;
  private int received;
  private int quarantined;
  private int deferred;
  private int held;
  private int differing;

  void receipts(List<Receipt> receipts) {
    for (Receipt receipt : receipts) {
      if (receipt instanceof Receipt.Accepted accepted) {
        sent++;
        differing += accepted.differs() ? 1 : 0;
      } else if (receipt instanceof Receipt.Deferred) {
        deferred++;
      } else if (receipt instanceof Receipt.Held) {
        held++;
      } else {
        quarantined++;
      }
    }
  }

  void quarantined() {
    quarantined++;
  }

  void received(int entries) {
    received += entries;
  }

  SyncCounts counts(int waiting) {
    return new SyncCounts(sent, received, quarantined, deferred, held, differing, waiting);
  }
}
