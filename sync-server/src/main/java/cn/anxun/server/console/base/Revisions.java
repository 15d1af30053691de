package cn.anxun.server.console.base;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.console.record.OfficeEntries;
import cn.anxun.server.storage.BureauLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a table came about: its parts now, and every time that somebody saved it. */
final class Revisions {
  private static final String DOCUMENT = "document";

  private final BaseTable table;
  private final BureauLedger ledger;
  private final LedgerState state;

  Revisions(BaseTable table, BureauLedger ledger, LedgerState state) {
    this.table = table;
    this.ledger = ledger;
    this.state = state;
  }

  /**
   * One time that somebody saved it.
   *
   * @param seq of its last entry
   */
  record Revision(long seq, String author, Instant at) {}

  /** The parts as they stand, the first first. */
  List<DocumentRevision> parts() {
    List<DocumentRevision> parts = new ArrayList<>();
    if (!table.family().hasParts()) {
      state.document(table.subject()).ifPresent(parts::add);
      return parts;
    }
    for (DocumentRevision part : state.documentParts(table.subject())) {
      if (part(part.subject()) > 0) {
        parts.add(part);
      }
    }
    parts.sort(Comparator.comparingInt(part -> part(part.subject())));
    return parts;
  }

  /** From 1; 0 for what is no part of the table. */
  private int part(String subject) {
    if (subject.equals(table.subject())) {
      return 1;
    }
    String rest = subject.substring(table.subject().length() + 1);
    return rest.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(rest) : 0;
  }

  /** What stands now. */
  Content current() {
    return Content.of(
        table,
        parts().stream()
            .map(part -> part.fields().raw(DOCUMENT))
            .filter(Json.class::isInstance)
            .map(Json.class::cast)
            .toList());
  }

  /** Tells what stands now from what stood before or will. */
  String mark() {
    return String.join(",", parts().stream().map(DocumentRevision::entryId).toList());
  }

  /** Who saved it last; empty where nobody has. */
  Optional<Revision> last() {
    return parts().stream()
        .max(Comparator.comparingLong(DocumentRevision::seq))
        .flatMap(part -> ledger.find(part.entryId()))
        .map(Revisions::revision);
  }

  private static Revision revision(LedgerEntry entry) {
    return new Revision(entry.seq(), entry.stamp().author(), entry.stamp().at());
  }

  /** Every time that it was saved, the last first; what is a mere proposal is none. */
  List<Revision> list() {
    Map<String, Revision> saved = new LinkedHashMap<>();
    for (LedgerEntry entry : entries()) {
      saved.put(entry.stamp().author() + ' ' + entry.entry().header().at(), revision(entry));
    }
    List<Revision> all = new ArrayList<>(saved.values());
    Collections.reverse(all);
    return all;
  }

  /** What stood right after this seq. */
  Content at(long seq) {
    Map<String, Json> documents = new LinkedHashMap<>();
    for (LedgerEntry entry : entries()) {
      Json document = entry.entry().fields().raw(DOCUMENT);
      if (entry.seq() <= seq && document != null) {
        documents.put(entry.entry().subject(), document);
      }
    }
    return Content.of(table, new ArrayList<>(documents.values()));
  }

  private List<LedgerEntry> entries() {
    return OfficeEntries.list(
        ledger,
        state.cutoff().seq(),
        table.family().kind(),
        parts().stream().map(DocumentRevision::subject).toList());
  }
}
