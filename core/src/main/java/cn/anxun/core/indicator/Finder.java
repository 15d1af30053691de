package cn.anxun.core.indicator;

import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.indicator.Measure.Count;
import cn.anxun.core.indicator.Measure.Sum;
import cn.anxun.core.indicator.Measure.Where;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what counts and sums ask for in one ledger and period. Remembers what it has found, since a
 * catalogue asks for the same whole many times.
 */
final class Finder {
  private final Selector selector;
  private final Tallies tallies;
  private final Map<Measure, Found> found = new HashMap<>();

  Finder(LedgerState state, Period period) {
    this.selector = new Selector(state, period);
    this.tallies = new Tallies(state, period);
  }

  Found find(Count count) {
    return found.computeIfAbsent(
        count,
        key -> {
          Found records = selector.select(count.type(), count.where(), count.basis());
          return count.distinct().isRecords()
              ? with(records, tallies(count.type(), "", count.where(), count.basis()))
              : with(having(records, count.distinct().field(), false), List.of());
        });
  }

  Found find(Sum sum) {
    return found.computeIfAbsent(
        sum,
        key ->
            with(
                having(selector.select(sum.type(), sum.where(), sum.basis()), sum.field(), true),
                tallies(sum.type(), sum.field(), sum.where(), sum.basis())));
  }

  private List<TallyShare> tallies(String type, String field, Where where, Basis basis) {
    return basis.equals(Basis.RECORDED) ? tallies.list(type, field, where) : List.of();
  }

  private static Found with(Found records, List<TallyShare> tallies) {
    return new Found(records.counted(), records.doubtful(), tallies);
  }

  /** Leaves out the records that do not have the field, or have no number there. */
  private static Found having(Found records, String field, boolean number) {
    List<FoldedRecord> having = new ArrayList<>(records.counted().size());
    for (FoldedRecord record : records.counted()) {
      Json value = record.value(field);
      if (number ? value instanceof Json.Num : value != null) {
        having.add(record);
      }
    }
    return new Found(having, records.doubtful(), records.tallies());
  }
}
