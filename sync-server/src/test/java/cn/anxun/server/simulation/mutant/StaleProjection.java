package cn.anxun.server.simulation.mutant;

import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.SyncState;
import cn.anxun.server.simulation.Wiring;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What figures are made from is added to with each page and never made anew: after a reset it still
 * has what went, in the place where it stood.
 */
final class StaleProjection implements Wiring {
  private final Map<Integer, Map<String, LedgerEntry>> projections = new ConcurrentHashMap<>();

  @Override
  public PhoneStore store(int phone, PhoneStore store) {
    Map<String, LedgerEntry> projection =
        projections.computeIfAbsent(phone, number -> new LinkedHashMap<>());
    return new PassingStore(store) {
      @Override
      public void take(List<LedgerEntry> entries, List<String> erased, SyncState after) {
        super.take(entries, erased, after);
        entries.forEach(entry -> projection.putIfAbsent(entry.id(), entry));
      }

      @Override
      public void scan(long after, long upTo, Consumer<LedgerEntry> each) {
        projection.values().stream()
            .filter(entry -> entry.seq() > after && entry.seq() <= upTo)
            .forEach(each);
        super.scan(
            after,
            upTo,
            entry -> {
              if (!projection.containsKey(entry.id())) {
                each.accept(entry);
              }
            });
      }
    };
  }
}
