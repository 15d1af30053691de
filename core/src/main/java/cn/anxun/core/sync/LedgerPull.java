package cn.anxun.core.sync;

import cn.anxun.core.entry.Redacted;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.text.Texts;
import java.util.List;
import java.util.Optional;

/** The pulling half of one sync: page after page, each kept before the cursor moves. */
final class LedgerPull {
  private final PhoneStore store;
  private final RemoteLedger remote;
  private final SyncProgress progress;

  LedgerPull(PhoneStore store, RemoteLedger remote, SyncProgress progress) {
    this.store = store;
    this.remote = remote;
    this.progress = progress;
  }

  /** How a pull ended. */
  sealed interface End {
    /** Everything up to the head is here. */
    record Complete() implements End {}

    /** There is more than was asked for. */
    record More() implements End {}

    /** What was pulled must go first; nothing of this page was kept. */
    record Reset(PullPage.Reset reset) implements End {}

    /** What was handed over is pending again, and to be pushed first; the page was not kept. */
    record ServedAgain() implements End {}

    record Halted(Halt halt) implements End {}
  }

  /**
   * Before anything is pushed: one entry, for the sake of the cursor. It names the server's epoch,
   * so that a restore after the push is found out whatever happens to the pull.
   */
  End begin() {
    SyncState state = store.syncState();
    return state.isDropped() || state.cursor().isEmpty() ? next(1) : new End.Complete();
  }

  /** Everything that is new. */
  End run() {
    while (true) {
      End end = next(SyncLimits.PAGE_ENTRIES);
      if (!(end instanceof End.More)) {
        return end;
      }
    }
  }

  private End next(int limit) {
    SyncState state = store.syncState();
    RemoteAnswer<PullPage> answer = remote.pull(state.asked(), limit, state.head());
    if (!(answer instanceof RemoteAnswer.Answered<PullPage> answered)) {
      return new End.Halted(Halt.of(answer).orElseThrow(IllegalStateException::new));
    }
    PullPage page = answered.value();
    if (state.isDropped() && page.reset() == PullPage.Reset.NONE) {
      // The cursor fits again, and what it stands behind is gone from here.
      store.keep(state.withCursor(""));
      return next(limit);
    }
    boolean begins = state.isDropped() && page.reset() == PullPage.Reset.SCOPE;
    // From the very beginning there is nothing to drop, whatever the page says.
    if (page.reset() != PullPage.Reset.NONE && !state.cursor().isEmpty() && !begins) {
      return new End.Reset(page.reset());
    } else if (store.counts().held() > 0) {
      // Who gets a page is served again. What was handed over while it was not is the phone's own
      // to send again, and the server's to take or to refuse with a reason.
      store.offerHeldAgain();
      return new End.ServedAgain();
    }
    keep(page);
    if (page.more() && page.cursor().equals(state.asked())) {
      return new End.Halted(Halt.of(standsStill()).orElseThrow(IllegalStateException::new));
    }
    return page.more() ? new End.More() : new End.Complete();
  }

  /**
   * Every step may be repeated, so that a page of which only a part was kept is simply pulled
   * again.
   */
  private void keep(PullPage page) {
    int unknown = 0;
    for (LedgerEntry entry : page.entries()) {
      unknown += store.find(entry.id()).isPresent() ? 0 : 1;
    }
    store.put(page.entries());
    redact(store, page.entries());
    SyncState state = store.syncState().withCursor(page.cursor());
    store.keep(
        page.head().isEmpty() ? state : state.shown(new Witness(page.headSeq(), page.head())));
    progress.received(unknown);
  }

  /** As the server does: only the office erases what others recorded. */
  static void redact(PhoneStore store, List<LedgerEntry> entries) {
    for (LedgerEntry entry : entries) {
      if (entry.entry() instanceof Redacted redacted && entry.stamp().role().mayEditDocuments()) {
        redacted.fields().find(Redacted.TARGET).ifPresent(store::redact);
      }
    }
  }

  /** What a server has done that says there is more and does not go on. */
  static RemoteAnswer<PullPage> standsStill() {
    return new RemoteAnswer.Refused<>(
        Problem.of(
            500,
            "cursor-stands-still",
            "Cursor stands still",
            Texts.CHINESE.text("sync.cursor-stands-still")),
        Optional.empty());
  }
}
