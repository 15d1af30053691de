package cn.anxun.core.ledger;

import java.util.Optional;

/** Makes of a subject's history the record as it stands at a cut-off. One for each record type. */
public interface RecordReducer {

  /**
   * The record; empty where its opening entry is voided, missing or of a later day.
   *
   * @param history of one subject up to the cut-off's seq
   */
  Optional<Reduction> reduce(SubjectHistory history, Cutoff cutoff);
}
