package cn.anxun.app.data.local;

import static org.assertj.core.api.Assertions.assertThat;

import android.database.Cursor;
import androidx.sqlite.db.SupportSQLiteDatabase;
import androidx.sqlite.db.SupportSQLiteStatement;
import cn.anxun.core.ledger.LedgerEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final int PAGES = ENTRIES / PAGE;
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
    Map<String, List<Object[]>> tables = tables();
    Rounds rounds = Rounds.measure(WARM_UP, ROUNDS, this::apply, () -> insert(tables));
    System.err.printf(
        "BENCH apply %d entries by %d, beside raw inserts of their %d rows: %s%n",
        ENTRIES, PAGE, tables.values().stream().mapToInt(List::size).sum(), rounds);
    assertThat(rounds.ratio().median()).isLessThanOrEqualTo(3);
  }

  private double apply() {
    AnxunDatabase database = open();
    RoomPhoneStore store = new RoomPhoneStore(database);
    store.lastSeq();
    double millis = Rounds.millis(() -> put(store));
    database.close();
    return millis;
  }

  private void put(RoomPhoneStore store) {
    for (int from = 0; from < ENTRIES; from += PAGE) {
      store.put(entries.subList(from, from + PAGE));
    }
  }

  /** The same rows by prepared statements in as many transactions, with the same indices. */
  private double insert(Map<String, List<Object[]>> tables) {
    AnxunDatabase database = open();
    SupportSQLiteDatabase raw = database.getOpenHelper().getWritableDatabase();
    double millis =
        Rounds.millis(
            () -> {
              for (int page = 0; page < PAGES; page++) {
                raw.beginTransactionNonExclusive();
                try {
                  for (Map.Entry<String, List<Object[]>> table : tables.entrySet()) {
                    int rows = table.getValue().size();
                    insert(
                        raw,
                        table.getKey(),
                        table.getValue().subList(page * rows / PAGES, (page + 1) * rows / PAGES));
                  }
                  raw.setTransactionSuccessful();
                } finally {
                  raw.endTransaction();
                }
              }
            });
    database.close();
    return millis;
  }

  private static void insert(SupportSQLiteDatabase raw, String table, List<Object[]> rows) {
    String values = String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
    try (SupportSQLiteStatement insert =
        raw.compileStatement("INSERT INTO " + table + " VALUES (" + values + ")")) {
      for (Object[] row : rows) {
        bind(insert, row);
        insert.executeInsert();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void bind(SupportSQLiteStatement statement, @Nullable Object[] row) {
    for (int i = 0; i < row.length; i++) {
      Object value = row[i];
      if (value == null) {
        statement.bindNull(i + 1);
      } else if (value instanceof Long number) {
        statement.bindLong(i + 1, number);
      } else if (value instanceof byte[] bytes) {
        statement.bindBlob(i + 1, bytes);
      } else {
        statement.bindString(i + 1, value.toString());
      }
    }
  }

  /** What the entries come to, as the app itself made it. */
  private Map<String, List<Object[]>> tables() {
    AnxunDatabase database = open();
    put(new RoomPhoneStore(database));
    Map<String, List<Object[]>> tables = new LinkedHashMap<>();
    for (String table : List.of("entry", "record", "attachment")) {
      tables.put(table, rows(database, table));
    }
    database.close();
    return tables;
  }

  private static List<Object[]> rows(AnxunDatabase database, String table) {
    List<Object[]> rows = new ArrayList<>();
    try (Cursor cursor = database.query("SELECT * FROM " + table + " ORDER BY rowid", null)) {
      while (cursor.moveToNext()) {
        Object[] row = new Object[cursor.getColumnCount()];
        for (int i = 0; i < row.length; i++) {
          row[i] =
              switch (cursor.getType(i)) {
                case Cursor.FIELD_TYPE_NULL -> null;
                case Cursor.FIELD_TYPE_INTEGER -> cursor.getLong(i);
                case Cursor.FIELD_TYPE_BLOB -> cursor.getBlob(i);
                default -> cursor.getString(i);
              };
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private AnxunDatabase open() {
    return TestDatabase.open("apply-" + databases++ + ".db");
  }
}
