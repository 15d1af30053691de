package cn.anxun.core.indicator;

import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Kinds;
import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.indicator.Measure.Count;
import cn.anxun.core.indicator.Measure.Sum;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.state.Notice;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which marks of records can change a figure. A step without effect cannot. A conflict or a
 * proposal can where the field that it is about bears on the measure, on a record that is counted
 * or not; where no field is known, on a counted record. Entries that wait for others or are of an
 * unknown kind may change anything about their record.
 */
final class Doubts {
  /** As corrections name the day of an entry. */
  private static final String BUSINESS_DATE = "businessDate";

  private final Period period;
  private final Map<String, List<Notice>> notices = new HashMap<>();

  Doubts(LedgerState state, Period period) {
    this.period = period;
    for (Notice notice : state.notices()) {
      if (notice.type() == Notice.Type.CONFLICT || notice.type() == Notice.Type.PROPOSAL) {
        notices.computeIfAbsent(notice.subject(), subject -> new ArrayList<>()).add(notice);
      }
    }
  }

  Set<Mark> marks(Count count, Found found) {
    Set<String> fields = fields(count.where(), count.basis());
    fields.add(count.distinct().field());
    return marks(count.type(), fields, found);
  }

  Set<Mark> marks(Sum sum, Found found) {
    Set<String> fields = fields(sum.where(), sum.basis());
    fields.add(sum.field());
    return marks(sum.type(), fields, found);
  }

  private static Set<String> fields(Measure.Where where, Basis basis) {
    Set<String> fields = new HashSet<>(where.anyOf().keySet());
    fields.add(basis.stock() == Measure.Stock.NONE ? basis.on() : InPeriod.CLOSED_ON);
    return fields;
  }

  private Set<Mark> marks(String type, Set<String> fields, Found found) {
    boolean anyField = !plainFields(type).containsAll(fields);
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    for (FoldedRecord record : found.counted()) {
      if (!record.marks().isEmpty()) {
        add(marks, record, fields, anyField, true);
      }
    }
    for (FoldedRecord record : found.doubtful()) {
      add(marks, record, fields, anyField, false);
    }
    for (TallyShare share : found.tallies()) {
      marks.addAll(share.record().marks());
      share.mark().ifPresent(marks::add);
    }
    return marks;
  }

  private void add(
      Set<Mark> marks, FoldedRecord record, Set<String> fields, boolean anyField, boolean counted) {
    for (Mark mark : record.marks()) {
      boolean doubted =
          switch (mark) {
            case CONFLICT, PROPOSAL -> bears(record, mark, fields, anyField, counted);
            case WAITING, UPGRADE_NEEDED -> counted || period.contains(record.date());
            default -> false;
          };
      if (doubted) {
        marks.add(mark);
      }
    }
  }

  private boolean bears(
      FoldedRecord record, Mark mark, Set<String> fields, boolean anyField, boolean counted) {
    boolean known = false;
    for (Notice notice : notices.getOrDefault(record.subject(), List.of())) {
      if (notice.type().name().equals(mark.name()) && !notice.field().isEmpty()) {
        known = true;
        if (anyField || fields.contains(notice.field()) || notice.field().equals(BUSINESS_DATE)) {
          return true;
        }
      }
    }
    return !known && counted;
  }

  /** The fields that stand in entries as they are, not derived from others. */
  private static Set<String> plainFields(String type) {
    Set<String> plain = new HashSet<>();
    plain.add("");
    plain.add(Basis.RECORDED.on());
    for (Kind kind : Kinds.ALL) {
      if (kind.effect() == Kind.Effect.OPENS && kind.recordType().equals(type)) {
        plain.addAll(kind.fields().keySet());
      }
    }
    return plain;
  }
}
