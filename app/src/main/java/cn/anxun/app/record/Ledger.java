package cn.anxun.app.record;

import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.state.LedgerState;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The whole ledger as this phone knows it, folded for figures. The last state is kept until
 * something changes. Never on the main thread.
 */
@Singleton
public final class Ledger {
  private final RoomPhoneStore store;
  private @Nullable LedgerState last;
  private long lastChange;

  @Inject
  public Ledger(RoomPhoneStore store) {
    this.store = store;
  }

  /** The state at this cut-off. */
  public synchronized LedgerState fold(Cutoff cutoff) {
    long change = store.changes();
    LedgerState held = last;
    if (held == null || change != lastChange || !held.cutoff().equals(cutoff)) {
      held = new LedgerFold().fold(store, cutoff);
      last = held;
      lastChange = change;
    }
    return held;
  }
}
