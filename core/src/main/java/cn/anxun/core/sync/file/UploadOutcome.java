package cn.anxun.core.sync.file;

import cn.anxun.core.sync.Problem;
import cn.anxun.core.sync.RemoteAnswer;
import java.time.Duration;
import java.util.Optional;

/** How a run ended. Whatever it was, what the server has stays there, and the next run goes on. */
public sealed interface UploadOutcome {
  UploadCounts counts();

  /**
   * All that could be sent was.
   *
   * @param next how long until a file that failed alone may be tried again
   */
  record Done(UploadCounts counts, Optional<Duration> next) implements UploadOutcome {}

  /** No server to be reached, or a network that lets nothing through. */
  record Offline(RemoteAnswer.Reason reason, UploadCounts counts, Duration retryAfter)
      implements UploadOutcome {}

  /** The server takes no files, now or of this account. */
  record Refused(Problem problem, UploadCounts counts, Duration retryAfter)
      implements UploadOutcome {}

  /** The device or its account may send nothing more; the files stay. */
  record Revoked(Problem problem, UploadCounts counts) implements UploadOutcome {}

  record UpgradeNeeded(Problem problem, UploadCounts counts) implements UploadOutcome {}

  /** Somebody ended it. */
  record Cancelled(UploadCounts counts) implements UploadOutcome {}
}
