package cn.anxun.server.phone;

import cn.anxun.core.sync.Problem;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.wire.v1.MalformedMessageException;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.core.sync.wire.v1.ProblemJson;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Tells from a reply what it means to a phone, as {@code docs/sync-protocol.md} has it. */
final class Replies {
  private static final int TOO_LARGE = 413;
  private static final int UNAUTHORIZED = 401;
  private static final int UPGRADE_REQUIRED = 426;
  private static final int FIRST_ERROR = 400;

  /** Reads a message of our media type. */
  interface Reader<T> {
    T read(byte[] body) throws MalformedMessageException;
  }

  private final Clock clock;

  Replies(Clock clock) {
    this.clock = clock;
  }

  <T> RemoteAnswer<T> answer(Network.Result result, Reader<T> reader) {
    if (!(result instanceof Network.Result.Reply reply)) {
      return new RemoteAnswer.Offline<>(((Network.Result.Failed) result).reason());
    }
    try {
      if (reply.status() < FIRST_ERROR && MediaTypes.matches(reply.contentType(), MediaTypes.V1)) {
        return new RemoteAnswer.Answered<>(reader.read(reply.body()));
      }
      if (reply.status() >= FIRST_ERROR
          && MediaTypes.matches(reply.contentType(), MediaTypes.PROBLEM)) {
        return refusal(ProblemJson.read(reply.body(), reply.status()), retryAfter(reply));
      }
    } catch (MalformedMessageException e) {
      return new RemoteAnswer.Offline<>(RemoteAnswer.Reason.UNREADABLE);
    }
    return strange(reply);
  }

  /**
   * Not of our media types: a proxy that says it is too much or too many is believed, all else is
   * nobody we know.
   */
  private <T> RemoteAnswer<T> strange(Network.Result.Reply reply) {
    Problem problem = Problem.of(reply.status(), "", "HTTP " + reply.status(), "");
    return switch (reply.status()) {
      case TOO_LARGE -> new RemoteAnswer.TooLarge<>(problem);
      case 429, 502, 503, 504 -> new RemoteAnswer.Refused<>(problem, retryAfter(reply));
      default -> new RemoteAnswer.Offline<>(RemoteAnswer.Reason.NOT_OURS);
    };
  }

  private static <T> RemoteAnswer<T> refusal(Problem problem, Optional<Duration> retryAfter) {
    return switch (problem.status()) {
      case UNAUTHORIZED -> new RemoteAnswer.Unauthorized<>(problem);
      case UPGRADE_REQUIRED -> new RemoteAnswer.UpgradeNeeded<>(problem);
      case TOO_LARGE ->
          problem.code().equals("inbox-full")
              ? new RemoteAnswer.Refused<>(problem, retryAfter)
              : new RemoteAnswer.TooLarge<>(problem);
      default -> new RemoteAnswer.Refused<>(problem, retryAfter);
    };
  }

  /** In seconds, or a date as RFC 9110 writes it; empty for what is neither. */
  private Optional<Duration> retryAfter(Network.Result.Reply reply) {
    return reply.retryAfter().flatMap(this::duration);
  }

  private Optional<Duration> duration(String text) {
    try {
      if (text.trim().matches("\\d{1,9}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(text.trim())));
      }
      ZonedDateTime date = ZonedDateTime.parse(text.trim(), DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration until = Duration.between(clock.instant(), date.toInstant());
      return Optional.of(until.isNegative() ? Duration.ZERO : until);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
