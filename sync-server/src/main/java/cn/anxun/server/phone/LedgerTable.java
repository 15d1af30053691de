package cn.anxun.server.phone;

import cn.anxun.core.ledger.AcceptedEntries;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code entry} of a phone, within one transaction. */
final class LedgerTable {
  private static final String ORDER = " ORDER BY seq, put_number";
  private static final String VALUES =
      " (id, subject, seq, author, role, device, at, bytes)"
          + " VALUES (:id, :subject, :seq, :author, :role, :device, :at, :bytes)";
  private static final String TAKE_ALL =
      " UPDATE SET subject = excluded.subject, seq = excluded.seq, author = excluded.author, role ="
          + " excluded.role, device = excluded.device, at = excluded.at, bytes = excluded.bytes";

  private final Handle handle;

  LedgerTable(Handle handle) {
    this.handle = handle;
  }

  /** Keeps new ones, and the stamped ones of which an unsent one is held; leaves the others. */
  void put(List<LedgerEntry> entries) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO entry"
                + VALUES
                + " ON CONFLICT (id) DO"
                + TAKE_ALL
                + " WHERE entry.seq = :unsent AND excluded.seq <> :unsent");
    for (LedgerEntry entry : entries) {
      bind(batch, entry).bind("unsent", Stamp.UNSENT);
      batch.add();
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** Puts the entry in the place of the one with its id, or keeps it as a new one. */
  void replace(LedgerEntry entry) {
    bind(
            handle.createUpdate("INSERT INTO entry" + VALUES + " ON CONFLICT (id) DO" + TAKE_ALL),
            entry)
        .execute();
  }

  void remove(String id) {
    handle.execute("DELETE FROM entry WHERE id = ?", id);
  }

  void clear() {
    handle.execute("DELETE FROM entry");
  }

  Optional<LedgerEntry> find(String id) {
    return handle
        .createQuery("SELECT * FROM entry WHERE id = :id")
        .bind("id", id)
        .map(LedgerTable::entry)
        .findOne();
  }

  List<LedgerEntry> listSubject(String subject, long seq) {
    return handle
        .createQuery("SELECT * FROM entry WHERE subject = :subject AND seq <= :seq" + ORDER)
        .bind("subject", subject)
        .bind("seq", seq)
        .map(LedgerTable::entry)
        .list();
  }

  void scan(long after, long upTo, Consumer<LedgerEntry> each) {
    handle
        .createQuery("SELECT * FROM entry WHERE seq > :after AND seq <= :upTo" + ORDER)
        .bind("after", after)
        .bind("upTo", upTo)
        .map(LedgerTable::entry)
        .forEach(each);
  }

  long lastSeq() {
    return handle
        .createQuery("SELECT coalesce(max(seq), 0) FROM entry WHERE seq < :unsent")
        .bind("unsent", Stamp.UNSENT)
        .mapTo(Long.class)
        .one();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, LedgerEntry entry) {
    return bind(statement, entry.stamp())
        .bind("id", entry.id())
        .bind("subject", entry.entry().subject())
        .bind("seq", entry.seq())
        .bind("bytes", entry.written().bytes());
  }

  /** Binds whose the entry is; its seq apart. */
  static <S extends SqlStatement<S>> S bind(S statement, Stamp stamp) {
    return statement
        .bind("author", stamp.author())
        .bind("role", stamp.role().wire())
        .bind("device", stamp.device())
        .bind("at", stamp.at().toString());
  }

  static Stamp stamp(ResultSet row, long seq) throws SQLException {
    return new Stamp(
        seq,
        row.getString("author"),
        Role.find(row.getString("role")).orElseThrow(),
        row.getString("device"),
        Instant.parse(row.getString("at")));
  }

  private static LedgerEntry entry(ResultSet row, StatementContext context) throws SQLException {
    return AcceptedEntries.read(row.getBytes("bytes"), stamp(row, row.getLong("seq")));
  }
}
