package cn.anxun.app.data.local;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Reduction;
import cn.anxun.core.ledger.SubjectHistory;
import cn.anxun.core.site.Sites;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerFold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the rows that lists are made of: of each touched subject the record or document that its
 * entries fold to, the site it was merged into, the files its entries name.
 */
final class Projection {
  /** Whatever day an entry claims, the person who typed it finds it in the lists. */
  private static final Cutoff ALL = Cutoff.latest(LocalDate.of(9999, 12, 31));

  private final ProjectionTable table;
  private final LedgerFold fold = new LedgerFold();
  private final RecordProjection records;

  Projection(ProjectionTable table, PinyinInitials pinyin) {
    this.table = table;
    this.records = new RecordProjection(pinyin);
  }

  /** Writes the rows of these subjects, from all their entries. */
  void fold(Map<String, List<LedgerEntry>> subjects) {
    Rows rows = new Rows();
    subjects.forEach(
        (subject, entries) -> {
          SubjectHistory history = SubjectHistory.of(subject, entries);
          if (LedgerFold.isDocument(subject)) {
            rows.takeDocument(subject, LedgerFold.reduceDocument(history));
          } else {
            rows.takeRecord(history, fold.reduce(history, ALL), unsent(entries));
          }
        });
    rows.write();
  }

  private static int unsent(List<LedgerEntry> entries) {
    int unsent = 0;
    for (LedgerEntry entry : entries) {
      unsent += entry.stamp().isUnsent() ? 1 : 0;
    }
    return unsent;
  }

  /**
   * Writes which files these entries name.
   *
   * @param changed those that were held with other bytes
   */
  void attach(Collection<LedgerEntry> added, Collection<LedgerEntry> changed) {
    List<AttachmentRow> rows = new ArrayList<>();
    added.forEach(entry -> addAttachments(entry, rows));
    if (!changed.isEmpty()) {
      List<String> ids = new ArrayList<>();
      for (LedgerEntry entry : changed) {
        ids.add(entry.id());
        addAttachments(entry, rows);
      }
      Parts.of(ids).forEach(table::deleteAttachments);
    }
    if (!rows.isEmpty()) {
      table.putAttachments(rows);
    }
  }

  void detach(String entry) {
    table.deleteAttachments(List.of(entry));
  }

  void clear() {
    table.clearRecords();
    table.clearMerged();
    table.clearDocuments();
    table.clearAttachments();
  }

  private static void addAttachments(LedgerEntry entry, List<AttachmentRow> rows) {
    int place = 0;
    for (Attachment file : entry.entry().header().attachments()) {
      rows.add(
          new AttachmentRow(
              entry.id(),
              place++,
              entry.entry().subject(),
              file.sha256(),
              file.bytes(),
              file.type(),
              file.role()));
    }
  }

  /** The rows of one call, so that each table is written once. */
  private final class Rows {
    private final List<RecordRow> standing = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private final List<DocumentRow> documents = new ArrayList<>();
    private final List<String> goneDocuments = new ArrayList<>();
    private final List<MergedRow> merged = new ArrayList<>();
    private final List<String> unmerged = new ArrayList<>();

    void takeDocument(String subject, Optional<DocumentRevision> revision) {
      if (revision.isPresent()) {
        documents.add(new DocumentRow(subject, revision.get().entryId(), revision.get().date()));
      } else {
        goneDocuments.add(subject);
      }
    }

    void takeRecord(SubjectHistory history, Optional<Reduction> reduction, int unsent) {
      if (reduction.isPresent()) {
        standing.add(records.row(reduction.get(), unsent));
      } else {
        gone.add(history.subject());
      }
      if (history.opening().filter(opening -> opening.kind() == SiteRegistered.KIND).isPresent()
          && history.entries().size() + history.findings().size() > 1) {
        takeMerger(history);
      }
    }

    private void takeMerger(SubjectHistory history) {
      Optional<String> into = Sites.mergedInto(history);
      if (into.isPresent()) {
        merged.add(new MergedRow(history.subject(), into.get()));
      } else {
        unmerged.add(history.subject());
      }
    }

    void write() {
      if (!standing.isEmpty()) {
        table.putRecords(standing);
      }
      Parts.of(gone).forEach(table::deleteRecords);
      if (!documents.isEmpty()) {
        table.putDocuments(documents);
      }
      Parts.of(goneDocuments).forEach(table::deleteDocuments);
      if (!merged.isEmpty()) {
        table.putMerged(merged);
      }
      Parts.of(unmerged).forEach(table::deleteMerged);
    }
  }
}
