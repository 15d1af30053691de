package cn.anxun.server.file;

import cn.anxun.server.file.FileRefusedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * How much each sender has sent since its day began, so that one phone gone wrong does not fill the
 * disk for all. A restart begins anew.
 */
final class DailyBytes {
  private static final Duration DAY = Duration.ofDays(1);

  private record Used(Instant since, long bytes) {}

  private final InstantSource clock;
  private final long max;
  private final Map<Uploads.Sender, Used> used = new HashMap<>();

  DailyBytes(InstantSource clock, long max) {
    this.clock = clock;
    this.max = max;
  }

  /**
   * Sees to it that the sender may send more.
   *
   * @throws FileRefusedException QUOTA, with the seconds until it may
   */
  synchronized void check(Uploads.Sender sender) throws FileRefusedException {
    Instant now = clock.instant();
    used.values().removeIf(one -> one.since().plus(DAY).isBefore(now));
    Used one = used.get(sender);
    if (one != null && one.bytes() >= max) {
      long seconds = Math.max(1, Duration.between(now, one.since().plus(DAY)).toSeconds());
      throw new FileRefusedException(Reason.QUOTA, seconds);
    }
  }

  synchronized void add(Uploads.Sender sender, long bytes) {
    Instant now = clock.instant();
    used.merge(
        sender,
        new Used(now, bytes),
        (old, more) -> new Used(old.since(), old.bytes() + more.bytes()));
  }
}
