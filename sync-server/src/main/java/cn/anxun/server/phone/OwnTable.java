package cn.anxun.server.phone;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.ledger.AcceptedEntries;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.OutboxCounts;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.Suspicion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code own} of a phone, within one transaction. */
final class OwnTable {
  private final Handle handle;

  OwnTable(Handle handle) {
    this.handle = handle;
  }

  long nextPosition() {
    return handle
        .createQuery("SELECT coalesce(max(position), 0) + 1 FROM own")
        .mapTo(Long.class)
        .one();
  }

  void insert(OutboxEntry entry) {
    bind(
            handle.createUpdate(
                "INSERT INTO own VALUES (:position, :id, :author, :role, :device, :at, :bytes,"
                    + " :state, :attempted, :failure, :batch, :times, :code, :field, :message,"
                    + " :deferredUntil)"),
            entry)
        .execute();
  }

  void update(OutboxEntry entry) {
    bind(
            handle.createUpdate(
                "UPDATE own SET bytes = :bytes, state = :state, attempted = :attempted, failure ="
                    + " :failure, batch = :batch, times = :times, problem_code = :code,"
                    + " problem_field = :field, problem_message = :message, deferred_until ="
                    + " :deferredUntil WHERE id = :id"),
            entry)
        .execute();
  }

  Optional<OutboxEntry> find(String id) {
    return handle
        .createQuery("SELECT * FROM own WHERE id = :id")
        .bind("id", id)
        .map(OwnTable::entry)
        .findOne();
  }

  List<OutboxEntry> list(OutboxState state) {
    return handle
        .createQuery("SELECT * FROM own WHERE state = :state ORDER BY position")
        .bind("state", state.name())
        .map(OwnTable::entry)
        .list();
  }

  List<OutboxEntry> listPending(long after, int count, long bytes, Instant now) {
    List<OutboxEntry> pending = new ArrayList<>();
    long total = 0;
    try (ResultIterator<OutboxEntry> rows =
        handle
            .createQuery(
                "SELECT * FROM own WHERE state = :state AND position > :after ORDER BY position")
            .bind("state", OutboxState.PENDING.name())
            .bind("after", after)
            .map(OwnTable::entry)
            .iterator()) {
      while (pending.size() < count && rows.hasNext()) {
        OutboxEntry entry = rows.next();
        if (entry.deferredUntil().filter(now::isBefore).isPresent()) {
          continue;
        }
        total += entry.written().bytes().length;
        if (total > bytes && !pending.isEmpty()) {
          break;
        }
        pending.add(entry);
      }
    }
    return pending;
  }

  OutboxCounts counts() {
    Map<OutboxState, Integer> counts = new EnumMap<>(OutboxState.class);
    handle
        .createQuery("SELECT state, count(*) AS count FROM own GROUP BY state")
        .map(
            (row, context) ->
                Map.entry(OutboxState.valueOf(row.getString("state")), row.getInt("count")))
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    int deferred =
        handle
            .createQuery("SELECT count(*) FROM own WHERE deferred_until IS NOT NULL")
            .mapTo(Integer.class)
            .one();
    return OutboxCounts.of(counts, deferred);
  }

  private static <S extends SqlStatement<S>> S bind(S statement, OutboxEntry entry) {
    Suspicion suspicion = entry.suspicion();
    return LedgerTable.bind(statement, entry.stamp())
        .bind("position", entry.position())
        .bind("id", entry.id())
        .bind("bytes", entry.written().bytes())
        .bind("state", entry.state().name())
        .bind("attempted", entry.attempted() ? 1 : 0)
        .bind("failure", suspicion.failure())
        .bind("batch", suspicion.batch())
        .bind("times", suspicion.times())
        .bind("code", entry.problem().map(problem -> problem.code().name()).orElse(null))
        .bind("field", entry.problem().map(EntryProblem::field).orElse(null))
        .bind("message", entry.problem().map(EntryProblem::message).orElse(null))
        .bind("deferredUntil", entry.deferredUntil().map(Instant::toString).orElse(null));
  }

  private static OutboxEntry entry(ResultSet row, StatementContext context) throws SQLException {
    LedgerEntry unsent =
        AcceptedEntries.read(row.getBytes("bytes"), LedgerTable.stamp(row, Stamp.UNSENT));
    String code = row.getString("problem_code");
    String deferredUntil = row.getString("deferred_until");
    return new OutboxEntry(
        row.getLong("position"),
        unsent.written(),
        unsent.stamp(),
        OutboxState.valueOf(row.getString("state")),
        row.getBoolean("attempted"),
        new Suspicion(row.getString("failure"), row.getInt("batch"), row.getInt("times")),
        code == null
            ? Optional.empty()
            : Optional.of(
                new EntryProblem(
                    EntryProblem.Code.valueOf(code),
                    row.getString("problem_field"),
                    row.getString("problem_message"))),
        Optional.ofNullable(deferredUntil).map(Instant::parse));
  }
}
