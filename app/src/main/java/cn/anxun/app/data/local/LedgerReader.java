package cn.anxun.app.data.local;

import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the ledger, large ones page by page: a cursor over all would be filled again and again. */
final class LedgerReader {
  private static final int PAGE = 500;

  private final EntryTable entries;

  LedgerReader(EntryTable entries) {
    this.entries = entries;
  }

  Optional<LedgerEntry> find(String id) {
    return Optional.ofNullable(entries.find(id)).map(EntryRow::entry);
  }

  boolean isStamped(String id) {
    EntryRow row = entries.find(id);
    return row != null && row.seq() != Stamp.UNSENT;
  }

  boolean holdsAny(List<String> ids) {
    for (List<String> part : Parts.of(ids)) {
      if (!entries.listHeld(part).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  Optional<String> findLast(String subject) {
    return Optional.ofNullable(entries.findLast(subject));
  }

  List<LedgerEntry> listSubject(String subject, long seq) {
    List<LedgerEntry> list = new ArrayList<>();
    for (EntryRow row : entries.listSubject(subject, seq)) {
      list.add(row.entry());
    }
    return list;
  }

  void scan(long after, long upTo, Consumer<LedgerEntry> each) {
    long last = after;
    List<EntryRow> page;
    do {
      page = entries.listStamped(last, Math.min(upTo, Stamp.UNSENT - 1), PAGE);
      for (EntryRow row : page) {
        each.accept(row.entry());
        last = row.seq();
      }
    } while (page.size() == PAGE);
    if (upTo == Stamp.UNSENT && after < Stamp.UNSENT) {
      scanUnsent(each);
    }
  }

  private void scanUnsent(Consumer<LedgerEntry> each) {
    long last = 0;
    List<EntryRow> page;
    do {
      page = entries.listUnsent(last, PAGE);
      for (EntryRow row : page) {
        each.accept(row.entry());
        last = row.putNumber();
      }
    } while (page.size() == PAGE);
  }

  long lastSeq() {
    Long last = entries.findLastSeq();
    return last == null ? 0 : last;
  }
}
