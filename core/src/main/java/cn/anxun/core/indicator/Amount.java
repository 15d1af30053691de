package cn.anxun.core.indicator;

import cn.anxun.core.indicator.Measure.Count;
import cn.anxun.core.indicator.Measure.Sum;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Mark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A count, a sum or a difference of these, with what it rests on.
 *
 * @param decimals as printed
 */
record Amount(
    BigDecimal value, BigDecimal fromTally, int decimals, List<String> ids, Set<Mark> marks) {
  private static final int MONEY_DECIMALS = 2;
  private static final int MOST_DECIMALS = 4;

  Amount {
    ids = Ids.copyOf(ids);
  }

  static Amount of(Count count, Found found, Doubts doubts) {
    BigDecimal counted =
        count.distinct().isRecords()
            ? BigDecimal.valueOf(found.counted().size())
            : BigDecimal.valueOf(different(found.counted(), count.distinct().field()));
    return with(counted, found, doubts.marks(count, found), false);
  }

  static Amount of(Sum sum, Found found, Doubts doubts) {
    BigDecimal total = BigDecimal.ZERO;
    for (FoldedRecord record : found.counted()) {
      total = total.add(quantity(record, sum.field()));
    }
    return with(total, found, doubts.marks(sum, found), sum.field().endsWith("_yuan"));
  }

  private static Amount with(BigDecimal fromLedger, Found found, Set<Mark> marks, boolean isMoney) {
    List<String> reported = new ArrayList<>();
    BigDecimal fromTally = BigDecimal.ZERO;
    for (TallyShare share : found.tallies()) {
      if (share.added().isPresent()) {
        reported.add(share.record().subject());
        fromTally = fromTally.add(share.added().get());
      }
    }
    BigDecimal value = fromLedger.add(fromTally);
    int needed = Math.max(0, Math.min(MOST_DECIMALS, value.stripTrailingZeros().scale()));
    List<String> ids = new Ids(found.counted(), reported);
    return new Amount(value, fromTally, isMoney ? MONEY_DECIMALS : needed, ids, marks);
  }

  /** The first less the others. */
  static Amount net(List<Amount> terms) {
    Amount first = terms.get(0);
    BigDecimal value = first.value;
    BigDecimal fromTally = first.fromTally;
    int decimals = first.decimals;
    Set<String> ids = new LinkedHashSet<>(first.ids);
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    marks.addAll(first.marks);
    for (Amount term : terms.subList(1, terms.size())) {
      value = value.subtract(term.value);
      fromTally = fromTally.subtract(term.fromTally);
      decimals = Math.max(decimals, term.decimals);
      ids.addAll(term.ids);
      marks.addAll(term.marks);
    }
    return new Amount(value, fromTally, decimals, new ArrayList<>(ids), marks);
  }

  /** The same of an amount in yuan, in 万元. */
  Amount inTenThousands() {
    return new Amount(
        Money.inTenThousands(value), Money.inTenThousands(fromTally), decimals, ids, marks);
  }

  /**
   * What a record adds: 1 where no field is summed, else the field's number, 0 where it is unset.
   */
  static BigDecimal quantity(FoldedRecord record, String field) {
    if (field.isEmpty()) {
      return BigDecimal.ONE;
    }
    return record.value(field) instanceof Json.Num number ? number.value() : BigDecimal.ZERO;
  }

  private static int different(List<FoldedRecord> records, String field) {
    Set<Json> values = new HashSet<>();
    for (FoldedRecord record : records) {
      Json value = record.value(field);
      if (value instanceof Json.Items items) {
        values.addAll(items.values());
      } else if (value != null) {
        values.add(value);
      }
    }
    return values.size();
  }
}
