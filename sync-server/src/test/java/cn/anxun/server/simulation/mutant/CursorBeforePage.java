package cn.anxun.server.simulation.mutant;

import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.SyncState;
import cn.anxun.server.simulation.Wiring;
import java.util.ArrayList;
import java.util.List;

/** The cursor moves first and the page is kept after it: who dies between never has the page. */
final class CursorBeforePage implements Wiring {
  @Override
  public PhoneStore store(int phone, PhoneStore store) {
    return new PassingStore(store) {
      private final List<LedgerEntry> page = new ArrayList<>();

      @Override
      public void put(List<LedgerEntry> entries) {
        page.addAll(entries);
      }

      @Override
      public void keep(SyncState state) {
        super.keep(state);
        List<LedgerEntry> late = List.copyOf(page);
        page.clear();
        if (!late.isEmpty()) {
          super.put(late);
        }
      }
    };
  }
}
