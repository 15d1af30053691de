package cn.anxun.server.simulation;

import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.storage.StorageException;
import cn.anxun.server.storage.TransactionWatch;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What befalls one process at its disk: it is killed at a transaction, before or after the commit,
 * or finds the disk full. Knows how much of each write-ahead log was synced, so that what was not
 * can be dropped as a power cut does.
 */
final class Fate implements TransactionWatch {
  /** When in a transaction a process dies. */
  enum Moment {
    BEFORE_COMMIT("before a commit"),

    /** While it is being written, nobody knows how far. */
    IN_COMMIT("in a commit"),

    /** It is on the disk, and nobody was told. */
    AFTER_COMMIT("after a commit");

    private final String said;

    Moment(String said) {
      this.said = said;
    }

    String said() {
      return said;
    }
  }

  /**
   * At which transaction from now on the process dies.
   *
   * @param powerCut whether what was written and not synced goes with it; in a commit it always may
   * @param kept of a thousand bytes that may go, how many are kept
   */
  record Kill(int transaction, Moment moment, boolean powerCut, int kept) {
    static final int ALL = 1_000;

    private static final List<Moment> MOMENTS = List.of(Moment.values());

    /** Most are at one of so many transactions, as many as a sync with little to do has. */
    static final int SOON = 6;

    static Kill of(Random random) {
      return new Kill(
          random.nextInt(4) > 0 ? random.nextInt(SOON) : random.nextInt(4 * SOON),
          MOMENTS.get(random.nextInt(MOMENTS.size())),
          random.nextBoolean(),
          random.nextInt(ALL));
    }

    boolean at(Moment one) {
      return moment == one;
    }
  }

  /** Behind the name of a process, where bytes of its log went. */
  static final String POWER_CUT = ": power cut, unsynced writes dropped";

  /** Behind the name of a process, where something was refused for want of room. */
  static final String FULL_DISK = ": disk full";

  private static final long NO_LIMIT = 1_073_741_823;
  private static final long FULL = 2;

  private final String process;
  private final Happened happened;
  private final Map<Path, Long> synced = new HashMap<>();
  private final Set<Path> withoutRoom = new HashSet<>();
  private final AtomicReference<@Nullable Runnable> atNextPush = new AtomicReference<>();
  private final AtomicBoolean opening = new AtomicBoolean(true);
  private Runnable atDeath = () -> {};
  private @Nullable Kill kill;
  private int seen;
  private int full;
  private int limited;
  private boolean dead;

  /**
   * @param process what it is called where it is counted
   */
  Fate(String process, Happened happened) {
    this.process = process;
    this.happened = happened;
  }

  /** Does this at the very moment of death, while the files are as they were left. */
  synchronized void atDeath(Runnable work) {
    atDeath = work;
  }

  /** Does this within the next transaction of a ledger, before anything is written. */
  void atNextPush(Runnable work) {
    atNextPush.set(work);
  }

  synchronized void arm(Kill next) {
    kill = next;
    seen = 0;
  }

  /** The next transactions, this many, find no room. */
  synchronized void fill(int transactions) {
    full = transactions;
  }

  synchronized void calm() {
    kill = null;
    full = 0;
    atNextPush.set(null);
  }

  /** How many transactions have found no room by now, whether they needed any or not. */
  synchronized int limited() {
    return limited;
  }

  /** How many transactions were about to be committed since it was armed. */
  synchronized int seen() {
    return seen;
  }

  synchronized boolean isDead() {
    return dead;
  }

  @Override
  public void begun(Database database, Handle handle) {
    if (isLedger(database)) {
      // The first that a life commits only opens the ledger; who pushes meanwhile does not wait in
      // its queue.
      Runnable work = opening.get() ? null : atNextPush.getAndSet(null);
      if (work != null) {
        work.run();
      }
    }
    limit(database, handle);
  }

  private static Path file(Database database) {
    return Path.of(database.describe());
  }

  private static boolean isLedger(Database database) {
    return database.describe().endsWith(SimulatedServer.BUREAU + ".db")
        || database.describe().endsWith("bureau_" + SimulatedServer.BUREAU);
  }

