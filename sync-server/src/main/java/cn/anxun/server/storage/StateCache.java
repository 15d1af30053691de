package cn.anxun.server.storage;

import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The states last asked for. A state at a cut-off never changes, except by a redaction. A state of
 * 20,000 entries takes 13 MB, so states are given up where memory is short, and one is folded at a
 * time.
 */
final class StateCache {
  private static final int MOST = 4;

  private final FoldedDays days;
  private final Map<Cutoff, FutureTask<LedgerState>> underWay = new HashMap<>();
  private final Map<Cutoff, SoftReference<LedgerState>> states =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Cutoff, SoftReference<LedgerState>> eldest) {
          return size() > MOST;
        }
      };
  private final Object oneAtATime = new Object();
  private int cleared;

  StateCache(FoldedDays days) {
    this.days = days;
  }

  /** The state, folded once however many threads ask. */
  LedgerState get(Cutoff cutoff) {
    FutureTask<LedgerState> task;
    synchronized (states) {
      SoftReference<LedgerState> kept = states.get(cutoff);
      LedgerState state = kept == null ? null : kept.get();
      if (state != null) {
        return state;
      }
      task = underWay.computeIfAbsent(cutoff, this::task);
    }
    task.run();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while folding the ledger", e);
    }
  }

  private FutureTask<LedgerState> task(Cutoff cutoff) {
    int clearedBefore = cleared;
    return new FutureTask<>(
        () -> {
          try {
            LedgerState state = folded(cutoff);
            keep(cutoff, state, clearedBefore);
            return state;
          } finally {
            synchronized (states) {
              if (cleared == clearedBefore) {
                underWay.remove(cutoff);
              }
            }
          }
        });
  }

  private LedgerState folded(Cutoff cutoff) {
    synchronized (oneAtATime) {
      return days.state(cutoff);
    }
  }

  /** What was folded from before a redaction is not kept. */
  private void keep(Cutoff cutoff, LedgerState state, int clearedBefore) {
    synchronized (states) {
      if (cleared == clearedBefore) {
        states.put(cutoff, new SoftReference<>(state));
      }
    }
  }

  void clear() {
    // First what states are folded from: else one asked for meanwhile is made of it, and kept.
    days.clear();
    synchronized (states) {
      cleared++;
      states.clear();
      underWay.clear();
    }
  }
}
