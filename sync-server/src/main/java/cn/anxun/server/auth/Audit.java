package cn.anxun.server.auth;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What was done and by whom. Rows are never changed nor deleted (triggers refuse it), which is more
 * than the six months that 网络安全法 art. 21 asks for; what is done to the file by hand shows by {@link
 * AuditChain}.
 */
public final class Audit {

  /** An event and when it was. */
  public record Row(long id, Instant at, AuditEvent event) {}

  private static final String INSERT =
      "INSERT INTO audit (at, actor, device, bureau, action, object, detail) VALUES (?, ?, ?, ?, ?,"
          + " ?, ?)";

  private final Database database;
  private final Clock clock;

  Audit(Database database, Clock clock) {
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

  /**
   * Keeps those of these, of one bureau, that are not kept yet.
   *
   * @param since none of them was kept before
   */
  void recordOnce(List<AuditEvent> events, Instant since) {
    database.change(
        handle -> {
          Set<List<String>> kept = kept(handle, events, since);
          List<AuditEvent> missing =
              events.stream().filter(event -> !kept.contains(told(event))).toList();
          if (!missing.isEmpty()) {
            record(handle, clock, missing);
          }
        });
  }

  private static Set<List<String>> kept(Handle handle, List<AuditEvent> events, Instant since) {
    Json objects = Json.texts(events.stream().map(AuditEvent::object).toList());
    return handle
        .createQuery(
            "SELECT * FROM audit WHERE bureau = :bureau AND at >= :since AND object IN (SELECT"
                + " value FROM <texts>)")
        .bind("bureau", events.get(0).bureau())
        .bind("since", Timestamps.text(since))
        .bind(Dialect.TEXTS, JsonText.write(objects))
        .map((row, context) -> told(row(row).event()))
        .collect(Collectors.toSet());
  }

  private static List<String> told(AuditEvent event) {
    return List.of(event.action(), event.object(), event.detail());
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
    AuditChain.follow(handle, events.size());
  }

  /** The events of a bureau after this row, oldest first. */
  public List<Row> list(String bureau, long after, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM audit WHERE bureau = ? AND id > ? ORDER BY id LIMIT ?")
                .bind(0, bureau)
                .bind(1, after)
                .bind(2, limit)
                .map((row, context) -> row(row))
                .list());
  }

  /** What was asked for, newest first. */
  public List<Row> list(AuditQuery query, int offset, int limit) {
    return database.read(
        handle ->
            query
                .bound(handle.createQuery(query.select("*", "ORDER BY id DESC LIMIT :n OFFSET :m")))
                .bind("n", limit)
                .bind("m", offset)
                .map((row, context) -> row(row))
                .list());
  }

  /** The same from before this row on, so that what is added meanwhile shifts nothing. */
  public List<Row> listBefore(AuditQuery query, long before, int limit) {
    return database.read(
        handle ->
            query
                .bound(
                    handle.createQuery(
                        query.select("*", "AND id < :before ORDER BY id DESC LIMIT :n")))
                .bind("n", limit)
                .bind("before", before)
                .map((row, context) -> row(row))
                .list());
  }

  public int count(AuditQuery query) {
    return database.read(
        handle ->
            query
                .bound(handle.createQuery(query.select("count(*)", "")))
                .mapTo(Integer.class)
                .one());
  }

  /** The actions that occur in the bureau's audit. */
  public List<String> listActions(String bureau) {
    AuditQuery all = AuditQuery.of(bureau);
    return database.read(
        handle ->
            all.bound(handle.createQuery(all.select("DISTINCT action", "ORDER BY action")))
                .mapTo(String.class)
                .list());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        Instant.parse(row.getString("at")),
        new AuditEvent(
            row.getString("actor"),
            row.getString("device"),
            row.getString("bureau"),
            row.getString("action"),
            row.getString("object"),
            row.getString("detail")));
  }
}
