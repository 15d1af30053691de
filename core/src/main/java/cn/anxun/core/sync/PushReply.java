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
}
