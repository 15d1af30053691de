package cn.anxun.server.storage;

import cn.anxun.core.sync.Receipt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request that waits for the commit; settled once, under the lock of {@link PushQueue}, and
 * looked at without it by who waited too long.
 */
final class Push {
  private final Pusher pusher;
  private final List<PushedEntry> entries;
  private volatile @Nullable List<Receipt> receipts;
  private volatile @Nullable RuntimeException failure;

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
    List<Receipt> given = receipts;
    if (given == null) {
      RuntimeException cause = failure;
      throw cause != null ? cause : new IllegalStateException("not settled yet");
    }
    return given;
  }
}
