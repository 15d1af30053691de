package cn.anxun.app.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How sync stands, for the honest line: nothing is called sent that the server has not given its
 * receipt for.
 *
 * @param how the last sync ended, or whether one is under way
 * @param waiting entries to be sent
 * @param toMend entries that the server did not take, to be mended by a person
 * @param held entries handed over into the inbox of revoked devices
 * @param lastDone when a sync last came to its end
 * @param sentence what the server said as it refused; "" where it said nothing
 * @param clockOff how far the phone's clock is ahead of the server's, where it is too far
 */
public record SyncStatus(
    How how,
    int waiting,
    int toMend,
    int held,
    Optional<Instant> lastDone,
    String sentence,
    Optional<Duration> clockOff) {

  /** Before anything is known. */
  public static final SyncStatus UNKNOWN =
      new SyncStatus(How.NEVER, 0, 0, 0, Optional.empty(), "", Optional.empty());

  /** How the last sync ended. */
  public enum How {
    NEVER,
    RUNNING,
    DONE,
    OFFLINE,
    /** Something answered that is not the server: another's key, or a network's own page. */
    NOT_OURS,
    /** The server is there and would not. */
    REFUSED,
    REVOKED,
    UPGRADE_NEEDED,
    /** The phone's own disk would not. */
    FAILED
  }

  /** What comes first in the line: what a person must do goes before what passes by itself. */
  public enum Line {
    REVOKED,
    TO_MEND,
    UPGRADE_NEEDED,
    FAILED,
    RUNNING,
    OFFLINE,
    NOT_OURS,
    REFUSED,
    WAITING,
    SYNCED,
    NEVER
  }

  public Line line() {
    if (how == How.REVOKED) {
      return Line.REVOKED;
    } else if (toMend > 0) {
      return Line.TO_MEND;
    }
    return switch (how) {
      case UPGRADE_NEEDED -> Line.UPGRADE_NEEDED;
      case FAILED -> Line.FAILED;
      case RUNNING -> Line.RUNNING;
      case OFFLINE -> Line.OFFLINE;
      case NOT_OURS -> Line.NOT_OURS;
      case REFUSED -> Line.REFUSED;
      case DONE, NEVER, REVOKED ->
          waiting > 0 ? Line.WAITING : lastDone.isPresent() ? Line.SYNCED : Line.NEVER;
    };
  }
}
