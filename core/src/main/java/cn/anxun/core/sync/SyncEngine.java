package cn.anxun.core.sync;

import cn.anxun.core.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings a phone and the server to hold the same entries: pushes what is pending, then pulls what
 * is new. May be called at any time and stopped at any moment; what was done before is kept, and
 * the next call goes on. {@code docs/sync-protocol.md} says every rule.
 */
public final class SyncEngine {
  /**
   * A server that asks for a fresh start, or serves again, more often than this in one sync is not
   * to be followed.
   */
  private static final int MAX_RESETS = 2;

  private final PhoneStore store;
  private final RemoteLedger remote;
  private final Clock clock;
  private final BackOff backOff;

  public SyncEngine(PhoneStore store, RemoteLedger remote, Clock clock, BackOff backOff) {
    this.store = store;
    this.remote = remote;
    this.clock = clock;
    this.backOff = backOff;
  }

  /** One sync; a second one asked for meanwhile waits for its end. */
  public synchronized SyncOutcome sync() {
    SyncProgress progress = new SyncProgress();
    Optional<Halt> halt = run(progress);
    SyncCounts counts = progress.counts(store.counts().pending());
    if (!halt.isPresent()) {
      store.keep(store.syncState().withFailures(0));
      return new SyncOutcome.Done(counts);
    }
    return outcome(halt.get(), counts);
  }

  private Optional<Halt> run(SyncProgress progress) {
    for (int resets = 0; resets <= MAX_RESETS; resets++) {
      LedgerPull pull = new LedgerPull(store, remote, progress);
      if (pull.begin() instanceof LedgerPull.End.Halted halted && !halted.halt().leavesPushing()) {
        return Optional.of(halted.halt());
      }
      Optional<Halt> halt = new OutboxPush(store, remote, clock, progress).run();
      if (halt.isPresent() && !halt.get().leavesAsking()) {
        return halt;
      }
      LedgerPull.End end = pull.run();
      if (end instanceof LedgerPull.End.Halted halted) {
        return Optional.of(halted.halt());
      } else if (halt.isPresent()) {
        return halt;
      } else if (end instanceof LedgerPull.End.Reset reset) {
        begin(reset.reset());
      } else if (!(end instanceof LedgerPull.End.ServedAgain)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Halt.Refused(
            Problem.of(
                500,
                "resets-without-end",
                "Resets without end",
                Texts.CHINESE.text("sync.resets-without-end")),
            Optional.empty()));
  }

  private void begin(PullPage.Reset reset) {
    if (reset == PullPage.Reset.EPOCH) {
      store.beginEpoch();
    } else {
      store.dropPulled();
    }
  }

  private SyncOutcome outcome(Halt halt, SyncCounts counts) {
    if (halt instanceof Halt.Offline offline) {
      return new SyncOutcome.Offline(offline.reason(), counts, wait(Optional.empty()));
    } else if (halt instanceof Halt.Refused refused) {
      return new SyncOutcome.Refused(refused.problem(), counts, wait(refused.retryAfter()));
    } else if (halt instanceof Halt.UpgradeNeeded upgrade) {
      return new SyncOutcome.UpgradeNeeded(upgrade.problem(), counts);
    }
    return new SyncOutcome.Revoked(((Halt.Revoked) halt).problem(), counts);
  }

  private Duration wait(Optional<Duration> retryAfter) {
    int failures = store.syncState().failures() + 1;
    store.keep(store.syncState().withFailures(failures));
    return backOff.after(failures, retryAfter);
  }
}
