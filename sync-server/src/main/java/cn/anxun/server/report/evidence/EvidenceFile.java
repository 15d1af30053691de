package cn.anxun.server.report.evidence;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.paper.PaperReducer;
import cn.anxun.server.file.FileKind;
import java.time.Instant;
import java.util.List;

/**
 * A photo or document with what stands under it: it is drawn nowhere into the file, whose bytes are
 * what the hash says.
 *
 * @param number of the record, as people say it, or ""
 * @param kind of the entry that names it
 * @param at the clock of the entry's author
 * @param author the account
 * @param erased whether a redaction takes it: a signed copy goes with the persons of its paper
 */
record EvidenceFile(
    Attachment attachment, String number, String kind, Instant at, String author, boolean erased) {

  /** What became of a file; {@code evidence.files.STATE} says it. */
  enum State {
    HERE,
    MISSING,
    /** A signed copy shows who signed: it is in no evidence that leaves the bureau. */
    PERSONAL,
    ERASED
  }

  State state(boolean here) {
    if (attachment.role().equals(PaperReducer.SIGNED_COPY)) {
      return erased ? State.ERASED : State.PERSONAL;
    }
    return here ? State.HERE : State.MISSING;
  }

  /**
   * @param redacted whether a redaction is about the entry or the whole record
   */
  static List<EvidenceFile> of(FoldedRecord record, LedgerEntry entry, boolean redacted) {
    return entry.entry().header().attachments().stream()
        .map(
            attachment ->
                new EvidenceFile(
                    attachment,
                    record.fields().text(RecordFields.NUMBER),
                    entry.entry().kind().name(),
                    entry.entry().header().at(),
                    entry.stamp().author(),
                    redacted))
        .toList();
  }

  /** A name that a computer opens by. */
  String name() {
    return attachment.sha256()
        + FileKind.ofMediaType(attachment.type()).map(kind -> "." + kind.ending()).orElse("");
  }
}
