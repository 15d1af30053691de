package cn.anxun.app.feature.sync;

import java.time.Instant;
import java.util.Optional;

/**
 * How 核对 stands.
 *
 * @param taken entries compared or pulled so far, while it runs
 * @param here entries that the phone holds
 * @param there entries that the server holds for it
 * @param unsent entries of one's own that no comparison covers
 * @param until when the last sync was done, as of which it holds
 * @param sentence what the server said as it refused
 */
record CheckState(
    Phase phase,
    boolean repaired,
    long taken,
    long here,
    long there,
    int unsent,
    Optional<Instant> until,
    String sentence) {

  /** Where it is, or how it ended. */
  enum Phase {
    IDLE,
    COMPARING,
    REPAIRING,
    SAME,
    DIFFERENT,
    SYNC_FIRST,
    OFFLINE,
    REVOKED,
    REFUSED,
    FAILED;

    boolean isRunning() {
      return this == COMPARING || this == REPAIRING;
    }
  }

  static final CheckState IDLE = of(Phase.IDLE, "");

  static CheckState of(Phase phase, String sentence) {
    return new CheckState(phase, false, 0, 0, 0, 0, Optional.empty(), sentence);
  }

  static CheckState running(Phase phase, long taken) {
    return new CheckState(phase, false, taken, 0, 0, 0, Optional.empty(), "");
  }

  static CheckState same(boolean repaired, long count, int unsent, Optional<Instant> until) {
    return new CheckState(Phase.SAME, repaired, 0, count, count, unsent, until, "");
  }

  static CheckState different(long here, long there, int unsent) {
    return new CheckState(Phase.DIFFERENT, false, 0, here, there, unsent, Optional.empty(), "");
  }
}
