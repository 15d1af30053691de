package cn.anxun.server.auth;

import cn.anxun.server.storage.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The rows of the audit, each hashed with all before it: {@code h(n) = SHA-256(h(n-1), id,
 * columns)}, each text by its length and its UTF-8. Ids follow each other without a gap, up to the
 * highest that the file says it ever gave out. Whoever computes all later hashes again, or sets
 * that number back too, shows only against a head that was kept elsewhere.
 */
public final class AuditChain {
  private static final int HASH_BYTES = 32;

  /** More findings than these are counted and not named: there can be any number of them. */
  static final int MOST_BREAKS = 10_000;

  private static final List<String> COLUMNS =
      List.of("at", "actor", "device", "bureau", "action", "object", "detail");

  /**
   * What is wrong with a row.
   *
   * @param id of the row, from 1
   */
  public record Break(long id, Fault fault) {}

  /** What can be wrong. */
  public enum Fault {
    /** It, or its hash, is not as it was written. */
    CHANGED,
    /** It was written, and is not there. */
    MISSING,
    /** It is there, and nothing of this server wrote it. */
    ADDED
  }

  /**
   * What the walk found.
   *
   * @param last id of the last row; 0 for none
   * @param head hash of the last row, 64 hexadecimal digits
   * @param faults how many findings there are
   * @param breaks the first 10,000 of them
   */
  public record Walked(long last, String head, long faults, List<Break> breaks) {
    public Walked {
      breaks = List.copyOf(breaks);
    }
  }

  /** Counts what is found, and keeps the first of it. */
  private static final class Findings {
    private final List<Break> first = new ArrayList<>();
    private long count;

    void add(long id, Fault fault) {
      count++;
      if (first.size() < MOST_BREAKS) {
        first.add(new Break(id, fault));
      }
    }

    /** These rows were written, and neither they nor their hashes are there. */
    void missing(long from, long until) {
      for (long id = from; id <= until && first.size() < MOST_BREAKS; id++) {
        first.add(new Break(id, Fault.MISSING));
      }
      count += Math.max(0, until - from + 1);
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Row(long id, boolean written, byte[] hash, List<String> columns) {}

  private AuditChain() {}

  /**
   * Chains the rows that were written in this transaction; where no row was ever chained, all that
   * are there. A row that came by other ways stays outside, and shows.
   *
   * @param count how many were written
   */
  static void follow(Handle handle, int count) {
    long last =
        handle.createQuery("SELECT coalesce(max(id), 0) FROM audit_chain").mapTo(Long.class).one();
    boolean begun = last > 0 || isBegun(handle);
    byte[] head =
        handle
            .createQuery("SELECT hash FROM audit_chain WHERE id = ?")
            .bind(0, last)
            .mapTo(byte[].class)
            .findOne()
            .orElse(new byte[HASH_BYTES]);
    List<Row> rows =
        handle
            .createQuery(
                // By the key alone: with an OR the whole audit would be read for every row written.
                "SELECT *, NULL AS hash FROM audit WHERE id > CASE WHEN ? THEN"
                    + " (SELECT max(id) FROM audit) - ? ELSE 0 END ORDER BY id")
            .bind(0, begun)
            .bind(1, count)
            .map((row, context) -> row(row))
            .list();
    for (Row row : rows) {
      head = next(head, row);
      handle.execute("INSERT INTO audit_chain (id, hash) VALUES (?, ?)", row.id(), head);
    }
  }

  /**
   * Chains what a version left that had no chain yet, so that no row of it is taken for one that
   * was put in by hand. Writes only where there is such a row.
   */
  static void begin(Database directory) {
    boolean left = directory.read(handle -> !isBegun(handle) && highest(handle, "audit") > 0);
    if (left) {
      directory.change(handle -> follow(handle, 0));
    }
  }

  private static boolean isBegun(Handle handle) {
    return highest(handle, "audit_chain") > 0;
  }

  /** The highest id that a table ever had, also where its row is gone; 0 where it had none. */
  private static long highest(Handle handle, String table) {
    return handle
        .createQuery("SELECT seq FROM last_id WHERE name = ?")
        .bind(0, table)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  /** Computes every hash again. */
  public static Walked walk(Database directory) {
    return directory.read(
        handle -> {
          Findings found = new Findings();
          byte[][] head = {new byte[HASH_BYTES]};
          long[] last = {0};
          handle
              .createQuery(
                  """
                  SELECT coalesce(audit.id, audit_chain.id) AS id, audit.id IS NOT NULL AS written, hash,
                    at, actor, device, bureau, action, object, detail
                  FROM audit FULL OUTER JOIN audit_chain ON audit.id = audit_chain.id ORDER BY 1
                  """)
              .map((row, context) -> joined(row))
              .forEach(
                  row -> {
                    found.missing(last[0] + 1, row.id() - 1);
                    last[0] = row.id();
                    head[0] = check(head[0], row, found);
                  });
          found.missing(
              last[0] + 1, Math.max(highest(handle, "audit"), highest(handle, "audit_chain")));
          return new Walked(last[0], HexFormat.of().formatHex(head[0]), found.count, found.first);
        });
  }

  /** The hash that the row has, so that each finding names the row that is wrong. */
  private static byte[] check(byte[] before, Row row, Findings found) {
    if (!row.written()) {
      found.add(row.id(), Fault.MISSING);
      return row.hash();
    }
    if (row.hash().length == 0) {
      found.add(row.id(), Fault.ADDED);
      return before;
    }
    if (!Arrays.equals(next(before, row), row.hash())) {
      found.add(row.id(), Fault.CHANGED);
    }
    return row.hash();
  }

  private static Row joined(ResultSet row) throws SQLException {
    return row.getBoolean("written")
        ? row(row)
        : new Row(row.getLong("id"), false, row.getBytes("hash"), List.of());
  }

  private static Row row(ResultSet row) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (String column : COLUMNS) {
      columns.add(row.getString(column));
    }
    byte[] hash = row.getBytes("hash");
    return new Row(row.getLong("id"), true, hash == null ? new byte[0] : hash, columns);
  }

  private static byte[] next(byte[] before, Row row) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(before);
      digest.update(Long.toString(row.id()).getBytes(StandardCharsets.UTF_8));
      for (String column : row.columns()) {
        byte[] bytes = column.getBytes(StandardCharsets.UTF_8);
        digest.update((" " + bytes.length + ' ').getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
