package cn.anxun.server.storage;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerView;
import cn.anxun.core.state.LedgerFold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The projection {@code record}, as one connection sees it within one transaction. */
public final class RecordTable {
  private static final String COLUMNS = String.join(", ", RecordRow.COLUMNS);
  private static final String WRITE =
      "INSERT INTO record ("
          + COLUMNS
          + ") VALUES (:"
          + String.join(", :", RecordRow.COLUMNS)
          + ") ON CONFLICT (subject) DO UPDATE SET "
          + RecordRow.COLUMNS.stream()
              .filter(column -> !column.equals("subject"))
              .map(column -> column + " = excluded." + column)
              .collect(Collectors.joining(", "));

  private static final int AT_ONCE = 500;

  private final Handle handle;
  private final LedgerFold fold;

  public RecordTable(Handle handle, LedgerFold fold) {
    this.handle = handle;
    this.fold = fold;
  }

  /** Whether this version of the fold made the rows. */
  public boolean isUpToDate() {
    return Meta.projection(handle).equals(RecordRow.VERSION);
  }

  /** Makes all rows anew where another version made them, or none. */
  void bringUpToDate() {
    if (isUpToDate()) {
      return;
    }
    handle.execute("DELETE FROM record");
    List<String> subjects =
        handle.createQuery("SELECT DISTINCT subject FROM entry").mapTo(String.class).list();
    for (int from = 0; from < subjects.size(); from += AT_ONCE) {
      refold(subjects.subList(from, Math.min(from + AT_ONCE, subjects.size())));
    }
    Meta.setProjection(handle, RecordRow.VERSION);
  }

  /** Folds these subjects anew and writes what they amount to. */
  void refold(Collection<String> subjects) {
    refold(subjects, Long.MAX_VALUE, List.of());
  }

  /**
   * The same, where the last entries are in hand and need not be read again.
   *
   * @param upTo the seq up to which entries are read
   * @param after all entries of these subjects after it, in order
   */
  void refold(Collection<String> subjects, long upTo, List<LedgerEntry> after) {
    if (subjects.isEmpty()) {
      return;
    }
    Loaded loaded = load(subjects, upTo, after);
    PreparedBatch rows = handle.prepareBatch(WRITE);
    List<String> gone = new ArrayList<>();
    for (String subject : subjects) {
      Optional<RecordRow> row = RecordRow.of(fold, loaded, subject);
      if (row.isPresent()) {
        row.get().columns().forEach(rows::bind);
        rows.bind("seq", row.get().seq()).add();
      } else {
        gone.add(subject);
      }
    }
    if (rows.size() > 0) {
      rows.execute();
    }
    if (!gone.isEmpty()) {
      handle
          .createUpdate("DELETE FROM record WHERE subject IN (SELECT value FROM <texts>)")
          .bind(Dialect.TEXTS, JsonText.write(Json.texts(gone)))
          .execute();
    }
  }

  private Loaded load(Collection<String> subjects, long upTo, List<LedgerEntry> after) {
    Map<String, List<LedgerEntry>> entries = new HashMap<>();
    handle
        .createQuery(
            "SELECT "
                + StoredEntry.COLUMNS
                + " FROM entry WHERE subject IN (SELECT value FROM <texts>) AND seq"
                + " <= :upTo ORDER BY seq")
        .bind(Dialect.TEXTS, JsonText.write(Json.texts(new ArrayList<>(subjects))))
        .bind("upTo", upTo)
        .map(StoredEntry::of)
        .map(StoredEntry::read)
        .forEach(entry -> add(entries, entry));
    after.forEach(entry -> add(entries, entry));
    return new Loaded(entries);
  }

  private static void add(Map<String, List<LedgerEntry>> entries, LedgerEntry entry) {
    entries.computeIfAbsent(entry.entry().subject(), subject -> new ArrayList<>()).add(entry);
  }

  /** What the row of this subject should be by its entries. */
  public Optional<RecordRow> expected(String subject) {
    return RecordRow.of(fold, load(List.of(subject), Long.MAX_VALUE, List.of()), subject);
  }

  /**
   * Shows every subject that has entries, with its row where it has one, in order; then each row
   * whose subject has none. One at a time, however many there are.
   */
  public void scan(
      BiConsumer<String, Optional<RecordRow>> each, Consumer<RecordRow> withoutEntries) {
    handle
        .createQuery(
            "SELECT entries.subject AS said, record.* FROM (SELECT DISTINCT subject FROM entry)"
                + " entries LEFT JOIN record ON record.subject = entries.subject ORDER BY said")
        .map(
            (row, context) -> {
              boolean has = row.getString("subject") != null;
              Optional<RecordRow> found =
                  has ? Optional.of(RecordRow.read(row, context)) : Optional.empty();
              return Map.entry(row.getString("said"), found);
            })
        .forEach(subject -> each.accept(subject.getKey(), subject.getValue()));
    handle
        .createQuery(
            "SELECT "
                + COLUMNS
                + " FROM record WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.subject ="
                + " record.subject) ORDER BY subject")
        .map(RecordRow::read)
        .forEach(withoutEntries);
  }

  /** The entries of some subjects, in memory. */
  private record Loaded(Map<String, List<LedgerEntry>> bySubject) implements LedgerView {
    @Override
    public Optional<LedgerEntry> find(String id) {
      return bySubject.values().stream()
          .flatMap(List::stream)
          .filter(entry -> entry.id().equals(id))
          .findFirst();
    }

    @Override
    public List<LedgerEntry> listSubject(String subject, long seq) {
      return bySubject.getOrDefault(subject, List.of()).stream()
          .filter(entry -> entry.seq() <= seq)
          .toList();
    }

    @Override
    public void scan(long after, long upTo, Consumer<LedgerEntry> each) {
      bySubject.values().stream()
          .flatMap(List::stream)
          .filter(entry -> entry.seq() > after && entry.seq() <= upTo)
          .sorted((one, other) -> Long.compare(one.seq(), other.seq()))
          .forEach(each);
    }

    @Override
    public long lastSeq() {
      return bySubject.values().stream()
          .flatMap(List::stream)
          .mapToLong(LedgerEntry::seq)
          .max()
          .orElse(0);
    }
  }
}
