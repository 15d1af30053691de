package cn.anxun.core.sync;

import java.time.Duration;
import java.util.Optional;

/** Why a sync cannot go on; the engine makes the {@link SyncOutcome} of it. */
sealed interface Halt {
  record Offline(RemoteAnswer.Reason reason) implements Halt {}

  record Refused(Problem problem, Optional<Duration> retryAfter) implements Halt {}

  record Revoked(Problem problem) implements Halt {}

  record UpgradeNeeded(Problem problem) implements Halt {}

  /** Whether what hinders pulling says nothing against pushing, which is open to every device. */
  default boolean leavesPushing() {
    return this instanceof Revoked
        || this instanceof UpgradeNeeded
        || (this instanceof Refused refused && refused.problem().status() == 403);
  }

  /**
   * Whether what hinders pushing says nothing against asking: a revoked device's inbox that is full
   * must not keep the device from learning that it was revoked.
   */
  default boolean leavesAsking() {
    return this instanceof Refused refused && refused.problem().code().equals(Problem.INBOX_FULL);
  }

  /** The halt that an answer means; empty for one that answers. */
  static Optional<Halt> of(RemoteAnswer<?> answer) {
    if (answer instanceof RemoteAnswer.Offline<?> offline) {
      return Optional.of(new Offline(offline.reason()));
    } else if (answer instanceof RemoteAnswer.Refused<?> refused) {
      return Optional.of(new Refused(refused.problem(), refused.retryAfter()));
    } else if (answer instanceof RemoteAnswer.TooLarge<?> tooLarge) {
      return Optional.of(new Refused(tooLarge.problem(), Optional.empty()));
    } else if (answer instanceof RemoteAnswer.Unauthorized<?> unauthorized) {
      return Optional.of(new Revoked(unauthorized.problem()));
    } else if (answer instanceof RemoteAnswer.UpgradeNeeded<?> upgrade) {
      return Optional.of(new UpgradeNeeded(upgrade.problem()));
    }
    return Optional.empty();
  }
}
