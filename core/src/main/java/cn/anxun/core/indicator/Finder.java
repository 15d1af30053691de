package cn.anxun.core.indicator;

import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.indicator.Measure.Count;
import cn.anxun.core.indicator.Measure.Sum;
import cn.anxun.core.indicator.Measure.Where;
import cn.anxun.core.indicator.Selector.Having;
import cn.anxun.core.state.LedgerState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds what counts and sums ask for in one ledger and period. Remembers what it has found, since a
 * catalogue asks for the same whole many times.
 */
final class Finder {
  private final Selector selector;
  private final Tallies tallies;
  private final Map<Measure, Found> found = new ConcurrentHashMap<>();

  /**
   * Finds nothing yet.
   *
   * @param asked what the measures that are asked want to know; others may be asked too
   */
  Finder(LedgerState state, Period period, AskedFields asked) {
    this.selector = new Selector(state, period, asked);
    this.tallies = new Tallies(state, period);
  }

  /** Reads what will be asked for, of all records. */
  void read() {
    selector.read();
  }

  Found find(Count count) {
    return found.computeIfAbsent(
        count,
        key -> {
          Having having = new Having(count.distinct().field(), false);
          Found records = selector.select(count.type(), count.where(), count.basis(), having);
          return count.distinct().isRecords()
              ? with(records, tallies(count.type(), "", count.where(), count.basis()))
              : records;
        });
  }

  Found find(Sum sum) {
    return found.computeIfAbsent(
        sum,
        key ->
            with(
                selector.select(
                    sum.type(), sum.where(), sum.basis(), new Having(sum.field(), true)),
                tallies(sum.type(), sum.field(), sum.where(), sum.basis())));
  }

  private List<TallyShare> tallies(String type, String field, Where where, Basis basis) {
    return basis.equals(Basis.RECORDED) ? tallies.list(type, field, where) : List.of();
  }

  private static Found with(Found records, List<TallyShare> tallies) {
    return new Found(records.counted(), records.doubtful(), tallies);
  }
}
