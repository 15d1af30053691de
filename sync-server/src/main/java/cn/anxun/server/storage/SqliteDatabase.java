package cn.anxun.server.storage;

import cn.anxun.server.text.ServerTexts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** One SQLite file: one connection that writes, which threads take in turn, and a few that read. */
public final class SqliteDatabase implements Database {
  private static final int READERS = 4;

  /** Who finds all of them reading waits so long and then opens one more, which is not kept. */
  private static final long WAIT_MILLIS = 50;

  /** Remembers the statements it has parsed, whichever file they are for. */
  private static final SqlParser PARSER = new ColonPrefixSqlParser();

  private final Path file;
  private final TransactionWatch watch;
  private final @Nullable Jdbi writers;
  private final Jdbi readers;
  private final BlockingQueue<SqliteSession> idle = new ArrayBlockingQueue<>(READERS);
  private final AtomicInteger opened = new AtomicInteger();
  private final ReentrantLock writing = new ReentrantLock();
  private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();
  private @Nullable SqliteSession writer;
  private volatile boolean closed;

  private SqliteDatabase(Path file, TransactionWatch watch, @Nullable Jdbi writers) {
    this.file = file;
    this.watch = watch;
    this.writers = writers;
    this.readers = jdbi(SqliteConnections.toRead(file));
    idle.add(reader());
  }

  private static Jdbi jdbi(DataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
    Dialect.SQLITE.define(jdbi);
    jdbi.setStatementBuilderFactory(connection -> new KeptStatements());
    return jdbi;
  }

  /**
   * Opens the file, which is made where there is none, and brings its tables up to date.
   *
   * @param migrations the folder of the Flyway scripts on the class path, such as {@code db/bureau}
   * @throws StorageException where the file cannot be used; the message says what to do
   */
  public static SqliteDatabase open(Path file, String migrations) {
    return open(file, migrations, TransactionWatch.NONE);
  }

  /** The same, watched. */
  public static SqliteDatabase open(Path file, String migrations, TransactionWatch watch) {
    Path parent = file.toAbsolutePath().getParent();
    return open(file, migrations, parent == null ? file.resolve("..") : parent, watch);
  }

  /**
   * The same.
   *
   * @param beforeUpgrade the folder into which the file is copied before its tables are changed
   */
  static SqliteDatabase open(
      Path file, String migrations, Path beforeUpgrade, TransactionWatch watch) {
    SqliteConnections connections = SqliteConnections.toWrite(file);
    try {
      new Schema(file, migrations).bringUpToDate(connections, beforeUpgrade);
      return new SqliteDatabase(file, watch, jdbi(connections));
    } catch (RuntimeException e) {
      throw SqliteFailure.translated(file, e);
    }
  }

  /**
   * Opens a file to read alone; another process may be writing it.
   *
   * @throws StorageException where there is no such file, or its tables are of another version
   */
  public static SqliteDatabase openReadOnly(Path file, String migrations) {
    if (!Files.isRegularFile(file)) {
      throw new StorageException(ServerTexts.both("storage.no-file", file), null);
    }
    try {
      new Schema(file, migrations).requireUpToDate();
      return new SqliteDatabase(file, TransactionWatch.NONE, null);
    } catch (RuntimeException e) {
      throw SqliteFailure.translated(file, e);
    }
  }

  public Path file() {
    return file;
  }

  @Override
  public String describe() {
    return file.toString();
  }

  @Override
  public RuntimeException translated(RuntimeException failure) {
    return SqliteFailure.translated(file, failure);
  }

  @Override
  public <T extends @Nullable Object> T read(Function<Handle, T> work) {
    SqliteSession reader = null;
    boolean well = false;
    try {
      reader = reader();
      reader.begin();
      try {
        return work.apply(reader.handle());
      } finally {
        well = reader.rollback();
      }
    } catch (JdbiException e) {
      throw SqliteFailure.translated(file, e);
    } finally {
      if (reader != null && !(well && idle.offer(reader))) {
        opened.decrementAndGet();
        reader.close();
      }
      if (closed) {
        closeIdle();
      }
    }
  }

  private SqliteSession reader() {
    if (closed) {
      throw new IllegalStateException(file + " is closed");
    }
    SqliteSession kept = idle.poll();
    if (kept == null && opened.get() >= READERS) {
      kept = waitForIdle();
    }
    if (kept == null) {
      kept = SqliteSession.toRead(readers);
      opened.incrementAndGet();
    }
    return kept;
  }

  private @Nullable SqliteSession waitForIdle() {
    try {
      return idle.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private void closeIdle() {
    for (SqliteSession reader = idle.poll(); reader != null; reader = idle.poll()) {
      reader.close();
    }
  }

  @Override
  public <T extends @Nullable Object> T write(Function<Handle, T> work) {
    if (writing.isHeldByCurrentThread()) {
      throw new IllegalStateException("a write within a write of " + file);
    }
    writing.lock();
    try {
      SqliteSession session = writer();
      Handle handle = session.handle();
      session.begin();
      boolean done = false;
      try {
        watch.begun(this, handle);
        T result = work.apply(handle);
        watch.committing(this, handle);
        session.commit();
        done = true;
        watch.committed(this, handle);
        return result;
      } finally {
        if (!done) {
          undo(session);
        }
      }
    } catch (JdbiException e) {
      throw SqliteFailure.translated(file, e);
    } finally {
      writing.unlock();
    }
  }

  /**
   * What SQLite finds wrong with the file, in its own words; empty where it is sound.
   *
   * @throws StorageException where it cannot even be read
   */
  public Optional<String> findDamage() {
    String answer =
        read(handle -> handle.createQuery("PRAGMA quick_check(1)").mapTo(String.class).first());
    return answer.equals("ok") ? Optional.empty() : Optional.of(answer);
  }

  /**
   * Writes a compact copy of what is committed by now to a new file; others may go on reading and
   * writing.
   *
   * @throws StorageException where either file fails
   */
  public void copyTo(Path target) {
    try (Handle handle = Jdbi.open(SqliteConnections.toRead(file))) {
      handle.execute("VACUUM INTO ?", target.toAbsolutePath().toString());
    } catch (JdbiException e) {
      throw SqliteFailure.translated(file, e);
    }
  }

  /**
   * Brings what is in the log into the file itself, which then holds all there is.
   *
   * @throws StorageException where somebody is reading it
   */
  void bringLogIn() {
    try (Handle handle = Jdbi.open(SqliteConnections.toWrite(file))) {
      boolean busy =
          handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").mapTo(Boolean.class).one();
      if (busy) {
        throw new StorageException(ServerTexts.both("storage.busy", file, "wal_checkpoint"), null);
      }
    } catch (JdbiException e) {
      throw SqliteFailure.translated(file, e);
    }
  }

  /** No other process writes the file, so that those of this one suffice. */
  @Override
  public Turn turn(String name) {
    ReentrantLock turn = turns.computeIfAbsent(name, same -> new ReentrantLock());
    turn.lock();
    return turn::unlock;
  }

  private SqliteSession writer() {
    if (writers == null) {
      throw new StorageException(ServerTexts.both("storage.read-only", file), null);
    }
    if (closed) {
      throw new IllegalStateException(file + " is closed");
    }
    if (writer == null) {
      writer = SqliteSession.toWrite(writers);
    }
    return writer;
  }

  /** A connection in doubt is replaced. */
  private void undo(SqliteSession session) {
    if (!session.rollback()) {
      writer = null;
      session.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    closeIdle();
    writing.lock();
    try {
      if (writer != null) {
        writer.close();
        writer = null;
      }
    } finally {
      writing.unlock();
    }
  }
}
