package cn.anxun.server.http.v1;

import cn.anxun.core.sync.LedgerDigest;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.ServerDigest;
import cn.anxun.core.sync.wire.v1.PullPageJson;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.scope.Scope;
import cn.anxun.server.scope.SubjectIndex;
import cn.anxun.server.scope.SubjectIndexes;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.Head;
import cn.anxun.server.storage.StoredEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the page after a cursor, and digests all before it, as the account may see it. */
final class PullReader {
  /** A page ends after this many bytes, so that large entries do not fill the memory. */
  private static final long MAX_BYTES = 4 << 20;

  /** A page ends after this many seqs examined, however few the account may see. */
  private static final int MAX_EXAMINED = 5_000;

  /** How many seqs a digest reads at once, so that no reader stands in the way for long. */
  private static final int DIGEST_WINDOW = 500;

  private final SubjectIndexes indexes;

  /**
   * @param indexes which subjects belong to which division
   */
  PullReader(SubjectIndexes indexes) {
    this.indexes = indexes;
  }

  /** What an account may see of a ledger up to a seq. */
  private record Sight(String version, long upTo, Predicate<String> subjects) {}

  /** Where a cursor stands. */
  private record Place(PullPage.Reset reset, long seq) {}

  /**
   * Reads a page, as it is sent: entries go out in the bytes in which they are held.
   *
   * @param cursor of the page before; "" for the beginning
   * @param limit the most entries
   */
  byte[] read(BureauLedger ledger, Principal principal, String cursor, int limit) {
    Sight sight = sight(ledger, principal);
    String epoch = ledger.epoch();
    Place place =
        cursor.isEmpty() ? new Place(PullPage.Reset.NONE, 0) : place(cursor, epoch, sight);
    return page(ledger, sight, epoch, place.seq(), limit, place.reset());
  }

  /**
   * A page without anything, for a cursor of an epoch before the ledger's; empty for any other.
   *
   * @param cursor of a page, or ""
   */
  Optional<byte[]> restoredSince(BureauLedger ledger, String cursor) {
    String epoch = ledger.epoch();
    return PullCursor.parse(cursor)
        .filter(at -> !at.epoch().equals(epoch))
        .map(
            at ->
                PullPageJson.write(
                    page(new PullCursor(epoch, "", 0), false, Head.EMPTY, PullPage.Reset.EPOCH)));
  }

  /**
   * Digests what the account may see as far as this cursor.
   *
   * @param cursor of a page, not ""
   */
  ServerDigest digest(BureauLedger ledger, Principal principal, String cursor) {
    Sight sight = sight(ledger, principal);
    Place place = place(cursor, ledger.epoch(), sight);
    if (place.reset() != PullPage.Reset.NONE) {
      return ServerDigest.outdated(place.reset());
    }
    LedgerDigest digest = new LedgerDigest();
    for (long at = 0; at < place.seq(); at += DIGEST_WINDOW) {
      long to = Math.min(place.seq(), at + DIGEST_WINDOW);
      ledger.scan(at, to, sight.subjects(), digest::add);
    }
    return ServerDigest.at(place.seq(), digest);
  }

  private static Place place(String cursor, String epoch, Sight sight) {
    // A cursor that is not one of ours has to start anew, like one of another scope.
    PullCursor at = PullCursor.parse(cursor).orElse(new PullCursor(epoch, "", 0));
    if (!at.epoch().equals(epoch)) {
      return new Place(PullPage.Reset.EPOCH, 0);
    } else if (!at.scope().equals(sight.version()) || at.seq() < 0 || at.seq() > sight.upTo()) {
      return new Place(PullPage.Reset.SCOPE, 0);
    }
    return new Place(PullPage.Reset.NONE, at.seq());
  }

  private Sight sight(BureauLedger ledger, Principal principal) {
    String granted = Long.toString(principal.grant().version());
    if (!(Scope.of(principal) instanceof Scope.Division division)) {
      return new Sight(granted, ledger.lastSeq(), subject -> true);
    }
    SubjectIndex.Holding holding = indexes.of(principal.bureau(), ledger).holding(division);
    return new Sight(granted + '.' + holding.late(), holding.seq(), holding::contains);
  }

  private static byte[] page(
      BureauLedger ledger, Sight sight, String epoch, long from, int limit, PullPage.Reset reset) {
    PageRows rows = new PageRows(sight.subjects(), limit);
    long at = from;
    while (at < sight.upTo() && at - from < MAX_EXAMINED && !rows.isFull()) {
      // No more at once than there is room for, so that no reader stands in the way for long.
      long upTo = Math.min(sight.upTo(), at + rows.room());
      ledger.scanStored(at, upTo, rows::take);
      at = rows.isFull() ? rows.last : upTo;
    }
    PullCursor cursor = new PullCursor(epoch, sight.version(), at);
    return rows.entries.page(page(cursor, at < sight.upTo(), ledger.headAt(sight.upTo()), reset));
  }

  /** The rows of a page, until it is full. */
  private static final class PageRows {
    private final PullPageJson.Entries entries = new PullPageJson.Entries();
    private final Predicate<String> subjects;
    private final int limit;
    private long last;

    private PageRows(Predicate<String> subjects, int limit) {
      this.subjects = subjects;
      this.limit = limit;
    }

    /** Takes a row if the account may see it; whether there is room for another. */
    private boolean take(StoredEntry row) {
      if (subjects.test(row.subject())) {
        entries.add(row.seq(), row.stamp(), row.bytes());
      }
      last = row.seq();
      return !isFull();
    }

    private boolean isFull() {
      return room() <= 0 || entries.bytes() >= MAX_BYTES;
    }

    private int room() {
      return limit - entries.count();
    }
  }

  /** What a page says besides its entries. */
  private static PullPage page(PullCursor cursor, boolean more, Head head, PullPage.Reset reset) {
    return new PullPage(List.of(), cursor.toString(), more, head.seq(), head.hash(), reset);
  }
}
