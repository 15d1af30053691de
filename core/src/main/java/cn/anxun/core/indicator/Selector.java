package cn.anxun.core.indicator;

import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.indicator.Measure.Where;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Selects records by condition and period. Each field that is asked for is read once from all
 * records of its type, each condition and each basis is looked up once and remembered as a set of
 * bits, since a catalogue asks for the same ones over and over.
 */
final class Selector {
  private final LedgerState state;
  private final Period period;
  private final AskedFields asked;
  private final Map<String, OfType> types = new ConcurrentHashMap<>();

  /**
   * Selects nothing yet.
   *
   * @param asked what the measures that are asked want to know; others may be asked too
   */
  Selector(LedgerState state, Period period, AskedFields asked) {
    this.state = state;
    this.period = period;
    this.asked = asked;
  }

  /** Reads what will be asked for, of all records. */
  void read() {
    asked.types().forEach(this::ofType);
  }

  private OfType ofType(String type) {
    return types.computeIfAbsent(type, key -> new OfType(state.list(key), asked.of(key)));
  }

  /**
   * The records that count, and the marked ones that do not; no tallies.
   *
   * @param having what those that count must have as well
   */
  Found select(String type, Where where, Basis basis, Having having) {
    OfType all = ofType(type);
    BitSet counted = (BitSet) all.inPeriod(basis).clone();
    for (Condition condition : Condition.list(type, where, state)) {
      counted.and(all.matching(condition));
    }
    BitSet doubtful = (BitSet) all.marked.clone();
    doubtful.andNot(counted);
    if (!having.field().isEmpty()) {
      counted.and(all.having(having));
    }
    return new Found(all.list(counted), all.list(doubtful), List.of());
  }

  /**
   * That a field is set.
   *
   * @param field "" for none
   * @param number whether it must be a number
   */
  record Having(String field, boolean number) {
    boolean test(@Nullable Json value) {
      return number ? value instanceof Json.Num : value != null;
    }
  }

  /** The records of a type, and what was looked up in them. */
  private final class OfType {
    private final List<FoldedRecord> records;
    private final Columns columns;
    private final BitSet marked;
    private final Map<Condition, BitSet> matching = new ConcurrentHashMap<>();
    private final Map<Basis, BitSet> inPeriod = new ConcurrentHashMap<>();
    private final Map<Having, BitSet> having = new ConcurrentHashMap<>();

    private OfType(List<FoldedRecord> records, Set<String> asked) {
      this.records = records;
      this.columns = new Columns(records, asked);
      this.marked = bits(i -> !records.get(i).marks().isEmpty());
    }

    private BitSet inPeriod(Basis basis) {
      return inPeriod.computeIfAbsent(
          basis,
          key -> {
            InPeriod within = new InPeriod(key, period);
            @Nullable Json[] days = columns.values(within.field());
            return bits(i -> within.test(records.get(i), days[i]));
          });
    }

    private BitSet matching(Condition condition) {
      return matching.computeIfAbsent(
          condition,
          key -> {
            @Nullable Json[] values = columns.values(key.field());
            return key.asksForLocalLevels()
                ? bits(i -> key.matches(values[i], records.get(i)))
                : bits(i -> key.matches(values[i]));
          });
    }

    private BitSet having(Having field) {
      return having.computeIfAbsent(
          field,
          key -> {
            @Nullable Json[] values = columns.values(key.field());
            return bits(i -> key.test(values[i]));
          });
    }

    private BitSet bits(IntPredicate chosen) {
      BitSet bits = new BitSet(records.size());
      for (int i = 0; i < records.size(); i++) {
        if (chosen.test(i)) {
          bits.set(i);
        }
      }
      return bits;
    }

    private List<FoldedRecord> list(BitSet chosen) {
      List<FoldedRecord> list = new ArrayList<>(chosen.cardinality());
      for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
        list.add(records.get(i));
      }
      return list;
    }
  }
}
