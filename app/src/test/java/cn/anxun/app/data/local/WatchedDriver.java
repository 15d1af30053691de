package cn.anxun.app.data.local;

import androidx.sqlite.db.SupportSQLiteDatabase;
import androidx.sqlite.db.SupportSQLiteOpenHelper;
import androidx.sqlite.db.SupportSQLiteQuery;
import androidx.sqlite.db.SupportSQLiteStatement;
import androidx.sqlite.db.framework.FrameworkSQLiteOpenHelperFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The framework's SQLite, with every statement shown before it runs; what the test does then, such
 * as to throw, the statement does. A transaction's ends are {@code BEGIN}, {@code COMMIT} and
 * {@code ROLLBACK}; one whose end throws is rolled back and gives its connection back, as SQLite
 * does where the disk is full.
 */
public final class WatchedDriver implements SupportSQLiteOpenHelper.Factory {
  private static final Set<String> RUNS =
      Set.of(
          "execute",
          "executeInsert",
          "executeUpdateDelete",
          "simpleQueryForLong",
          "simpleQueryForString");

  private final List<Ran> ran = Collections.synchronizedList(new ArrayList<>());
  private final ThreadLocal<Consumer<String>> before = ThreadLocal.withInitial(() -> sql -> {});
  private final ThreadLocal<Transaction> transaction = ThreadLocal.withInitial(Transaction::new);

  /** What happens from now on before each statement that this thread runs. */
  public void before(Consumer<String> action) {
    before.set(action);
  }

  /** What ran since {@link #clear()}, in order. */
  public List<String> statements() {
    return statements(thread -> true);
  }

  /** What this thread ran since {@link #clear()}, in order. */
  public List<String> statementsHere() {
    return statements(Thread.currentThread()::equals);
  }

  private List<String> statements(Predicate<Thread> by) {
    List<String> statements = new ArrayList<>();
    synchronized (ran) {
      for (Ran one : ran) {
        if (by.test(one.thread())) {
          statements.add(one.sql());
        }
      }
    }
    return statements;
  }

  public void clear() {
    ran.clear();
  }

  @Override
  public SupportSQLiteOpenHelper create(SupportSQLiteOpenHelper.Configuration configuration) {
    SupportSQLiteOpenHelper helper = new FrameworkSQLiteOpenHelperFactory().create(configuration);
    return proxy(
        SupportSQLiteOpenHelper.class,
        (self, method, arguments) -> {
          Object result = call(helper, method, arguments);
          return result instanceof SupportSQLiteDatabase database ? watched(database) : result;
        });
  }

  private SupportSQLiteDatabase watched(SupportSQLiteDatabase database) {
    return proxy(
        SupportSQLiteDatabase.class,
        (self, method, arguments) -> {
          Object result =
              switch (method.getName()) {
                case "setTransactionSuccessful" -> transaction.get().succeed();
                case "endTransaction" -> end(database);
                default -> {
                  show(method.getName(), arguments);
                  yield call(database, method, arguments);
                }
              };
          return result instanceof SupportSQLiteStatement statement
              ? watched(statement, (String) arguments[0])
              : result;
        });
  }

  private void show(String method, Object @Nullable [] arguments) {
    Transaction now = transaction.get();
    if (method.startsWith("beginTransaction")) {
      if (now.depth == 0) {
        show("BEGIN");
        now.failed = false;
      }
      now.depth++;
      now.successful = false;
    } else if (arguments != null && (method.equals("query") || method.equals("execSQL"))) {
      show(
          arguments[0] instanceof SupportSQLiteQuery query
              ? query.getSql()
              : String.valueOf(arguments[0]));
    }
  }

  /** Marks it successful only here, since what is marked is committed however it ends. */
  private @Nullable Object end(SupportSQLiteDatabase database) {
    Transaction now = transaction.get();
    now.failed |= !now.successful;
    now.successful = false;
    now.depth--;
    try {
      if (now.depth == 0) {
        show(now.failed ? "ROLLBACK" : "COMMIT");
      }
      if (!now.failed) {
        database.setTransactionSuccessful();
      }
    } finally {
      database.endTransaction();
    }
    return null;
  }

  private SupportSQLiteStatement watched(SupportSQLiteStatement statement, String sql) {
    return proxy(
        SupportSQLiteStatement.class,
        (self, method, arguments) -> {
          if (RUNS.contains(method.getName())) {
            show(sql);
          }
          return call(statement, method, arguments);
        });
  }

  private void show(String sql) {
    ran.add(new Ran(Thread.currentThread(), sql));
    before.get().accept(sql);
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private record Ran(Thread thread, String sql) {}

  /** Transactions within one another are one. */
  private static final class Transaction {
    private int depth;
    private boolean successful;
    private boolean failed;

    private @Nullable Object succeed() {
      successful = true;
      return null;
    }
  }
}
