package cn.anxun.server.storage;

import cn.anxun.server.text.ServerTexts;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database that holds the directory in the schema {@code directory} and each bureau in
 * one of its own, {@code bureau_ID}. Several servers may use it at the same time. One pool of
 * connections serves all schemas.
 */
public final class PostgresDatabases implements Databases, AutoCloseable {
  /** The folder of the migrations of the directory's schema on the class path. */
  public static final String DIRECTORY_MIGRATIONS = "db/postgres/directory";

  /** The folder of the migrations of every bureau's schema on the class path. */
  public static final String BUREAU_MIGRATIONS = "db/postgres/bureau";

  private static final String DIRECTORY = "directory";
  private static final String PREFIX = "bureau_";
  private static final String MOVED = "moved_";

  /** Longer names of schemas PostgreSQL cuts off. */
  private static final int LONGEST = 63;

  private static final Duration VALIDATION = Duration.ofSeconds(2);

  private static final int LOOKS = 30;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /**
   * The connections that all schemas share.
   *
   * @param most how many there are
   * @param patience how long somebody waits for one; at least 250 ms
   */
  record Pool(int most, Duration patience) {
    private static final Pool STANDARD =
        new Pool(16, Duration.ofSeconds(Patience.CONNECTION_SECONDS));
  }

  private final PostgresAddress address;
  private final PostgresConnections connections;
  private final HikariDataSource pool;
  private final boolean writable;
  private final Jdbi jdbi;
  private final TransactionWatch watch;

  private PostgresDatabases(
      PostgresAddress address,
      PostgresConnections connections,
      HikariDataSource pool,
      boolean writable,
      TransactionWatch watch) {
    this.address = address;
    this.connections = connections;
    this.pool = pool;
    this.writable = writable;
    this.jdbi = Jdbi.create(pool);
    this.watch = watch;
    jdbi.getConfig(SqlStatements.class).setSqlParser(new ColonPrefixSqlParser());
    // Transactions are begun and ended by PostgresDatabase.
    jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    Dialect.POSTGRES.define(jdbi);
  }

  /**
   * Opens the database.
   *
   * @param password null where the server asks for none
   * @throws StorageException where it cannot be used; the message says what to do
   */
  public static PostgresDatabases open(PostgresAddress address, @Nullable String password) {
    return open(address, password, TransactionWatch.NONE);
  }

  /** The same, with every transaction watched. */
  public static PostgresDatabases open(
      PostgresAddress address, @Nullable String password, TransactionWatch watch) {
    return open(address, password, true, watch);
  }

  /**
   * The same.
   *
   * @param writable whether schemas are made and brought up to date; else they are read alone
   */
  static PostgresDatabases open(
      PostgresAddress address,
      @Nullable String password,
      boolean writable,
      TransactionWatch watch) {
    return open(address, password, writable, watch, Pool.STANDARD);
  }

  static PostgresDatabases open(
      PostgresAddress address,
      @Nullable String password,
      boolean writable,
      TransactionWatch watch,
      Pool pool) {
    PostgresConnections connections = new PostgresConnections(address, password);
    try {
      return new PostgresDatabases(
          address, connections, new HikariDataSource(config(pool, connections)), writable, watch);
    } catch (RuntimeException e) {
      throw PostgresFailure.translated(address.toString(), e);
    }
  }

