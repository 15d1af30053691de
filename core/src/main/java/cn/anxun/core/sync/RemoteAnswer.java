package cn.anxun.core.sync;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of a request to the server.
 *
 * @param <T> what a server that could do it answers
 */
public sealed interface RemoteAnswer<T> {

  /** The server did it. */
  record Answered<T>(T value) implements RemoteAnswer<T> {}

  /**
   * There is no server to be talked to now, or its answer was lost; whether it did it is not known.
   */
  record Offline<T>(Reason reason) implements RemoteAnswer<T> {}

  /** The server will not do it, now or at all. */
  record Refused<T>(Problem problem, Optional<Duration> retryAfter) implements RemoteAnswer<T> {}

  /** The request is larger than the server, or something on the way to it, lets through. */
  record TooLarge<T>(Problem problem) implements RemoteAnswer<T> {}

  /** The token is not, or no longer, good. */
  record Unauthorized<T>(Problem problem) implements RemoteAnswer<T> {}

  /** The server does not speak with this version; it still takes what is pushed. */
  record UpgradeNeeded<T>(Problem problem) implements RemoteAnswer<T> {}

  /** Why nothing usable came back. */
  enum Reason {
    /** No connection was made, so nothing was sent. */
    UNREACHABLE,
    /** Something was sent; no whole answer came back in time. */
    LOST,
    /** What answered is not our server: a captive portal, a proxy. */
    NOT_OURS,
    /** The answer has our media type and cannot be read: cut short or garbled. */
    UNREADABLE;

    /** Whether the server may have done it all the same. */
    public boolean mayHaveArrived() {
      return this == LOST || this == UNREADABLE;
    }
  }
}
