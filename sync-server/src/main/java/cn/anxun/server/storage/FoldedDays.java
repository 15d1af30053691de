package cn.anxun.server.storage;

import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerView;
import cn.anxun.core.state.FoldedLedger;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.state.LedgerState;
import java.lang.ref.SoftReference;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The ledger as it was folded for the days last asked about: a state at a later seq then costs what
 * came since, not the whole ledger. Given up where memory is short. {@link #state} is for one
 * thread at a time, {@link #clear} for any.
 */
final class FoldedDays {
  /** This year and the one before it, which pages compare. */
  private static final int MOST = 2;

  /** Shows the ledger in one snapshot. */
  interface Snapshot {
    void read(Consumer<LedgerView> work);
  }

  private final LedgerFold fold;
  private final Snapshot snapshot;
  private final Map<LocalDate, SoftReference<FoldedLedger>> days =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<LocalDate, SoftReference<FoldedLedger>> eldest) {
          return size() > MOST;
        }
      };
  private int cleared;

  FoldedDays(LedgerFold fold, Snapshot snapshot) {
    this.fold = fold;
    this.snapshot = snapshot;
  }

  /** The ledger folded at the cut-off, whose seq is one that there is. */
  LedgerState state(Cutoff cutoff) {
    LocalDate day = cutoff.date();
    FoldedLedger kept;
    int clearedBefore;
    synchronized (days) {
      clearedBefore = cleared;
      // What is broken off midway is not gone on with.
      SoftReference<FoldedLedger> reference = days.remove(day);
      kept = reference == null ? null : reference.get();
    }
    FoldedLedger furthest = kept == null ? fold.begin(day) : kept;
    AtomicReference<LedgerState> state = new AtomicReference<>();
    snapshot.read(
        ledger -> {
          if (furthest.seq() <= cutoff.seq()) {
            furthest.goOn(ledger, cutoff.seq());
            state.set(furthest.state());
          } else {
            state.set(furthest.at(ledger, cutoff.seq()).state());
          }
        });
    synchronized (days) {
      // What was folded from before a redaction is not kept.
      if (cleared == clearedBefore) {
        days.put(day, new SoftReference<>(furthest));
      }
    }
    return Objects.requireNonNull(state.get());
  }

  /** Forgets all: a redaction erased what may stand in them. */
  void clear() {
    synchronized (days) {
      cleared++;
      days.clear();
    }
  }
}
