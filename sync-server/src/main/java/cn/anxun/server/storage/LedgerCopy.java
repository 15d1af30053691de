package cn.anxun.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Copies the tables of a bureau into the empty ones of another database, row by row. */
public final class LedgerCopy {
  private static final int AT_ONCE = 500;

  /** In an order in which each row finds what it refers to; the epoch comes last. */
  private static final List<Table> TABLES =
      List.of(
          new Table("entry", StoredEntry.COLUMNS, "seq"),
          new Table("redaction", "target, seq", "target"),
          new Table("attachment", "sha256, seq, subject", "sha256, seq"),
          new Table("record", String.join(", ", RecordRow.COLUMNS), "subject"),
          new Table("meta", "name, value", "name"));

  /** What changes without an entry. */
  private static final List<Table> BESIDE_ENTRIES =
      List.of(
          new Table("import_heading", "kind, heading, meaning", "kind, heading"),
          new Table("file_sender", "sha256, sender, bytes", "sha256, sender"));

  private record Table(String name, String columns, String key) {
    int width() {
      return columns.split(",", -1).length;
    }
  }

  /**
   * Where a ledger stands.
   *
   * @param head the chain's end as its last row says
   */
  public record Standing(String epoch, Head head) {}

  private LedgerCopy() {}

  /** Empty where no server has opened the tables, and nothing was copied there. */
  public static Optional<Standing> standing(Handle handle) {
    return Meta.findEpoch(handle)
        .map(epoch -> new Standing(epoch, new StoredLedger(handle).head()));
  }

  /**
   * Copies all there is, as it stands, into tables that have no entries; what else is there goes.
   */
  public static void copy(Handle from, Handle to) {
    copyBesideEntries(from, to);
    to.execute("DELETE FROM meta");
    for (Table table : TABLES) {
      copy(table, from, to);
    }
  }

  /** Copies what may be another though the entries are the same; what is there of it goes. */
  public static void copyBesideEntries(Handle from, Handle to) {
    for (Table table : BESIDE_ENTRIES) {
      to.execute("DELETE FROM " + table.name());
      copy(table, from, to);
    }
  }

  private static void copy(Table table, Handle from, Handle to) {
    List<Object[]> rows = new ArrayList<>(AT_ONCE);
    from.createQuery(
            "SELECT " + table.columns() + " FROM " + table.name() + " ORDER BY " + table.key())
        .setFetchSize(AT_ONCE)
        .map((row, context) -> row(row, table.width()))
        .forEach(
            row -> {
              rows.add(row);
              if (rows.size() == AT_ONCE) {
                insert(table, rows, to);
                rows.clear();
              }
            });
    insert(table, rows, to);
  }

  private static Object[] row(ResultSet from, int width) throws SQLException {
    Object[] row = new Object[width];
    for (int column = 0; column < width; column++) {
      row[column] = from.getObject(column + 1);
    }
    return row;
  }

  private static void insert(Table table, List<Object[]> rows, Handle to) {
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        to.prepareBatch(
            "INSERT INTO "
                + table.name()
                + " ("
                + table.columns()
                + ") VALUES ("
                + String.join(", ", Collections.nCopies(table.width(), "?"))
                + ")");
    rows.forEach(batch::add);
    batch.execute();
  }
}
