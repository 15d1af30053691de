package cn.anxun.app.feature.sync;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.OutboxEntry;
import java.util.Optional;

/**
 * One of one's own entries that is not at the server.
 *
 * @param id of the entry
 * @param kind of the entry, such as {@code HazardFound}
 * @param number the number that a person can say; "" for none
 * @param note the first words of it
 * @param reason why the server did not take it; "" while it only waits
 * @param field that is at fault and can be typed anew; "" for none
 * @param value what stands in that field
 * @param mayWithdraw whether it can still be taken back
 */
record SyncItem(
    String id,
    String kind,
    String number,
    String note,
    String reason,
    String field,
    String value,
    boolean mayWithdraw) {

  static SyncItem of(OutboxEntry entry, String title) {
    Optional<EntryProblem> problem = entry.problem();
    String field = problem.map(EntryProblem::field).orElse("");
    Json value = entry.written().entry().fields().raw(field);
    boolean typed = !field.isEmpty() && (value == null || value instanceof Json.Text);
    return new SyncItem(
        entry.id(),
        entry.written().entry().kind().name(),
        entry.written().entry().fields().text(RecordFields.NUMBER),
        title,
        problem.map(EntryProblem::message).orElse(""),
        typed ? field : "",
        value instanceof Json.Text text ? text.value() : value == null ? "" : JsonText.write(value),
        !entry.attempted() && !problem.isPresent());
  }
}
