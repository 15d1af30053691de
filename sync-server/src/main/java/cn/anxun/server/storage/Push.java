package cn.anxun.server.storage;

import cn.anxun.core.sync.Receipt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request that waits for the commit; handed between threads under the lock of {@link
 * PushQueue}.
 */
final class Push {
  private final Pusher pusher;
  private final List<PushedEntry> entries;
  private @Nullable List<Receipt> receipts;
  private @Nullable RuntimeException failure;

  Push(Pusher pusher, List<PushedEntry> entries) {
    this.pusher = pusher;
    this.entries = entries;
  }

  Pusher pusher() {
    return pusher;
  }

  List<PushedEntry> entries() {
    return entries;
  }

  void settle(List<Receipt> verdicts) {
    receipts = verdicts;
  }

  void fail(RuntimeException cause) {
    failure = cause;
  }

  boolean isSettled() {
    return receipts != null || failure != null;
  }

  /** The verdicts, or what kept them from being given. */
  List<Receipt> receipts() {
    if (receipts == null) {
      throw failure != null ? failure : new IllegalStateException("not settled yet");
    }
    return receipts;
  }
}
