package cn.anxun.server.simulation.mutant;

import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.SyncState;
import cn.anxun.server.simulation.Wiring;
import java.util.List;

/** The cursor moves first and the page is kept after it: who dies between never has the page. */
final class CursorBeforePage implements Wiring {
  @Override
  public PhoneStore store(int phone, PhoneStore store) {
    return new PassingStore(store) {
      @Override
      public void take(List<LedgerEntry> entries, List<String> erased, SyncState after) {
        super.keep(after);
        super.take(entries, erased, after);
      }
    };
  }
}
