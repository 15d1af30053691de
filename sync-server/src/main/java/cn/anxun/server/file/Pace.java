package cn.anxun.server.file;

import cn.anxun.server.file.FileRefusedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Sees to it that what comes, comes: one that sends a byte now and then would keep a place that
 * others need. The weakest network on which a photo ever ends is many times faster.
 */
final class Pace {
  private static final Duration WINDOW = Duration.ofSeconds(60);

  /** The least bytes of each window: 100 a second. */
  private static final long LEAST = 6_000;

  private final InstantSource clock;
  private Instant since;
  private long bytes;

  Pace(InstantSource clock) {
    this.clock = clock;
    this.since = clock.instant();
  }

  /**
   * Counts what came.
   *
   * @throws FileRefusedException SLOW where it was too little for too long
   */
  void took(int count) throws FileRefusedException {
    bytes += count;
    Instant now = clock.instant();
    if (!now.isBefore(since.plus(WINDOW))) {
      if (bytes < LEAST) {
        throw new FileRefusedException(Reason.SLOW);
      }
      since = now;
      bytes = 0;
    }
  }
}
