package cn.anxun.app.feature.sync;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.sync.OutboxEntry;
import java.util.Optional;

/**
 * One of one's own entries that is not at the server.
 *
 * @param id of the entry
 * @param kind of the entry, such as {@code HazardFound}
 * @param number the number that a person can say; "" for none
 * @param note the first words of it
 * @param problem why the server did not take it; empty while it only waits
 * @param mayWithdraw whether it can still be taken back
 */
record SyncItem(
    String id,
    String kind,
    String number,
    String note,
    Optional<EntryProblem> problem,
    boolean mayWithdraw) {

  static SyncItem of(OutboxEntry entry, String title) {
    return new SyncItem(
        entry.id(),
        entry.written().entry().kind().name(),
        entry.written().entry().fields().text(RecordFields.NUMBER),
        title,
        entry.problem(),
        !entry.attempted() && !entry.problem().isPresent());
  }
}
