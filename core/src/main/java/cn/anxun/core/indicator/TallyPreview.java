package cn.anxun.core.indicator;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.TallyReported;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger already holds of a unit's total (汇总报送) that is about to be reported, so that
 * nobody counts a thing twice.
 *
 * @param reported the unit's totals of the same thing for some of the same days, by date
 * @param replaced the one of them that the new one takes the place of, being of the same thing and
 *     days; empty where there is none
 * @param detailed what the unit recorded one by one in those days
 * @param detail how much these are of the total
 */
public record TallyPreview(
    List<FoldedRecord> reported,
    Optional<FoldedRecord> replaced,
    List<FoldedRecord> detailed,
    BigDecimal detail) {

  public TallyPreview {
    reported = Collections.unmodifiableList(new ArrayList<>(reported));
    detailed = Collections.unmodifiableList(new ArrayList<>(detailed));
  }

  /**
   * The preview of a total.
   *
   * @param total the fields of a {@link TallyReported}; its quantity is not looked at
   * @return empty while unit, measure or days are missing, or the days end before they start
   */
  public static Optional<TallyPreview> of(LedgerState state, Fields total) {
    FoldedRecord record =
        new FoldedRecord(
            Tally.TYPE,
            "",
            state.cutoff().date(),
            total.toBuilder().set(TallyReported.QUANTITY, BigDecimal.ZERO).build(),
            List.of(),
            Collections.emptySet());
    return Tally.read(record)
        .filter(tally -> !tally.unit().isEmpty())
        .map(tally -> of(state, tally));
  }

  private static TallyPreview of(LedgerState state, Tally total) {
    List<FoldedRecord> reported = new ArrayList<>();
    Tally replaced = null;
    for (FoldedRecord record : state.list(Tally.TYPE)) {
      Tally tally = Tally.read(record).orElse(null);
      if (tally != null && (tally.isSameReport(total) || tally.overlaps(total))) {
        reported.add(record);
        if (tally.isSameReport(total) && (replaced == null || tally.isLaterThan(replaced))) {
          replaced = tally;
        }
      }
    }
    List<FoldedRecord> detailed = Tallies.detailed(state, total);
    BigDecimal detail = BigDecimal.ZERO;
    for (FoldedRecord record : detailed) {
      detail = detail.add(Amount.quantity(record, total.field()));
    }
    return new TallyPreview(
        reported, Optional.ofNullable(replaced).map(Tally::record), detailed, detail);
  }

  /** What a total of this quantity adds to what is recorded one by one; at least 0. */
  public BigDecimal added(BigDecimal quantity) {
    return quantity.subtract(detail).max(BigDecimal.ZERO);
  }
}
