package cn.anxun.core.sync.file;

import cn.anxun.core.sync.Problem;
import cn.anxun.core.sync.RemoteAnswer;
import java.time.Duration;
import java.util.Optional;

/** Why a run cannot go on; the engine makes the {@link UploadOutcome} of it. */
sealed interface Stop {
  record Offline(RemoteAnswer.Reason reason) implements Stop {}

  record Refused(Problem problem, Optional<Duration> retryAfter) implements Stop {}

  record Revoked(Problem problem) implements Stop {}

  record UpgradeNeeded(Problem problem) implements Stop {}

  record Cancelled() implements Stop {}

  /** The stop that an answer means which is none. */
  static Stop of(RemoteAnswer<?> answer) {
    if (answer instanceof RemoteAnswer.Refused<?> refused) {
      return new Refused(refused.problem(), refused.retryAfter());
    } else if (answer instanceof RemoteAnswer.TooLarge<?> tooLarge) {
      return new Refused(tooLarge.problem(), Optional.empty());
    } else if (answer instanceof RemoteAnswer.Unauthorized<?> unauthorized) {
      return new Revoked(unauthorized.problem());
    } else if (answer instanceof RemoteAnswer.UpgradeNeeded<?> upgrade) {
      return new UpgradeNeeded(upgrade.problem());
    } else if (answer instanceof RemoteAnswer.Offline<?> offline) {
      return new Offline(offline.reason());
    }
    throw new IllegalArgumentException("an answer stops nothing");
  }
}
