package cn.anxun.core.sync;

import cn.anxun.core.entry.Redacted;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pulling half of one sync: page after page, each kept with its cursor. */
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

  private void keep(PullPage page) {
    int unknown = 0;
    for (LedgerEntry entry : page.entries()) {
      unknown += store.find(entry.id()).isPresent() ? 0 : 1;
    }
    SyncState state = store.syncState().withCursor(page.cursor());
    store.take(
        page.entries(),
        erased(page.entries()),
        page.head().isEmpty() ? state : state.shown(new Witness(page.headSeq(), page.head())));
    progress.received(unknown);
  }

  /** What these entries erase. As on the server, only the office erases what others recorded. */
  static List<String> erased(List<LedgerEntry> entries) {
    List<String> erased = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      if (entry.entry() instanceof Redacted redacted && entry.stamp().role().mayEditDocuments()) {
        redacted.fields().find(Redacted.TARGET).ifPresent(erased::add);
      }
    }
    return erased;
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
