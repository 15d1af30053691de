package cn.anxun.server.serve;

import cn.anxun.server.backup.NightlyBackup;
import cn.anxun.server.file.FileSweep;
import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server does by itself, one after the other: cleans up, and backs up each night. */
final class Duties implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Duties.class);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int SWEPT_EACH_MINUTES = 60;
  private static final long STOP_SECONDS = 30;
  private static final Duration KEPT_BEFORE_UPGRADE = Duration.ofDays(30);

  private final DataDirectory data;
  private final Clock clock;
  private final Duration minute;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "duties");
            thread.setDaemon(true);
            return thread;
          });

  private Duties(DataDirectory data, Clock clock, Duration minute) {
    this.data = data;
    this.clock = clock;
    this.minute = minute;
  }

  /**
   * Begins; all of it ends with {@link #close}.
   *
   * @param lastRequest when somebody last asked the server for something
   */
  static Duties begin(
      DataDirectory data, FileSweep sweep, Supplier<Optional<Instant>> lastRequest, Clock clock) {
    return begin(data, sweep::sweep, lastRequest, clock, MINUTE);
  }

  /** The same at another pace: {@code minute} is how long a minute between two looks takes. */
  static Duties begin(
      DataDirectory data,
      Runnable sweep,
      Supplier<Optional<Instant>> lastRequest,
      Clock clock,
      Duration minute) {
    Duties duties = new Duties(data, clock, minute);
    NightlyBackup backup = new NightlyBackup(data, clock, lastRequest, duties.worker::isShutdown);
    duties.every(SWEPT_EACH_MINUTES, SWEPT_EACH_MINUTES, sweep);
    duties.every(0, SWEPT_EACH_MINUTES, duties::forgetOldVersions);
    duties.every(1, 1, backup::tick);
    return duties;
  }

  /**
   * What fails is tried again when its time comes: the worker would never do it again by itself.
   */
  private void every(int first, int minutes, Runnable duty) {
    Future<?> unused =
        worker.scheduleWithFixedDelay(
            () -> {
              try {
                duty.run();
              } catch (RuntimeException | LinkageError e) {
                LOG.error("a duty failed, and is tried again in {} minutes", minutes, e);
              }
            },
            minute.multipliedBy(first).toMillis(),
            minute.multipliedBy(minutes).toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private void forgetOldVersions() {
    try {
      data.deleteBeforeUpgrade(clock.instant().minus(KEPT_BEFORE_UPGRADE));
    } catch (IOException e) {
      LOG.warn("copies from before an upgrade cannot be cleaned away: {}", e.getMessage());
    }
  }

  /** Lets what is under way finish, or give up: the ledgers are closed after it. */
  @Override
  public void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
