package cn.anxun.app.data.local;

import android.database.sqlite.SQLiteException;
import android.database.sqlite.SQLiteFullException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/** Runs work on the database; tells what the disk would not do by one closed error. */
final class Transactions {
  private final AnxunDatabase database;
  private final AtomicLong changes = new AtomicLong();

  Transactions(AnxunDatabase database) {
    this.database = database;
  }

  <T> T write(Callable<T> work) {
    try {
      return translated(() -> database.runInTransaction(work));
    } finally {
      changes.incrementAndGet();
    }
  }

  /** Reads what no writer changes in between. */
  void snapshot(Runnable work) {
    translated(
        () ->
            database.runInTransaction(
                () -> {
                  work.run();
                  return true;
                }));
  }

  <T> T read(Callable<T> work) {
    return translated(work);
  }

  long changes() {
    return changes.get();
  }

  private static <T> T translated(Callable<T> work) {
    try {
      return work.call();
    } catch (SQLiteFullException e) {
      throw new StoreException(StoreException.Reason.FULL, e);
    } catch (SQLiteException e) {
      throw new StoreException(StoreException.Reason.BROKEN, e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("work on the database throws no checked exception", e);
    }
  }
}
