package cn.anxun.server.storage;

import cn.anxun.server.text.ServerTexts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns of one schema: advisory locks, which end with the connection of whoever has them,
 * however its process ends. Each has a connection of its own, outside of the pool: the work of who
 * has the turn needs some of the pool's, while others wait.
 *
 * <p>Whose connection is lost has lost the turn, though it goes on. What it writes is refused then
 * ({@link #requireHeld}, asked with the writer's lock in hand); and whoever has the turn next waits
 * for the writer's lock once before it looks, so that it sees what was written just before.
 */
final class PostgresTurns {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresTurns.class);

  /** A turn as this process has it, or waits for it. */
  private static final class Own {
    private final ReentrantLock lock = new ReentrantLock();

    /** The process of PostgreSQL that has the lock for us. */
    private int connection;
  }

  private final DataSource connections;
  private final String schema;
  private final String where;
  private final String key;
  private final Map<String, Own> here = new ConcurrentHashMap<>();

  /**
   * @param where it is, for messages
   */
  PostgresTurns(DataSource connections, String schema, String where) {
    this.connections = connections;
    this.schema = schema;
    this.where = where;
    this.key = "anxun " + schema;
  }

  Turn take(String name) {
    Patience patience = new Patience();
    Own own = here.computeIfAbsent(name, same -> new Own());
    // Those of this process wait here, so that they hold no connections meanwhile.
    patience.take(own.lock, where);
    if (own.lock.getHoldCount() > 1) {
      return own.lock::unlock;
    }
    try {
      Handle handle = taken(name, own, patience);
      return () -> {
        try {
          end(handle);
        } finally {
          own.lock.unlock();
        }
      };
    } catch (RuntimeException e) {
      own.lock.unlock();
      throw e;
    }
  }

  /** Within a transaction, so that what pools connections in between does not part them. */
  private Handle taken(String name, Own own, Patience patience) {
    Handle handle = Jdbi.open(connections);
    try {
      handle.begin();
      handle.execute("SET LOCAL idle_in_transaction_session_timeout TO '10min'");
      handle.execute(patience.toWaitForLocks());
      handle.execute("SELECT pg_advisory_xact_lock(hashtext(?), hashtext(?))", key, name);
      handle.execute(patience.toWaitForLocks());
      handle.execute("SAVEPOINT had");
      handle.execute(
          "SELECT locked FROM " + PostgresDatabase.quoted(schema) + ".write_lock FOR UPDATE");
      handle.execute("ROLLBACK TO had");
      own.connection = handle.createQuery("SELECT pg_backend_pid()").mapTo(Integer.class).one();
      return handle;
    } catch (RuntimeException e) {
      end(handle);
      throw e;
    }
  }

  /** Whether this thread has a turn. */
  boolean isInTurn() {
    return here.values().stream().anyMatch(own -> own.lock.isHeldByCurrentThread());
  }

  /**
   * Sees to it that the turns of this thread are still its own; to be asked by who has the writer's
   * lock.
   *
   * @throws StorageException where one was lost with its connection
   */
  void requireHeld(Handle writing) {
    here.forEach(
        (name, own) -> {
          if (own.lock.isHeldByCurrentThread() && !isHeld(writing, name, own.connection)) {
            throw new StorageException(ServerTexts.both("postgres.turn-lost", where), null);
          }
        });
  }

  private boolean isHeld(Handle handle, String name, int connection) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid"
                + " = :connection AND classid = hashtext(:schema)::oid AND objid ="
                + " hashtext(:name)::oid)")
        .bind("connection", connection)
        .bind("schema", key)
        .bind("name", name)
        .mapTo(Boolean.class)
        .one();
  }

  private void end(Handle handle) {
    try (handle) {
      handle.rollback();
    } catch (JdbiException e) {
      LOG.info("a turn of {} ended with its connection: {}", schema, e.getMessage());
    }
  }
}
