package cn.anxun.app.data.local;

import static org.assertj.core.api.Assertions.assertThat;

import android.database.Cursor;
import android.os.Looper;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.Observer;
import androidx.sqlite.db.SupportSQLiteQuery;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.Shadows;

/**
 * Whatever a list asks, SQLite answers it by an index: each query of each table's interface is run,
 * and the plan of every statement that this led to is looked at.
 */
@RunWith(RobolectricTestRunner.class)
public final class QueryPlanTest {
  private static final List<Class<?>> TABLES =
      List.of(
          RecordTable.class,
          EntryTable.class,
          OwnTable.class,
          PhotoTable.class,
          SettingTable.class,
          DraftTable.class,
          CounterTable.class);

  /**
   * Whole tables in purpose: how many there are, how large together; the few drafts searched, and
   * what was recorded here, for the few photos that nothing else names.
   */
  private static final Set<String> OF_ALL =
      Set.of(
          "EntryTable.count",
          "PhotoTable.watchSpace",
          "PhotoTable.isUsed",
          "PhotoTable.listHashes",
          "PhotoTable.listUnnamed",
          "PhotoTable.drop",
          "PhotoTable.renew");

  private final WatchedDriver driver = new WatchedDriver();
  private AnxunDatabase database;

  @Before
  public void open() {
    database = TestDatabase.open("plans.db", driver);
    database.entries().count();
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void query_ofEveryTable_usesAnIndex() throws Exception {
    List<String> unindexed = new ArrayList<>();
    int queries = 0;
    for (Class<?> type : TABLES) {
      for (Method method : type.getDeclaredMethods()) {
        String name = type.getSimpleName() + '.' + method.getName();
        boolean reads = method.getReturnType() != void.class;
        boolean raw = List.of(method.getParameterTypes()).contains(SupportSQLiteQuery.class);
        if (!Modifier.isAbstract(method.getModifiers()) || !reads || raw || OF_ALL.contains(name)) {
          continue;
        }
        Set<String> statements = statements(type, method);
        assertThat(statements).as(name).isNotEmpty();
        queries++;
        statements.forEach(sql -> check(name, sql, unindexed));
      }
    }
    assertThat(unindexed).isEmpty();
    assertThat(queries).isGreaterThan(35);
  }

  @Test
  public void query_whateverIsFilteredAndSorted_usesAnIndex() {
    List<String> unindexed = new ArrayList<>();
    LocalDate day = LocalDate.of(2026, 3, 2);
    for (RecordQuery.Order order : RecordQuery.Order.values()) {
      List<RecordQuery> queries = new ArrayList<>();
      queries.add(RecordQuery.of("hazard"));
      queries.add(RecordQuery.of("hazard").search("兴隆 灭火器"));
      queries.add(RecordQuery.of("hazard").in(RecordQuery.Column.STATE, List.of("open", "closed")));
      queries.add(
          RecordQuery.of("hazard")
              .is(RecordQuery.Column.STATE, "open")
              .until(RecordQuery.Day.DEADLINE, day));
      queries.add(
          RecordQuery.of("hazard")
              .startsWith(RecordQuery.Column.DIVISION, "430602")
              .from(RecordQuery.Day.DATE, day)
              .listed()
              .unsent());
      for (RecordQuery.Column column : RecordQuery.Column.values()) {
        queries.add(RecordQuery.of("hazard").is(column, "x"));
      }
      for (RecordQuery query : queries) {
        check("page by " + order, query.orderBy(order).page(100, 100).getSql(), unindexed);
        check("count", query.count().getSql(), unindexed);
      }
    }
    assertThat(unindexed).isEmpty();
  }

  private Set<String> statements(Class<?> type, Method method) throws Exception {
    Object table = null;
    for (Method maker : AnxunDatabase.class.getDeclaredMethods()) {
      if (maker.getReturnType() == type) {
        maker.setAccessible(true);
        table = maker.invoke(database);
      }
    }
    driver.clear();
    method.setAccessible(true);
    Object result = method.invoke(table, arguments(method));
    if (result instanceof LiveData<?> live) {
      await(live);
    }
    Set<String> selects = new LinkedHashSet<>();
    for (String sql : driver.statements()) {
      if ((sql.startsWith("SELECT") || sql.startsWith("WITH"))
          && !sql.contains("room_table_modification_log")) {
        selects.add(sql);
      }
    }
    return selects;
  }

  private static <T> void await(LiveData<T> live) throws InterruptedException {
    AtomicBoolean answered = new AtomicBoolean();
    Observer<T> observer = value -> answered.set(true);
    live.observeForever(observer);
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    while (!answered.get() && Instant.now().isBefore(end)) {
      Shadows.shadowOf(Looper.getMainLooper()).idle();
      Thread.sleep(5);
    }
    live.removeObserver(observer);
  }

  private static Object[] arguments(Method method) {
    List<Object> arguments = new ArrayList<>();
    for (Class<?> type : method.getParameterTypes()) {
      if (type == String.class) {
        arguments.add("x");
      } else if (type == int.class) {
        arguments.add(100);
      } else if (type == long.class) {
        arguments.add(100L);
      } else if (type == LocalDate.class) {
        arguments.add(LocalDate.of(2026, 3, 2));
      } else if (type == List.class) {
        arguments.add(List.of("x", "y"));
      } else {
        throw new IllegalStateException("give " + method + " a value of " + type);
      }
    }
    return arguments.toArray();
  }

  private void check(String name, String sql, List<String> unindexed) {
    try (Cursor plan =
        database.getOpenHelper().getReadableDatabase().query("EXPLAIN QUERY PLAN " + sql)) {
      int detail = plan.getColumnIndexOrThrow("detail");
      while (plan.moveToNext()) {
        String step = plan.getString(detail);
        boolean table = step.startsWith("SCAN ") && !step.startsWith("SCAN CONSTANT");
        boolean made = step.equals("SCAN same");
        if (table && !made && !step.contains("INDEX")) {
          unindexed.add(name + ": " + step + " in " + sql);
        }
      }
    }
  }
}
