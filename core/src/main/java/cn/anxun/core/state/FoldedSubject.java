package cn.anxun.core.state;

import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.entry.UnknownEntry;
import cn.anxun.core.inspection.Visits;
import cn.anxun.core.ledger.Finding;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.HistoryEntry;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.ledger.Reduction;
import cn.anxun.core.ledger.SubjectHistory;
import cn.anxun.core.site.Sites;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of one subject amount to by themselves as of a day; {@link Folding} joins it
 * with the others'.
 *
 * @param record empty where none stands open: a document, a void record, one that waits
 * @param author who opened the record; "" where there is none
 * @param document the revision that holds
 * @param mergedInto the site that this one was merged into
 * @param joinedInto the visit that this one was joined into
 * @param notices what was noticed of it alone
 * @param lastSeq of its entries
 * @param needsUpgrade whether it has entries of an unknown kind, and nothing to mark with that
 */
record FoldedSubject(
    @Nullable FoldedRecord record,
    String author,
    @Nullable DocumentRevision document,
    @Nullable String mergedInto,
    @Nullable String joinedInto,
    List<Notice> notices,
    long lastSeq,
    boolean needsUpgrade) {

  static FoldedSubject ofDocument(SubjectHistory history, long lastSeq) {
    DocumentReducer reducer = new DocumentReducer(history);
    DocumentRevision revision = reducer.reduce().orElse(null);
    return new FoldedSubject(
        null,
        "",
        revision,
        null,
        null,
        notices(history.subject(), reducer.findings()),
        lastSeq,
        revision == null && hasUnknown(history));
  }

  /**
   * Of anything but a document.
   *
   * @param reduction of the history
   * @param lastSeq of its entries
   */
  static FoldedSubject ofRecord(
      SubjectHistory history, Optional<Reduction> reduction, long lastSeq) {
    Kind opened = history.opening().map(HistoryEntry::kind).orElse(null);
    if (opened == null) {
      return withoutOpening(history, lastSeq);
    }
    return new FoldedSubject(
        reduction.map(Reduction::record).orElse(null),
        reduction.map(Reduction::author).orElse(""),
        null,
        opened == SiteRegistered.KIND ? Sites.mergedInto(history).orElse(null) : null,
        opened == Inspected.KIND ? Visits.joinedInto(history).orElse(null) : null,
        reduction.map(made -> notices(history.subject(), made.findings())).orElse(List.of()),
        lastSeq,
        false);
  }

  /** What is known of a record before the entry that opens it arrives, or of an unknown type. */
  private static FoldedSubject withoutOpening(SubjectHistory history, long lastSeq) {
    List<Notice> notices = new ArrayList<>(notices(history.subject(), history.findings()));
    List<String> waiting = new ArrayList<>();
    for (HistoryEntry entry : history.entries()) {
      if (!(entry.entry() instanceof UnknownEntry)) {
        waiting.add(entry.id());
      }
    }
    if (!waiting.isEmpty()) {
      notices.add(new Notice(Notice.Type.WAITING, history.subject(), waiting, ""));
    }
    return new FoldedSubject(null, "", null, null, null, notices, lastSeq, hasUnknown(history));
  }

  private static boolean hasUnknown(SubjectHistory history) {
    for (Finding finding : history.findings()) {
      if (finding.mark() == Mark.UPGRADE_NEEDED) {
        return true;
      }
    }
    return false;
  }

  private static List<Notice> notices(String subject, List<Finding> findings) {
    if (findings.isEmpty()) {
      return List.of();
    }
    List<Notice> notices = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      Notice.Type type = Notice.Type.valueOf(finding.mark().name());
      notices.add(new Notice(type, subject, finding.entryIds(), finding.field()));
    }
    return notices;
  }
}
