package cn.anxun.server.report.evidence;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.LedgerEntry;
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
 */
record EvidenceFile(Attachment attachment, String number, String kind, Instant at, String author) {

  static List<EvidenceFile> of(FoldedRecord record, LedgerEntry entry) {
    return entry.entry().header().attachments().stream()
        .map(
            attachment ->
                new EvidenceFile(
                    attachment,
                    record.fields().text(RecordFields.NUMBER),
                    entry.entry().kind().name(),
                    entry.entry().header().at(),
                    entry.stamp().author()))
        .toList();
  }

  /** A name that a computer opens by. */
  String name() {
    return attachment.sha256()
        + FileKind.ofMediaType(attachment.type()).map(kind -> "." + kind.ending()).orElse("");
  }
}
