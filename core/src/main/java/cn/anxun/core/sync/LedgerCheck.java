package cn.anxun.core.sync;

import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * 核对: proves that what a phone has pulled is what the server holds for it, by count and hash at the
 * phone's cursor, and sets it right where it is not. One's own unsent entries are no part of it.
 * Not to run beside a {@link SyncEngine} on the same store.
 */
public final class LedgerCheck {
  /** How often the progress is told: after so many entries. */
  private static final int STEP = 200;

  private final PhoneStore store;
  private final RemoteLedger remote;

  public LedgerCheck(PhoneStore store, RemoteLedger remote) {
    this.store = store;
    this.remote = remote;
  }

  /** What came of it. */
  public sealed interface Result {
    /** Both hold these, to the last byte but for what is personal. */
    record Same(long count) implements Result {}

    /** They do not; the counts may be the same. */
    record Different(long here, long there) implements Result {}

    /**
     * Nothing was pulled yet, or the server was restored, or the account sees other subjects now:
     * the next sync comes first.
     */
    record SyncFirst() implements Result {}

    /** The server gave no answer to it. */
    record Unanswered(RemoteAnswer<?> answer) implements Result {}
  }

  /**
   * Compares, changing nothing.
   *
   * @param progress is told how many entries were taken so far
   */
  public Result compare(LongConsumer progress) {
    SyncState state = store.syncState();
    if (state.cursor().isEmpty() || state.isDropped()) {
      return new Result.SyncFirst();
    }
    RemoteAnswer<ServerDigest> answer = remote.digest(state.cursor(), state.head());
    if (!(answer instanceof RemoteAnswer.Answered<ServerDigest> answered)) {
      return new Result.Unanswered(answer);
    }
    ServerDigest there = answered.value();
    if (there.reset() != PullPage.Reset.NONE) {
      return new Result.SyncFirst();
    }
    LedgerDigest here = new LedgerDigest();
    store.scan(
        0,
        Math.min(there.seq(), Stamp.UNSENT - 1),
        entry -> {
          here.add(entry);
          if (here.count() % STEP == 0) {
            progress.accept(here.count());
          }
        });
    return here.count() == there.count() && here.hash().equals(there.hash())
        ? new Result.Same(here.count())
        : new Result.Different(here.count(), there.count());
  }

  /**
   * 重新拉取: where the two differ, goes through the server's ledger from its beginning and sets right,
   * page by page, what the phone holds of it; then compares again. May end at any page: what was
   * set right stays, the rest is as it was, and the phone is never without its ledger. The cursor
   * stays where it is, so that a restore of the server is found out by the next sync.
   *
   * @param progress is told how many entries have come so far
   */
  public Result repair(LongConsumer progress) {
    Result before = compare(taken -> {});
    if (!(before instanceof Result.Different)) {
      return before;
    }
    String cursor = "";
    long after = 0;
    long count = 0;
    while (true) {
      RemoteAnswer<PullPage> answer =
          remote.pull(cursor, SyncLimits.PAGE_ENTRIES, store.syncState().head());
      if (!(answer instanceof RemoteAnswer.Answered<PullPage> answered)) {
        return new Result.Unanswered(answer);
      }
      PullPage page = answered.value();
      if (!cursor.isEmpty() && page.reset() != PullPage.Reset.NONE) {
        return new Result.SyncFirst();
      } else if (page.more() && page.cursor().equals(cursor)) {
        return new Result.Unanswered(LedgerPull.standsStill());
      }
      List<LedgerEntry> entries = page.entries();
      long upTo =
          !page.more()
              ? Stamp.UNSENT - 1
              : entries.isEmpty() ? after : entries.get(entries.size() - 1).seq();
      store.restore(after, upTo, entries);
      LedgerPull.erased(entries).forEach(store::redact);
      after = upTo;
      count += entries.size();
      progress.accept(count);
      cursor = page.cursor();
      if (!page.more()) {
        return compare(taken -> {});
      }
    }
  }
}
