package cn.anxun.core.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A verdict for each pushed entry, in the order they were sent, and the server's clock. */
public record PushReply(List<Receipt> receipts, Instant serverTime) {
  public PushReply {
    receipts = Collections.unmodifiableList(new ArrayList<>(receipts));
  }

  /**
   * The same with the furthest head alone, which commits to all before it: 32 random bytes for each
   * receipt are a fifth of what a push takes on the wire.
   */
  public PushReply withLastHead() {
    long last = 0;
    for (Receipt receipt : receipts) {
      last = receipt instanceof Receipt.Accepted accepted ? Math.max(last, accepted.seq()) : last;
    }
    List<Receipt> lean = new ArrayList<>(receipts.size());
    for (Receipt receipt : receipts) {
      lean.add(
          receipt instanceof Receipt.Accepted accepted && accepted.seq() < last
              ? new Receipt.Accepted(accepted.id(), accepted.seq(), "", accepted.differs())
              : receipt);
    }
    return new PushReply(lean, serverTime);
  }
}
