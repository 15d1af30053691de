package cn.anxun.server.storage;

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
 */
final class PostgresTurns {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresTurns.class);

  private final DataSource connections;
  private final String schema;
  private final Map<String, ReentrantLock> here = new ConcurrentHashMap<>();

  PostgresTurns(DataSource connections, String schema) {
    this.connections = connections;
    this.schema = schema;
  }

  Turn take(String name) {
    // Those of this process wait here, so that they hold no connections meanwhile.
    ReentrantLock own = here.computeIfAbsent(name, same -> new ReentrantLock());
    own.lock();
    if (own.getHoldCount() > 1) {
      return own::unlock;
    }
    try {
      Handle handle = taken(name);
      return () -> {
        try {
          end(handle);
        } finally {
          own.unlock();
        }
      };
    } catch (RuntimeException e) {
      own.unlock();
      throw e;
    }
  }

  /** Within a transaction, so that what pools connections in between does not part them. */
  private Handle taken(String name) {
    Handle handle = Jdbi.open(connections);
    try {
      handle.begin();
      handle.execute("SET LOCAL lock_timeout TO '30s'");
      handle.execute("SET LOCAL idle_in_transaction_session_timeout TO '10min'");
      handle.execute(
          "SELECT pg_advisory_xact_lock(hashtext(?), hashtext(?))", "anxun " + schema, name);
      return handle;
    } catch (RuntimeException e) {
      end(handle);
      throw e;
    }
  }

  private void end(Handle handle) {
    try (handle) {
      handle.rollback();
    } catch (JdbiException e) {
      LOG.info("a turn of {} ended with its connection: {}", schema, e.getMessage());
    }
  }
}
