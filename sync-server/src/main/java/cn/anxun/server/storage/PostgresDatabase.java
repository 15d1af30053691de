package cn.anxun.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * One schema of a PostgreSQL database, over connections that all schemas share. Whoever writes, at
 * whichever server, first locks the one row of {@code write_lock}, and only then looks: so seqs are
 * given, and become visible, one commit after the other. Closing it leaves the connections open.
 */
public final class PostgresDatabase implements Database {
  private final Jdbi pool;
  private final PostgresTurns turns;
  private final String where;
  private final String toRead;
  private final String toBeginWriting;
  private final String toLockOthersOut;
  private final TransactionWatch watch;
  private final ReentrantLock writing = new ReentrantLock();

  /**
   * The schema, whose tables are up to date.
   *
   * @param pool of connections that commit nothing by themselves
   * @param apart connections of no pool
   * @param address of the database, for messages
   */
  PostgresDatabase(
      Jdbi pool, DataSource apart, PostgresAddress address, String schema, TransactionWatch watch) {
    this.pool = pool;
    this.where = address + "/" + schema;
    this.watch = watch;
    this.turns = new PostgresTurns(apart, schema, where);
    String path = "SET LOCAL search_path TO " + quoted(schema) + ";";
    this.toRead = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;" + path;
    this.toBeginWriting = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE;" + path;
    // Whoever holds the lock and is heard of no more loses it.
    this.toLockOthersOut =
        ";SET LOCAL idle_in_transaction_session_timeout TO '60s';"
            + "SELECT locked FROM write_lock FOR UPDATE;"
            + Patience.DONE_WAITING;
  }

  /** The name as statements take it, whatever is in it. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public String describe() {
    return where;
  }

  @Override
  public RuntimeException translated(RuntimeException failure) {
    return PostgresFailure.translated(where, failure);
  }

  @Override
  public <T extends @Nullable Object> T read(Function<Handle, T> work) {
    try (Handle handle = pool.open()) {
      handle.execute(toRead);
      try {
        return work.apply(handle);
      } finally {
        rollback(handle);
      }
    } catch (JdbiException e) {
      throw translated(e);
    }
  }

  @Override
  public <T extends @Nullable Object> T write(Function<Handle, T> work) {
    if (writing.isHeldByCurrentThread()) {
      throw new IllegalStateException("a write within a write of " + where);
    }
    Patience patience = new Patience();
    // Those of this process wait here, so that they hold no connections meanwhile.
    patience.take(writing, where);
    try (Handle handle = pool.open()) {
      boolean done = false;
      try {
        handle.execute(toBeginWriting + patience.toWaitForLocks() + toLockOthersOut);
        turns.requireHeld(handle);
        watch.begun(this, handle);
        T result = work.apply(handle);
        watch.committing(this, handle);
        commit(handle);
        done = true;
        watch.committed(this, handle);
        return result;
      } finally {
        if (!done) {
          rollback(handle);
        }
      }
    } catch (JdbiException e) {
      throw translated(e);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public Turn turn(String name) {
    try {
      return turns.take(name);
    } catch (JdbiException e) {
      throw translated(e);
    }
  }

  @Override
  public boolean isInTurn() {
    return turns.isInTurn();
  }

  private void commit(Handle handle) {
    try {
      handle.getConnection().commit();
    } catch (SQLException e) {
      throw PostgresFailure.ofCommit(where, e);
    }
  }

  /** A connection that cannot even do this is not used again. */
  private static void rollback(Handle handle) {
    Connection connection = handle.getConnection();
    try {
      connection.rollback();
    } catch (SQLException e) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException broken) {
        e.addSuppressed(broken);
      }
    }
  }

  @Override
  public void close() {
    // The connections are those of all schemas.
  }
}
