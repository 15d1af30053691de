package cn.anxun.server.console.record;

import cn.anxun.core.entry.Kind;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.server.storage.BureauLedger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The revisions of the office's documents in the order of the ledger. What somebody without the
 * office's right pushed is a mere proposal, as it is for the state, and none of them.
 */
public final class OfficeEntries {
  private OfficeEntries() {}

  /** The revisions of these documents up to this seq. */
  public static List<LedgerEntry> list(
      BureauLedger ledger, long seq, Kind kind, Collection<String> subjects) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (String subject : subjects) {
      for (LedgerEntry entry : ledger.listSubject(subject, seq)) {
        if (entry.entry().kind() == kind && entry.stamp().role().has(Kind.Right.OFFICE)) {
          entries.add(entry);
        }
      }
    }
    entries.sort(Comparator.comparingLong(LedgerEntry::seq));
    return entries;
  }
}
