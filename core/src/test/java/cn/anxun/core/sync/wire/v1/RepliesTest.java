package cn.anxun.core.sync.wire.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.sync.Problem;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteAnswer.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepliesTest {
  private final Replies replies =
      new Replies(Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    "400,bad-request,Refused",
    "401,unknown-token,Unauthorized",
    "403,forbidden,Refused",
    "413,body-too-large,TooLarge",
    "413,too-many-entries,TooLarge",
    "413,inbox-full,Refused",
    "426,upgrade-needed,UpgradeNeeded",
    "429,too-many-requests,Refused",
    "500,internal,Refused"
  })
  void answer_whenAProblem_isWhatItsStatusSays(int status, String code, String answer) {
    Problem problem = Problem.of(status, code, "t", "d");

    RemoteAnswer<?> read = read(status, MediaTypes.PROBLEM, ProblemJson.write(problem));

    assertThat(read.getClass().getSimpleName()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "200,text/html",
    "200,application/json",
    "200,''",
    "302,text/html",
    "403,text/html",
    "404,text/html",
    "511,text/html"
  })
  void answer_whenNotOfOurMediaType_isOffline(int status, String contentType) {
    assertThat(read(status, contentType, "<html></html>".getBytes(UTF_8)))
        .isEqualTo(new RemoteAnswer.Offline<>(Reason.NOT_OURS));
  }

  @ParameterizedTest
  @CsvSource({"413,TooLarge", "429,Refused", "502,Refused", "503,Refused"})
  void answer_whenAProxySaysSoInItsOwnWords_isBelieved(int status, String answer) {
    assertThat(read(status, "text/html", new byte[0]).getClass().getSimpleName()).isEqualTo(answer);
  }

  @Test
  void answer_whenOurMediaTypeCutShort_isUnreadable() {
    assertThat(read(200, MediaTypes.V1, "{\"receipts\":[{\"id\"".getBytes(UTF_8)))
        .isEqualTo(new RemoteAnswer.Offline<>(Reason.UNREADABLE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120|PT2M",
        "Mon, 2 Mar 2026 01:00:30 GMT|PT30S",
        "Mon, 2 Mar 2026 00:00:00 GMT|PT0S"
      })
  void answer_whenRetryAfterIsGiven_readsSecondsAndDates(String header, Duration wait) {
    assertThat(retryAfter(header)).contains(wait);
  }

  @Test
  void answer_whenRetryAfterMakesNoSense_hasNone() {
    assertThat(retryAfter("soon")).isEmpty();
  }

  private Optional<Duration> retryAfter(String header) {
    RemoteAnswer<?> answer =
        replies.answer(
            new Replies.Reply(503, "text/html", Optional.of(header), new byte[0]),
            PushReplyJson::read);
    return ((RemoteAnswer.Refused<?>) answer).retryAfter();
  }

  private RemoteAnswer<?> read(int status, String contentType, byte[] body) {
    return replies.answer(
        new Replies.Reply(status, contentType, Optional.empty(), body), PushReplyJson::read);
  }
}
