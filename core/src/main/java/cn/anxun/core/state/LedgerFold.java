package cn.anxun.core.state;

import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.hazard.HazardReducer;
import cn.anxun.core.hazard.ReviewRule;
import cn.anxun.core.inspection.InspectionReducer;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerView;
import cn.anxun.core.ledger.PlainReducer;
import cn.anxun.core.ledger.RecordReducer;
import cn.anxun.core.ledger.Reduction;
import cn.anxun.core.ledger.SubjectHistory;
import cn.anxun.core.paper.PaperReducer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Folds a ledger to its state at a cut-off. The same entries give the same state on phone and
 * server, in whatever order they came, but for concurrent entries of one subject, which go by seq.
 * It never throws, whatever entries say: what cannot count is left out and shown as a {@link
 * Notice}. Each record type has its {@link RecordReducer} here.
 */
public final class LedgerFold {
  private static final RecordReducer PLAIN = new PlainReducer();

  private final Map<Kind, RecordReducer> reducers;

  public LedgerFold() {
    this(ReviewRule.STANDARD);
  }

  public LedgerFold(ReviewRule reviewRule) {
    reducers =
        Map.of(
            HazardFound.KIND, new HazardReducer(reviewRule),
            Inspected.KIND, new InspectionReducer(),
            PaperIssued.KIND, new PaperReducer());
  }

  /** The whole ledger, in one scan. */
  public LedgerState fold(LedgerView ledger, Cutoff cutoff) {
    FoldedLedger folded = begin(cutoff.date());
    folded.goOn(ledger, cutoff.seq());
    return folded.state();
  }

  /** A ledger of which nothing is folded yet, to be asked about as of this day again and again. */
  public FoldedLedger begin(LocalDate day) {
    return new FoldedLedger(this, day);
  }

  /**
   * What the entries of one subject, in the order of their seq, amount to by themselves. There is
   * at least one.
   */
  FoldedSubject foldAlone(String subject, List<LedgerEntry> entries, Cutoff cutoff) {
    SubjectHistory history = SubjectHistory.of(subject, entries);
    long lastSeq = entries.get(entries.size() - 1).seq();
    return DocumentReducer.isDocument(subject)
        ? FoldedSubject.ofDocument(history, lastSeq)
        : FoldedSubject.ofRecord(history, reduce(history, cutoff), lastSeq);
  }

  /**
   * One record, as it stands by its own entries: for a projection that follows entry by entry. What
   * other subjects say of it shows only in {@link #fold}: merged sites and joined visits, a visit's
   * papers, and whether its site stands on the plan.
   */
  public Optional<FoldedRecord> foldSubject(LedgerView ledger, String subject, Cutoff cutoff) {
    if (DocumentReducer.isDocument(subject)) {
      return Optional.empty();
    }
    SubjectHistory history = SubjectHistory.of(subject, ledger.listSubject(subject, cutoff.seq()));
    return reduce(history, cutoff).map(Reduction::record);
  }

  /** Whether this is the subject of an office's document, of which there are only revisions. */
  public static boolean isDocument(String subject) {
    return DocumentReducer.isDocument(subject);
  }

  /** The revision of a document that holds by its own history; empty where the office made none. */
  public static Optional<DocumentRevision> reduceDocument(SubjectHistory history) {
    return new DocumentReducer(history).reduce();
  }

  /**
   * What the history of one subject amounts to, with what was noticed; as {@link #foldSubject}, for
   * those who show the history beside the record. Empty where nothing stands open by it.
   */
  public Optional<Reduction> reduce(SubjectHistory history, Cutoff cutoff) {
    return history
        .opening()
        .map(opening -> reducers.getOrDefault(opening.kind(), PLAIN))
        .flatMap(reducer -> reducer.reduce(history, cutoff));
  }
}
