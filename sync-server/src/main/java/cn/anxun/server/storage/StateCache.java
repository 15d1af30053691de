package cn.anxun.server.storage;

import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** The states last asked for. A state at a cut-off never changes, except by a redaction. */
final class StateCache {
  private static final int MOST = 4;

  private final Function<Cutoff, LedgerState> fold;
  private final Map<Cutoff, FutureTask<LedgerState>> states =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Cutoff, FutureTask<LedgerState>> eldest) {
          return size() > MOST;
        }
      };

  StateCache(Function<Cutoff, LedgerState> fold) {
    this.fold = fold;
  }

  /** The state, folded once however many threads ask. */
  LedgerState get(Cutoff cutoff) {
    FutureTask<LedgerState> task;
    synchronized (states) {
      task = states.computeIfAbsent(cutoff, key -> new FutureTask<>(() -> fold.apply(key)));
    }
    task.run();
    try {
      return task.get();
    } catch (ExecutionException e) {
      synchronized (states) {
        states.remove(cutoff, task);
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while folding the ledger", e);
    }
  }

  void clear() {
    synchronized (states) {
      states.clear();
    }
  }
}