  /** PostgreSQL is a process of its own: what it has committed, no death of the server takes. */
  private static boolean isFile(Database database) {
    return database instanceof SqliteDatabase;
  }

  private synchronized void limit(Database database, Handle handle) {
    requireAlive();
    if (isFile(database)) {
      limitFile(file(database), handle);
    }
    if (full > 0) {
      full--;
      limited++;
      withoutRoom.add(file(database));
    } else {
      withoutRoom.remove(file(database));
    }
  }

  private void limitFile(Path file, Handle handle) {
    // What its log has before the first transaction of this life is of an earlier one.
    synced.putIfAbsent(file, length(log(file)));
    // The log only grows, so that its length tells what of it was synced.
    pragma(handle, "wal_autocheckpoint = 0");
    pragma(handle, "max_page_count = " + (full > 0 ? 1 : NO_LIMIT));
  }

  @Override
  public synchronized void committing(Database database, Handle handle) {
    if (withoutRoom.remove(file(database))) {
      // What fits in pages that there are still makes the log grow, for which there is no room.
      throw noRoom();
    }
    committing();
    if (!isFile(database) && isDue(Moment.IN_COMMIT) && isLost()) {
      die();
    }
  }

  /** Whether a commit that was sent as the server died had not arrived at PostgreSQL. */
  private boolean isLost() {
    return kill != null && kill.kept() < Kill.ALL / 2;
  }

  @Override
  public synchronized void committed(Database database, Handle handle) {
    if (isDue(Moment.IN_COMMIT)) {
      die();
    }
    if (isLedger(database)) {
      opening.set(false);
    }
    if (isFile(database) && pragma(handle, "synchronous") >= FULL) {
      synced.put(file(database), length(log(file(database))));
    }
    committed();
  }

  private static long pragma(Handle handle, String pragma) {
    try (Statement statement = handle.getConnection().createStatement()) {
      boolean answered = statement.execute("PRAGMA " + pragma);
      if (!answered) {
        return 0;
      }
      try (ResultSet row = statement.getResultSet()) {
        return row.next() ? row.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As a transaction begins where there is no database. */
  synchronized void begun() {
    requireAlive();
    if (full > 0) {
      full--;
      limited++;
      throw noRoom();
    }
    committing();
  }

  private static StorageException noRoom() {
    return new StorageException("the disk is full", null);
  }

  private void committing() {
    requireAlive();
    seen++;
    if (isDue(Moment.BEFORE_COMMIT)) {
      die();
    }
  }

  /** As a transaction ends where there is no database, and so no half of one. */
  synchronized void committed() {
    if (isDue(Moment.AFTER_COMMIT) || isDue(Moment.IN_COMMIT)) {
      die();
    }
  }

  private boolean isDue(Moment moment) {
    return kill != null && seen - 1 == kill.transaction() && kill.at(moment);
  }

  private void requireAlive() {
    if (dead) {
      throw new Killed();
    }
  }

  private void die() {
    dead = true;
    if (kill != null) {
      happened.count(process + ": killed " + kill.moment().said());
      happened.count(process + ": killed at transaction " + (1 + kill.transaction()));
    }
    atDeath.run();
    throw new Killed();
  }

  /** Copies a database as its dead process, or the power cut that killed it, left it. */
  synchronized void copy(Path file, Path target) {
    try {
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
      if (Files.exists(log(file))) {
        Files.copy(log(file), log(target));
        cut(log(target), synced.get(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes from the end of a log what the power cut takes, perhaps half a frame.
   *
   * @param synced how much of it is on the disk; null where nothing was written to it in this life
   */
  private void cut(Path log, @Nullable Long synced) throws IOException {
    long unsynced = synced == null ? 0 : length(log) - synced;
    if (kill == null || synced == null || unsynced <= 0) {
      return;
    }
    long kept = unsynced * kill.kept() / Kill.ALL;
    if ((kill.powerCut() || kill.at(Moment.IN_COMMIT)) && kept < unsynced) {
      happened.count(process + POWER_CUT);
      try (RandomAccessFile cut = new RandomAccessFile(log.toFile(), "rw")) {
        cut.setLength(synced + kept);
      }
    }
  }

  private static Path log(Path file) {
    return file.resolveSibling(file.getFileName() + "-wal");
  }

  private static long length(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
