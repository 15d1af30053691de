package cn.anxun.core.indicator;

import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.indicator.Measure.Where;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Selects records by condition and period. Each condition and each basis is looked up once for all
 * records of its type and remembered as a set of bits, since a catalogue asks for the same ones
 * over and over.
 */
final class Selector {
  private final LedgerState state;
  private final Period period;
  private final Map<Condition, BitSet> matching = new HashMap<>();
  private final Map<String, Map<Basis, BitSet>> inPeriod = new HashMap<>();
  private final Map<String, BitSet> marked = new HashMap<>();

  Selector(LedgerState state, Period period) {
    this.state = state;
    this.period = period;
  }

  /** The records that count, and the marked ones that do not; no tallies. */
  Found select(String type, Where where, Basis basis) {
    List<FoldedRecord> records = state.list(type);
    BitSet counted = (BitSet) inPeriod(type, basis, records).clone();
    for (Condition condition : Condition.list(type, where, state)) {
      counted.and(matching.computeIfAbsent(condition, key -> bits(records, key::matches)));
    }
    BitSet doubtful =
        (BitSet) marked.computeIfAbsent(type, key -> bits(records, Selector::isMarked)).clone();
    doubtful.andNot(counted);
    return new Found(list(records, counted), list(records, doubtful), List.of());
  }

  private BitSet inPeriod(String type, Basis basis, List<FoldedRecord> records) {
    return inPeriod
        .computeIfAbsent(type, key -> new HashMap<>())
        .computeIfAbsent(basis, key -> bits(records, new InPeriod(basis, period)::test));
  }

  private static boolean isMarked(FoldedRecord record) {
    return !record.marks().isEmpty();
  }

  private static BitSet bits(List<FoldedRecord> records, Predicate<FoldedRecord> chosen) {
    BitSet bits = new BitSet(records.size());
    for (int i = 0; i < records.size(); i++) {
      bits.set(i, chosen.test(records.get(i)));
    }
    return bits;
  }

  private static List<FoldedRecord> list(List<FoldedRecord> records, BitSet chosen) {
    List<FoldedRecord> list = new ArrayList<>(chosen.cardinality());
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      list.add(records.get(i));
    }
    return list;
  }
}
