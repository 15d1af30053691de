package cn.anxun.server.simulation;

import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.storage.TransactionWatch;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What befalls one process at its disk: it is killed at a transaction, before or after the commit,
 * or finds the disk full. Knows how much of each write-ahead log was synced, so that what was not
 * can be dropped as a power cut does.
 */
final class Fate implements TransactionWatch {
  /** At which transaction from now on the process dies. */
  record Kill(int transaction, boolean afterCommit, boolean powerCut) {}

  private static final long NO_LIMIT = 1_073_741_823;
  private static final long FULL = 2;

  private final Map<Path, Long> synced = new HashMap<>();
  private Runnable atDeath = () -> {};
  private @Nullable Kill kill;
  private int seen;
  private int full;
  private boolean dead;

  /** Does this at the very moment of death, while the files are as they were left. */
  synchronized void atDeath(Runnable work) {
    atDeath = work;
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
  }

  synchronized boolean isDead() {
    return dead;
  }

  @Override
  public synchronized void begun(SqliteDatabase database, Handle handle) {
    requireAlive();
    // The log only grows, so that its length tells what of it was synced.
    handle.execute("PRAGMA wal_autocheckpoint = 0");
    handle.execute("PRAGMA max_page_count = " + (full > 0 ? 1 : NO_LIMIT));
    full = Math.max(0, full - 1);
  }

  @Override
  public synchronized void committing(SqliteDatabase database, Handle handle) {
    requireAlive();
    if (kill != null && seen++ == kill.transaction() && !kill.afterCommit()) {
      die();
    }
  }

  @Override
  public synchronized void committed(SqliteDatabase database, Handle handle) {
    if (handle.createQuery("PRAGMA synchronous").mapTo(Long.class).one() >= FULL) {
      synced.put(database.file(), length(log(database.file())));
    }
    if (kill != null && seen - 1 == kill.transaction() && kill.afterCommit()) {
      die();
    }
  }

  private void requireAlive() {
    if (dead) {
      throw new Killed();
    }
  }

  private void die() {
    dead = true;
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
        if (kill != null && kill.powerCut()) {
          try (RandomAccessFile cut = new RandomAccessFile(log(target).toFile(), "rw")) {
            cut.setLength(Math.min(cut.length(), synced.getOrDefault(file, 0L)));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
