package cn.anxun.server.storage;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerView;
import cn.anxun.server.text.ServerTexts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;

/** The entries of a bureau's file as one connection sees them within one transaction. */
public final class StoredLedger implements LedgerView {
  private static final String SELECT = "SELECT " + StoredEntry.COLUMNS + " FROM entry ";

  /** How many rows PostgreSQL sends at once to a reader that may want no more. */
  private static final int FEW_ROWS = 50;

  private static final int READ_AT_ONCE = 500;
  private static final long BYTES_AT_ONCE = 1 << 20;

  private final Handle handle;

  public StoredLedger(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<LedgerEntry> find(String id) {
    return findStored(id).map(StoredEntry::read);
  }

  /** As {@link #find}, the row as it stands. */
  public Optional<StoredEntry> findStored(String id) {
    return handle
        .createQuery(SELECT + "WHERE id = :id")
        .bind("id", id)
        .map(StoredEntry::of)
        .findOne();
  }

  @Override
  public List<LedgerEntry> listSubject(String subject, long seq) {
    return handle
        .createQuery(SELECT + "WHERE subject = :subject AND seq <= :seq ORDER BY seq")
        .bind("subject", subject)
        .bind("seq", seq)
        .map(StoredEntry::of)
        .map(StoredEntry::read)
        .list();
  }

  @Override
  public void scan(long after, long upTo, Consumer<LedgerEntry> each) {
    scan(after, upTo, subject -> true, each);
  }

  @Override
  public void scan(long after, long upTo, Predicate<String> subjects, Consumer<LedgerEntry> each) {
    Gathered gathered = new Gathered(each);
    scanStored(
        after,
        upTo,
        row -> {
          if (subjects.test(row.subject())) {
            gathered.add(row);
          }
        });
    gathered.read();
  }

  /**
   * Rows that are read some at a time, by all processors there are: what they say takes far longer
   * to read than the rows themselves.
   */
  private static final class Gathered {
    private final Consumer<LedgerEntry> each;
    private final List<StoredEntry> rows = new ArrayList<>(READ_AT_ONCE);
    private long bytes;

    private Gathered(Consumer<LedgerEntry> each) {
      this.each = each;
    }

    private void add(StoredEntry row) {
      rows.add(row);
      bytes += row.parts().size();
      if (rows.size() == READ_AT_ONCE || bytes >= BYTES_AT_ONCE) {
        read();
      }
    }

    private void read() {
      rows.parallelStream().map(StoredEntry::read).toList().forEach(each);
      rows.clear();
      bytes = 0;
    }
  }

  /** As {@link #scan}, those of these kinds alone. */
  public void scanKinds(long after, long upTo, List<String> kinds, Consumer<LedgerEntry> each) {
    handle
        .createQuery(
            SELECT
                + "WHERE seq > :after AND :upTo >= seq AND kind IN (SELECT value FROM <texts>)"
                + " ORDER BY seq")
        .bind("after", after)
        .bind("upTo", upTo)
        .bind(Dialect.TEXTS, JsonText.write(Json.texts(kinds)))
        .map(StoredEntry::of)
        .forEach(entry -> each.accept(entry.read()));
  }

  /** Those of these entries that are there and of these kinds; the others are not even read. */
  List<LedgerEntry> list(List<String> ids, List<String> kinds) {
    return handle
        .createQuery(
            SELECT + "WHERE id IN (SELECT value FROM <texts>) AND kind IN (<kinds>) ORDER BY seq")
        .bind(Dialect.TEXTS, JsonText.write(Json.texts(ids)))
        .bindList("kinds", kinds)
        .map(StoredEntry::of)
        .map(StoredEntry::read)
        .list();
  }

  /** As {@link BureauLedger#personalNames}: of the rows nothing else is read. */
  Map<String, Set<String>> personalNames(List<String> ids) {
    Map<String, Set<String>> names = new HashMap<>();
    handle
        .createQuery(
            "SELECT seq, id, personal FROM entry WHERE id IN (SELECT value FROM <texts>)"
                + " AND personal IS NOT NULL")
        .bind(Dialect.TEXTS, JsonText.write(Json.texts(ids)))
        .map((row, context) -> Map.entry(row.getString("id"), personalNames(row)))
        .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
    return names;
  }

  private static Set<String> personalNames(ResultSet row) throws SQLException {
    try {
      return JsonText.read(row.getBytes("personal")) instanceof Json.Members personal
          ? personal.values().keySet()
          : Set.of();
    } catch (JsonSyntaxException e) {
      throw new StorageException(
          ServerTexts.both(
              "storage.unreadable", row.getLong("seq"), String.valueOf(e.getMessage())),
          e);
    }
  }

  /** As {@link #scan}, the rows as they stand. */
  public void scanStored(long after, long upTo, Consumer<StoredEntry> each) {
    stored(after, upTo).map(StoredEntry::of).forEach(each);
  }

  /**
   * The same, as long as is wanted.
   *
   * @param each shown row by row; no more are read once it says false
   */
  void scanStoredWhile(long after, long upTo, Predicate<StoredEntry> each) {
    try (ResultIterator<StoredEntry> rows =
        stored(after, upTo).setFetchSize(FEW_ROWS).map(StoredEntry::of).iterator()) {
      boolean more = true;
      while (more && rows.hasNext()) {
        more = each.test(rows.next());
      }
    }
  }

  private Query stored(long after, long upTo) {
    return handle
        .createQuery(SELECT + "WHERE seq > :after AND seq <= :upTo ORDER BY seq")
        .bind("after", after)
        .bind("upTo", upTo);
  }

  @Override
  public long lastSeq() {
    return head().seq();
  }

  /** The chain's end as the last row says. */
  public Head head() {
    return handle
        .createQuery("SELECT seq, head FROM entry ORDER BY seq DESC LIMIT 1")
        .map((row, context) -> head(row.getLong("seq"), row.getBytes("head")))
        .findOne()
        .orElse(Head.EMPTY);
  }

  /** The chain's head after this seq, as its row says; empty where there is no such row. */
  public Optional<Head> findHead(long seq) {
    if (seq == 0) {
      return Optional.of(Head.EMPTY);
    }
    return handle
        .createQuery("SELECT head FROM entry WHERE seq = :seq")
        .bind("seq", seq)
        .map((row, context) -> head(seq, row.getBytes("head")))
        .findOne();
  }

  private static Head head(long seq, byte[] hash) {
    return new Head(seq, HexFormat.of().formatHex(hash));
  }
}
