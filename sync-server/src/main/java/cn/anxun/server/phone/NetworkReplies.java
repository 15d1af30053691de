package cn.anxun.server.phone;

import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.wire.v1.Replies;
import java.time.Clock;

/** Tells from what a network brought what it means to a phone. */
final class NetworkReplies {
  private final Replies replies;

  /**
   * @param clock for a Retry-After that names a date
   */
  NetworkReplies(Clock clock) {
    this.replies = new Replies(clock);
  }

  <T> RemoteAnswer<T> answer(Network.Result result, Replies.Reader<T> reader) {
    return result instanceof Network.Result.Reply came
        ? replies.answer(
            new Replies.Reply(came.status(), came.contentType(), came.retryAfter(), came.body()),
            reader)
        : new RemoteAnswer.Offline<>(((Network.Result.Failed) result).reason());
  }
}
