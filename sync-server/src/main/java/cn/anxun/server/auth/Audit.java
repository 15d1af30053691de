package cn.anxun.server.auth;

import cn.anxun.server.storage.SqliteDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What was done and by whom. Rows are never changed nor deleted (triggers refuse it), which is more
 * than the six months that 网络安全法 art. 21 asks for.
 */
public final class Audit {

  /** An event and when it was. */
  public record Row(long id, Instant at, AuditEvent event) {}

  private static final String INSERT =
      "INSERT INTO audit (at, actor, device, bureau, action, object, detail) VALUES (?, ?, ?, ?, ?,"
          + " ?, ?)";

  private final SqliteDatabase database;
  private final Clock clock;

  Audit(SqliteDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public void record(AuditEvent event) {
    record(List.of(event));
  }

  /** Keeps all of these, in one commit. */
  public void record(List<AuditEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    database.change(handle -> record(handle, clock, events));
  }

  static void record(Handle handle, Clock clock, AuditEvent event) {
    record(handle, clock, List.of(event));
  }

  private static void record(Handle handle, Clock clock, List<AuditEvent> events) {
    PreparedBatch batch = handle.prepareBatch(INSERT);
    String at = Timestamps.text(clock.instant());
    for (AuditEvent event : events) {
      batch.add(
          at,
          event.actor(),
          event.device(),
          event.bureau(),
          event.action(),
          event.object(),
          event.detail());
    }
    batch.execute();
  }

  /** The events of a bureau after this row, oldest first. */
  public List<Row> list(String bureau, long after, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id, at, actor, device, bureau, action, object, detail FROM audit WHERE"
                        + " bureau = ? AND id > ? ORDER BY id LIMIT ?")
                .bind(0, bureau)
                .bind(1, after)
                .bind(2, limit)
                .map(
                    (row, context) ->
                        new Row(
                            row.getLong("id"),
                            Instant.parse(row.getString("at")),
                            new AuditEvent(
                                row.getString("actor"),
                                row.getString("device"),
                                row.getString("bureau"),
                                row.getString("action"),
                                row.getString("object"),
                                row.getString("detail"))))
                .list());
  }
}
