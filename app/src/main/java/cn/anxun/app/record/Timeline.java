package cn.anxun.app.record;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.sync.OutboxEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * All that was said of one subject, in the order of the ledger.
 *
 * @param record as it stands; empty where it is voided or not known yet
 * @param withdrawn own entries that were taken back and can be said anew
 */
public record Timeline(
    String subject, Optional<FoldedRecord> record, List<Step> steps, List<OutboxEntry> withdrawn) {
  public Timeline {
    steps = Collections.unmodifiableList(new ArrayList<>(steps));
    withdrawn = Collections.unmodifiableList(new ArrayList<>(withdrawn));
  }

  /** What an entry amounts to. */
  public enum Effect {
    /** It counts. */
    COUNTS,
    /** It was voided. */
    VOIDED,
    /** It came when it was not open any more, or is about nothing there is. */
    WITHOUT_EFFECT,
    /** Made by one who may not; awaits a decision. */
    PROPOSAL,
    /** Its predecessor has not arrived. */
    WAITING,
    /** Of a kind that this version does not know. */
    UNKNOWN
  }

  /**
   * One entry.
   *
   * @param source as it was said, with its author and whether the server has it
   * @param fields corrected
   * @param date its business date, corrected
   * @param own where it stands in the outbox; empty for another phone's
   */
  public record Step(
      LedgerEntry source,
      Fields fields,
      LocalDate date,
      Effect effect,
      Optional<OutboxEntry> own) {}
}
