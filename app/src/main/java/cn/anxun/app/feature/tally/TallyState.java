package cn.anxun.app.feature.tally;

import cn.anxun.app.record.Names;
import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.indicator.Reportable;
import cn.anxun.core.indicator.TallyPreview;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the form shows.
 *
 * @param measures what can be reported
 * @param names of units
 * @param preview what the ledger already holds; empty until it is computed
 * @param problem a sentence for the person, or that something is missing
 */
record TallyState(
    TallyDraft draft,
    List<Reportable> measures,
    Names names,
    Optional<TallyPreview> preview,
    boolean saving,
    Optional<Problem> problem) {
  TallyState {
    measures = Collections.unmodifiableList(new ArrayList<>(measures));
  }

  /** Why it was not reported. */
  sealed interface Problem {
    record NoUnit() implements Problem {}

    record NoMeasure() implements Problem {}

    record NoQuantity() implements Problem {}

    record Rejected(EntryProblem why) implements Problem {}

    record DiskFull() implements Problem {}

    record Unreadable() implements Problem {}
  }

  Optional<Reportable> measure() {
    return measures.stream().filter(one -> one.id().equals(draft.indicator())).findFirst();
  }

  TallyState with(TallyDraft changed) {
    return new TallyState(changed, measures, names, preview, saving, Optional.empty());
  }

  TallyState with(Optional<TallyPreview> computed) {
    return new TallyState(draft, measures, names, computed, saving, problem);
  }

  TallyState saving(boolean isSaving, Optional<Problem> because) {
    return new TallyState(draft, measures, names, preview, isSaving, because);
  }
}
