package cn.anxun.core.state;

import cn.anxun.core.entry.Redacted;
import cn.anxun.core.ledger.AcceptedEntries;
import cn.anxun.core.ledger.InMemoryLedgerStore;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.TestLedger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A ledger as a server keeps it: what comes gets the next seq; what one who may has redacted is
 * erased, be it there already or still to come.
 */
final class ArrivingLedger {
  private final List<LedgerEntry> arrivals;
  private final InMemoryLedgerStore store = new InMemoryLedgerStore();
  private final Set<String> erased = new HashSet<>();

  ArrivingLedger(List<LedgerEntry> arrivals) {
    this.arrivals = arrivals;
  }

  /** The seq of the last that will have come. */
  long lastSeq() {
    return arrivals.size();
  }

  /** The ledger when at least those up to this seq have come. */
  InMemoryLedgerStore upTo(long seq) {
    while (store.lastSeq() < seq) {
      take(arrivals.get((int) store.lastSeq()));
    }
    return store;
  }

  private void take(LedgerEntry arrived) {
    LedgerEntry entry = TestLedger.restamped(arrived, store.lastSeq() + 1);
    boolean isErased = erased.contains(entry.id());
    store.put(List.of(isErased ? AcceptedEntries.withoutPersonal(entry) : entry));
    if (entry.entry() instanceof Redacted && entry.stamp().role().mayEditDocuments()) {
      String target = entry.entry().fields().text(Redacted.TARGET);
      erased.add(target);
      store.redact(target);
    }
  }
}
