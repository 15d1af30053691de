package cn.anxun.server.simulation.mutant;

import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.SyncState;
import cn.anxun.server.simulation.Wiring;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Phones fold a subject's entries in another order than the one that they themselves and the ledger
 * give.
 */
final class FoldsInAnotherOrder implements Wiring {
  private final Map<Integer, Map<String, Long>> arrivals = new ConcurrentHashMap<>();
  private final Function<Map<String, Long>, Comparator<LedgerEntry>> order;

  private FoldsInAnotherOrder(Function<Map<String, Long>, Comparator<LedgerEntry>> order) {
    this.order = order;
  }

  /** As they came to the phone, its own first. */
  static Wiring byArrival() {
    return new FoldsInAnotherOrder(
        arrived ->
            Comparator.comparingLong(entry -> arrived.getOrDefault(entry.id(), Long.MAX_VALUE)));
  }

  /** As the clocks of the phones said when they were recorded. */
  static Wiring byWallClock() {
    return new FoldsInAnotherOrder(
        arrived -> Comparator.comparing(entry -> entry.entry().header().at()));
  }

  @Override
  public PhoneStore store(int phone, PhoneStore store) {
    Map<String, Long> arrived = arrivals.computeIfAbsent(phone, number -> new HashMap<>());
    return new PassingStore(store) {
      @Override
      public void save(WrittenEntry entry, Stamp unsent) {
        super.save(entry, unsent);
        arrived.putIfAbsent(entry.entry().id(), (long) arrived.size());
      }

      @Override
      public void take(List<LedgerEntry> entries, List<String> erased, SyncState after) {
        super.take(entries, erased, after);
        entries.forEach(entry -> arrived.putIfAbsent(entry.id(), (long) arrived.size()));
      }

      @Override
      public void scan(long after, long upTo, Consumer<LedgerEntry> each) {
        List<LedgerEntry> entries = new ArrayList<>();
        super.scan(after, upTo, entries::add);
        entries.sort(order.apply(arrived));
        Map<String, String> last = new HashMap<>();
        for (LedgerEntry entry : entries) {
          String before = last.put(entry.entry().subject(), entry.id());
          each.accept(before == null ? entry : following(entry, before));
        }
      }
    };
  }

  private static LedgerEntry following(LedgerEntry entry, String before) {
    Header header = entry.entry().header();
    Header other =
        new Header(
            header.id(),
            header.subject(),
            before,
            header.at(),
            header.businessDate(),
            header.author(),
            header.device(),
            header.attachments());
    return new LedgerEntry(
        new WrittenEntry(
            entry.entry().kind().entry(other, entry.entry().fields()), entry.written().bytes()),
        entry.stamp());
  }
}
