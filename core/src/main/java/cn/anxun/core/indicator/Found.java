package cn.anxun.core.indicator;

import cn.anxun.core.ledger.FoldedRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * What one count or sum finds in the ledger.
 *
 * @param counted the records it counts, in the order of the state
 * @param doubtful records that carry marks and are not counted, but might be once the mark is
 *     settled
 * @param tallies what units reported as totals
 */
record Found(List<FoldedRecord> counted, List<FoldedRecord> doubtful, List<TallyShare> tallies) {
  static final Found NONE = new Found(List.of(), List.of(), List.of());

  static Found empty() {
    return new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }
}
