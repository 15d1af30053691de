package cn.anxun.core.indicator;

import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Mark;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a unit's reported total adds to a figure.
 *
 * @param added the quantity less what the unit recorded in detail, at least 0; empty where its
 *     period only overlaps the figure's
 * @param mark why it should be looked at
 */
record TallyShare(Tally tally, Optional<BigDecimal> added, Optional<Mark> mark) {
  FoldedRecord record() {
    return tally.record();
  }
}
