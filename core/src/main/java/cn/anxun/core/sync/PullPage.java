package cn.anxun.core.sync;

import cn.anxun.core.ledger.LedgerEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The next entries after a cursor.
 *
 * @param entries in the order of seq, as the account may see them
 * @param cursor opaque; given back to go on. It holds the epoch, the scope's version and the last
 *     seq examined
 * @param more whether there are entries after it already
 * @param headSeq the last seq of the ledger as the page was read, 0 for an empty ledger
 * @param head the chain's head at {@code headSeq}
 * @param reset why what was pulled before must go first: a new epoch or scope; NONE to go on
 */
public record PullPage(
    List<LedgerEntry> entries,
    String cursor,
    boolean more,
    long headSeq,
    String head,
    Reset reset) {
  public PullPage {
    entries = Collections.unmodifiableList(new ArrayList<>(entries));
  }

  /** The cursor to go on with; empty where there is no more, or something must go first. */
  public Optional<String> after() {
    return more && reset == Reset.NONE ? Optional.of(cursor) : Optional.empty();
  }

  /** The same page with these entries. */
  public PullPage with(List<LedgerEntry> entries) {
    return new PullPage(entries, cursor, more, headSeq, head, reset);
  }

  /** What a phone must do before it takes the page. */
  public enum Reset {
    NONE,
    /**
     * The server was restored from a backup: offer every entry of one's own again, then take
     * everything from 0.
     */
    EPOCH,
    /**
     * The account sees other subjects now: drop what was pulled, keep what is unsent, take
     * everything from 0.
     */
    SCOPE
  }
}