  private static HikariConfig config(Pool pool, PostgresConnections connections) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(connections);
    config.setAutoCommit(false);
    config.setMaximumPoolSize(pool.most());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(pool.patience().toMillis());
    config.setValidationTimeout(VALIDATION.toMillis());
    config.setPoolName("postgres");
    return config;
  }

  @Override
  public boolean isWritable() {
    return writable;
  }

  @Override
  public PostgresDatabase openDirectory() {
    return open(DIRECTORY, DIRECTORY_MIGRATIONS);
  }

  @Override
  public PostgresDatabase openBureau(String bureau) {
    return open(schema(bureau), BUREAU_MIGRATIONS);
  }

  private PostgresDatabase open(String schema, String migrations) {
    PostgresDatabase database = new PostgresDatabase(jdbi, connections, address, schema, watch);
    try {
      PostgresSchema tables =
          new PostgresSchema(connections, schema, database.describe(), new Migrations(migrations));
      if (writable) {
        tables.bringUpToDate();
      } else {
        tables.requireUpToDate();
      }
      return database;
    } catch (RuntimeException e) {
      throw database.translated(e);
    }
  }

  private static String schema(String bureau) {
    String name = PREFIX + bureau;
    if (!DataDirectory.isBureauName(bureau) || name.length() > LONGEST) {
      throw new IllegalArgumentException(
          ServerTexts.both("postgres.bureau-name", bureau, LONGEST - PREFIX.length()));
    }
    return name;
  }

  @Override
  public boolean hasBureau(String bureau) {
    return bureaus().contains(bureau);
  }

  @Override
  public boolean isMovedAway(String bureau) {
    return !hasBureau(bureau) && !namespaces(MOVED + bureau + '@').isEmpty();
  }

  @Override
  public void moveAway(String bureau, Head head, Instant now) {
    String aside = aside(bureau, now);
    openBureau(bureau)
        .change(
            handle -> {
              if (!new StoredLedger(handle).head().equals(head)) {
                throw new StorageException(
                    ServerTexts.both("storage.went-on", bureau, head.seq()), null);
              }
              handle.execute(
                  "ALTER SCHEMA "
                      + PostgresDatabase.quoted(schema(bureau))
                      + " RENAME TO "
                      + PostgresDatabase.quoted(aside));
            });
  }

  /** With the time, of which a long name leaves room for the last digits alone. */
  private static String aside(String bureau, Instant now) {
    String name = MOVED + bureau + '@';
    String time = Long.toHexString(now.getEpochSecond());
    return name + time.substring(Math.max(0, name.length() + time.length() - LONGEST));
  }

  /** Which database this is, by whatever address it is reached. */
  public String identity() {
    return asked(
        handle ->
            handle
                .createQuery(
                    "SELECT system_identifier || '/' || pg_database.oid FROM pg_control_system(),"
                        + " pg_database WHERE datname = current_database()")
                .mapTo(String.class)
                .one());
  }

  /**
   * Whether others of this program are connected, such as servers that run. Connections that were
   * closed a moment ago are let go.
   */
  public boolean hasOthers() {
    for (int look = 0; look < LOOKS; look++) {
      if (!seesOthers()) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return true;
  }

  private boolean seesOthers() {
    return asked(
        handle ->
            handle
                .createQuery(
                    "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname ="
                        + " current_database() AND starts_with(application_name, :program) AND"
                        + " application_name <> :own)")
                .bind("program", PostgresConnections.PROGRAM)
                .bind("own", connections.name())
                .mapTo(Boolean.class)
                .one());
  }

  private List<String> namespaces(String prefix) {
    return asked(
        handle ->
            handle
                .createQuery("SELECT nspname FROM pg_namespace WHERE starts_with(nspname, :prefix)")
                .bind("prefix", prefix)
                .mapTo(String.class)
                .list());
  }

  @Override
  public List<String> bureaus() {
    return asked(
        handle ->
            handle
                .createQuery(
                    "SELECT substr(nspname, :from) FROM pg_namespace JOIN pg_class ON"
                        + " relnamespace = pg_namespace.oid WHERE starts_with(nspname, :prefix)"
                        + " AND relname = 'entry' ORDER BY nspname COLLATE \"C\"")
                .bind("from", PREFIX.length() + 1)
                .bind("prefix", PREFIX)
                .mapTo(String.class)
                .list());
  }

  private <T> T asked(Function<Handle, T> question) {
    try {
      return jdbi.withHandle(question::apply);
    } catch (JdbiException e) {
      throw PostgresFailure.translated(address.toString(), e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
