package cn.anxun.core.sync;

import java.time.Duration;

/** How a sync ended. Whatever it was, nothing is lost, and what was done before the end is kept. */
public sealed interface SyncOutcome {
  /** The HTTP status of a request whose token is not in force. */
  int UNAUTHORIZED = 401;

  SyncCounts counts();

  /** Everything that could be sent was, and everything there was to be seen is here. */
  record Done(SyncCounts counts) implements SyncOutcome {}

  /** No server to be reached. */
  record Offline(RemoteAnswer.Reason reason, SyncCounts counts, Duration retryAfter)
      implements SyncOutcome {}

  /**
   * The server is there and does not want to, now or with what was asked; try again after the wait.
   */
  record Refused(Problem problem, SyncCounts counts, Duration retryAfter) implements SyncOutcome {}

  /**
   * The device or its account may no longer pull; what is unsent stays, and is still handed over
   * where the server takes it.
   */
  record Revoked(Problem problem, SyncCounts counts) implements SyncOutcome {

    /** Whether the server says that this very device was revoked: what was pulled must go. */
    public boolean isDevice() {
      return problem.status() == UNAUTHORIZED && problem.code().equals(Problem.DEVICE_REVOKED);
    }

    /** Whether the server says that the account may no longer, until somebody changes that. */
    public boolean isAccount() {
      return problem.status() == UNAUTHORIZED && problem.code().equals(Problem.ACCESS_WITHDRAWN);
    }
  }

  /** The app must be updated to see what is new; what it recorded was sent. */
  record UpgradeNeeded(Problem problem, SyncCounts counts) implements SyncOutcome {}
}
