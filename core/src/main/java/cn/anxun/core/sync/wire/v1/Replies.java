package cn.anxun.core.sync.wire.v1;

import cn.anxun.core.sync.Problem;
import cn.anxun.core.sync.RemoteAnswer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Tells from a reply what it means to a phone, as {@code docs/sync-protocol.md} has it. */
public final class Replies {
  private static final int TOO_LARGE = 413;
  private static final int UNAUTHORIZED = 401;
  private static final int UPGRADE_REQUIRED = 426;
  private static final int FIRST_ERROR = 400;

  /** Reads a message of our media type. */
  public interface Reader<T> {
    T read(byte[] body) throws MalformedMessageException;
  }

  private final Clock clock;

  /**
   * A reply, whoever gave it.
   *
   * @param contentType "" where there is none
   * @param retryAfter the header of this name
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Reply(int status, String contentType, Optional<String> retryAfter, byte[] body) {}

  /**
   * @param clock for a Retry-After that names a date
   */
  public Replies(Clock clock) {
    this.clock = clock;
  }

  public <T> RemoteAnswer<T> answer(Reply reply, Reader<T> reader) {
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
  private <T> RemoteAnswer<T> strange(Reply reply) {
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
          problem.code().equals(Problem.INBOX_FULL)
              ? new RemoteAnswer.Refused<>(problem, retryAfter)
              : new RemoteAnswer.TooLarge<>(problem);
      default -> new RemoteAnswer.Refused<>(problem, retryAfter);
    };
  }

  /** In seconds, or a date as RFC 9110 writes it; empty for what is neither. */
  private Optional<Duration> retryAfter(Reply reply) {
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
