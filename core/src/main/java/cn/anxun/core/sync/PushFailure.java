package cn.anxun.core.sync;

import java.util.Optional;

/**
 * A failure that may lie in what was pushed, rather than in the server or the way to it.
 *
 * @param name the same for identical failures
 * @param halt how the sync ends where it is not the entries' fault
 * @param repeats whether the same batch may be sent again at once, because a second answer tells
 * @param convicts whether an entry that fails so alone is at fault. A batch that was lost is halved
 *     too, for a weak network passes small ones, but a loss says nothing against an entry
 */
record PushFailure(String name, Halt halt, boolean repeats, boolean convicts) {
  /** Batches up to this are not made smaller for being lost. */
  static final int SMALL = 16;

  private static final int BAD_REQUEST = 400;
  private static final int UNPROCESSABLE = 422;
  private static final int INTERNAL_ERROR = 500;

  /** Empty for an answer that says nothing about the batch. */
  static Optional<PushFailure> of(RemoteAnswer<PushReply> answer) {
    Halt halt = Halt.of(answer).orElse(null);
    if (halt == null) {
      return Optional.empty();
    }
    if (answer instanceof RemoteAnswer.TooLarge<PushReply>) {
      return Optional.of(new PushFailure("too-large", halt, true, true));
    }
    if (answer instanceof RemoteAnswer.Refused<PushReply> refused) {
      int status = refused.problem().status();
      if (refused.problem().code().equals(Problem.DAMAGED)) {
        return Optional.empty();
      }
      boolean fault = status == BAD_REQUEST || status == UNPROCESSABLE;
      return fault || status == INTERNAL_ERROR
          ? Optional.of(
              new PushFailure((status + " " + refused.problem().code()).trim(), halt, fault, true))
          : Optional.empty();
    }
    return answer instanceof RemoteAnswer.Offline<PushReply> offline
            && offline.reason().mayHaveArrived()
        ? Optional.of(new PushFailure("lost", halt, false, false))
        : Optional.empty();
  }

  boolean isTooLarge() {
    return name.equals("too-large");
  }
}
