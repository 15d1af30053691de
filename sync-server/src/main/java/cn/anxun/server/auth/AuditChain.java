package cn.anxun.server.auth;

import cn.anxun.server.storage.SqliteDatabase;
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
 * columns)}, each text by its length and its UTF-8. Whoever computes all later hashes again shows
 * only against a head that was kept elsewhere.
 */
public final class AuditChain {
  private static final int HASH_BYTES = 32;
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
   */
  public record Walked(long last, String head, List<Break> breaks) {
    public Walked {
      breaks = List.copyOf(breaks);
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Row(long id, boolean written, byte[] hash, List<String> columns) {}

  private AuditChain() {}

  /**
   * Chains the rows that were written in this transaction; with the first, those that an older
   * version left. A row that came by other ways stays outside, and shows.
   *
   * @param count how many were written
   */
  static void follow(Handle handle, int count) {
    long last =
        handle.createQuery("SELECT coalesce(max(id), 0) FROM audit_chain").mapTo(Long.class).one();
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
                "SELECT *, NULL AS hash FROM audit WHERE id > CASE WHEN ? = 0 THEN 0"
                    + " ELSE (SELECT max(id) FROM audit) - ? END ORDER BY id")
            .bind(0, last)
            .bind(1, count)
            .map((row, context) -> row(row))
            .list();
    for (Row row : rows) {
      head = next(head, row);
      handle.execute("INSERT INTO audit_chain (id, hash) VALUES (?, ?)", row.id(), head);
    }
  }

  /** Computes every hash again. */
  public static Walked walk(SqliteDatabase directory) {
    return directory.read(
        handle -> {
          List<Break> breaks = new ArrayList<>();
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
                    last[0] = row.id();
                    head[0] = check(head[0], row, breaks);
                  });
          return new Walked(last[0], HexFormat.of().formatHex(head[0]), breaks);
        });
  }

  /** The hash that the row has, so that each finding names the row that is wrong. */
  private static byte[] check(byte[] before, Row row, List<Break> breaks) {
    if (!row.written()) {
      breaks.add(new Break(row.id(), Fault.MISSING));
      return row.hash();
    }
    if (row.hash().length == 0) {
      breaks.add(new Break(row.id(), Fault.ADDED));
      return before;
    }
    if (!Arrays.equals(next(before, row), row.hash())) {
      breaks.add(new Break(row.id(), Fault.CHANGED));
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
