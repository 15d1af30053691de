package cn.anxun.core.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a phone remembers of the server from one sync to the next.
 *
 * @param cursor of the last page that was kept; "" before the first; behind a line break, which no
 *     server's cursor has, where what it stands behind has been dropped ({@link #dropped})
 * @param head the furthest head of the chain that the server showed
 * @param formerHeads the heads of the epochs before, oldest first, at most {@value #MAX_FORMER}
 * @param failures how many syncs in a row have failed; the back-off grows with it
 */
public record SyncState(
    String cursor, Optional<Witness> head, List<Witness> formerHeads, int failures) {
  public static final int MAX_FORMER = 8;
  private static final String DROPPED = "\n";
  public static final SyncState FIRST = new SyncState("", Optional.empty(), List.of(), 0);

  public SyncState {
    int from = Math.max(0, formerHeads.size() - MAX_FORMER);
    formerHeads =
        Collections.unmodifiableList(
            new ArrayList<>(formerHeads.subList(from, formerHeads.size())));
  }

  SyncState withCursor(String next) {
    return new SyncState(next, head, formerHeads, failures);
  }

  /**
   * With nothing left of what was pulled. The cursor stays, for it alone tells of a restore, and is
   * asked with until the first page of another scope is kept; whoever dies before still knows that
   * nothing is behind it.
   */
  public SyncState dropped() {
    return cursor.isEmpty() || isDropped() ? this : withCursor(DROPPED + cursor);
  }

  boolean isDropped() {
    return cursor.startsWith(DROPPED);
  }

  /** The cursor to ask the server with. */
  String asked() {
    return isDropped() ? cursor.substring(DROPPED.length()) : cursor;
  }

  SyncState withFailures(int count) {
    return new SyncState(cursor, head, formerHeads, count);
  }

  /** With this head, if it is further than the one held. */
  SyncState shown(Witness witness) {
    return head.isPresent() && head.get().seq() > witness.seq()
        ? this
        : new SyncState(cursor, Optional.of(witness), formerHeads, failures);
  }

  /** At the beginning of a new epoch: from 0, and the head of the old one kept apart. */
  public SyncState inNewEpoch() {
    List<Witness> former = new ArrayList<>(formerHeads);
    head.ifPresent(former::add);
    return new SyncState("", Optional.empty(), former, failures);
  }

  /** In a new scope of the same epoch: from 0. */
  public SyncState inNewScope() {
    return withCursor("");
  }
}
