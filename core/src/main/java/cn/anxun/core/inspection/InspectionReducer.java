package cn.anxun.core.inspection;

import cn.anxun.core.entry.Inspected;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.PlainReducer;
import cn.anxun.core.ledger.RecordReducer;
import cn.anxun.core.ledger.Reduction;
import cn.anxun.core.ledger.SubjectHistory;
import java.util.Optional;

/**
 * Reduces one visit. Its flag {@code planned} is what its inspector said; {@link Visits} adds those
 * whose site stands on the plan.
 */
public final class InspectionReducer implements RecordReducer {
  private final PlainReducer plain = new PlainReducer();

  @Override
  public Optional<Reduction> reduce(SubjectHistory history, Cutoff cutoff) {
    return plain.reduce(history, cutoff).map(InspectionReducer::flagged);
  }

  private static Reduction flagged(Reduction visit) {
    FoldedRecord record = visit.record();
    boolean planned = record.fields().is(Inspected.PLANNED);
    return new Reduction(
        record.with(Inspected.PLANNED.name(), Json.of(planned)), visit.author(), visit.findings());
  }
}
