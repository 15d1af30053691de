package cn.anxun.app.data.local;

import static org.assertj.core.api.Assertions.assertThat;

import androidx.sqlite.db.SupportSQLiteDatabase;
import androidx.sqlite.db.SupportSQLiteStatement;
import cn.anxun.core.ledger.LedgerEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/**
 * How long a phone takes to apply 10,000 pulled entries in transactions of 500, beside raw inserts
 * of the very rows that come of it. Runs only when asked: {@code -Danxun.bench=true}.
 */
@RunWith(RobolectricTestRunner.class)
public final class ApplyPulledBench {
  private static final int ENTRIES = 10_000;
  private static final int PAGE = 500;
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 7;

  private final List<LedgerEntry> entries = YearOfWork.of(ENTRIES);
  private int databases;

  @Before
  public void onlyWhenAsked() {
    Assume.assumeTrue(Boolean.getBoolean("anxun.bench"));
  }

  @Test
  public void apply_againstRawInserts_takesAtMostThreeTimes() {
    Rows rows = rows();
    double[] applied = new double[ROUNDS];
    double[] raw = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      double ours = apply();
      double theirs = insert(rows);
      if (round >= 0) {
        applied[round] = ours;
        raw[round] = theirs;
      }
    }
    Arrays.sort(applied);
    Arrays.sort(raw);
    double ratio = applied[ROUNDS / 2] / raw[ROUNDS / 2];
    System.err.printf(
        Locale.ROOT,
        "BENCH apply %d entries by %d: median %.0f ms (%.0f to %.0f); raw inserts of their %d rows:"
            + " median %.0f ms (%.0f to %.0f); ratio %.2f, %d rounds%n",
        ENTRIES,
        PAGE,
        applied[ROUNDS / 2],
        applied[0],
        applied[ROUNDS - 1],
        rows.entries().size() + rows.records().size(),
        raw[ROUNDS / 2],
        raw[0],
        raw[ROUNDS - 1],
        ratio,
        ROUNDS);
    assertThat(ratio).isLessThanOrEqualTo(3);
  }

  private double apply() {
    AnxunDatabase database = TestDatabase.open("apply-" + databases++ + ".db");
    RoomPhoneStore store = new RoomPhoneStore(database);
    store.lastSeq();
    long start = System.nanoTime();
    for (int from = 0; from < ENTRIES; from += PAGE) {
      store.put(entries.subList(from, from + PAGE));
    }
    double millis = (System.nanoTime() - start) / 1e6;
    database.close();
    return millis;
  }

  /** The same rows by prepared statements in the same transactions, with the same indices. */
  private double insert(Rows rows) {
    AnxunDatabase database = TestDatabase.open("raw-" + databases++ + ".db");
    SupportSQLiteDatabase raw = database.getOpenHelper().getWritableDatabase();
    long start = System.nanoTime();
    int pages = ENTRIES / PAGE;
    int records = rows.records().size();
    for (int page = 0; page < pages; page++) {
      raw.beginTransactionNonExclusive();
      try (SupportSQLiteStatement entry =
              raw.compileStatement("INSERT INTO entry VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)");
          SupportSQLiteStatement record =
              raw.compileStatement(
                  "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                      + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
        for (EntryRow row : rows.entries().subList(page * PAGE, (page + 1) * PAGE)) {
          bind(entry, row);
          entry.executeInsert();
        }
        for (Object[] row :
            rows.records().subList(page * records / pages, (page + 1) * records / pages)) {
          bind(record, row);
          record.executeInsert();
        }
        raw.setTransactionSuccessful();
      } catch (java.io.IOException e) {
        throw new IllegalStateException(e);
      } finally {
        raw.endTransaction();
      }
    }
    double millis = (System.nanoTime() - start) / 1e6;
    database.close();
    return millis;
  }

  private static void bind(SupportSQLiteStatement statement, EntryRow row) {
    statement.bindString(1, row.id());
    statement.bindString(2, row.subject());
    statement.bindLong(3, row.seq());
    statement.bindString(4, row.author());
    statement.bindString(5, row.role());
    statement.bindString(6, row.device());
    statement.bindString(7, row.at());
    statement.bindBlob(8, row.bytes());
  }

  private static void bind(SupportSQLiteStatement statement, @Nullable Object[] row) {
    for (int i = 0; i < row.length; i++) {
      Object value = row[i];
      if (value == null) {
        statement.bindNull(i + 1);
      } else if (value instanceof Long number) {
        statement.bindLong(i + 1, number);
      } else {
        statement.bindString(i + 1, value.toString());
      }
    }
  }

  /** What the entries come to, as the app itself made it. */
  private Rows rows() {
    AnxunDatabase database = TestDatabase.open("rows.db");
    RoomPhoneStore store = new RoomPhoneStore(database);
    store.put(entries);
    List<Object[]> records = new ArrayList<>();
    try (android.database.Cursor cursor =
        database.query("SELECT * FROM record ORDER BY rowid", null)) {
      while (cursor.moveToNext()) {
        Object[] row = new Object[cursor.getColumnCount()];
        for (int i = 0; i < row.length; i++) {
          row[i] =
              switch (cursor.getType(i)) {
                case android.database.Cursor.FIELD_TYPE_NULL -> null;
                case android.database.Cursor.FIELD_TYPE_INTEGER -> cursor.getLong(i);
                default -> cursor.getString(i);
              };
        }
        records.add(row);
      }
    }
    database.close();
    List<EntryRow> made = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      made.add(EntryRow.of(entry));
    }
    return new Rows(made, records);
  }

  private record Rows(List<EntryRow> entries, List<Object[]> records) {}
}
