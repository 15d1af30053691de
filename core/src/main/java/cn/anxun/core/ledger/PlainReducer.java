package cn.anxun.core.ledger;

import cn.anxun.core.entry.Assigned;
import java.util.Optional;

/**
 * Reduces what is said once and then only corrected, attributed, assigned or circulated: drills,
 * training, publicity, enforcement, accidents, responses, plans, services, tallies, sites and the
 * office's own kinds.
 */
public final class PlainReducer implements RecordReducer {
  @Override
  public Optional<Reduction> reduce(SubjectHistory history, Cutoff cutoff) {
    return RecordDraft.start(history, cutoff).map(PlainReducer::finish);
  }

  private static Reduction finish(RecordDraft draft) {
    for (HistoryEntry step : draft.steps()) {
      if (step.kind() == Assigned.KIND) {
        draft.set("assigned_to", step.fields().raw(Assigned.TO_UNIT.name()));
      } else {
        draft.withoutEffect(step);
      }
    }
    return draft.finish();
  }
}
