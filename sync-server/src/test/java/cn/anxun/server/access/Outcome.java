package cn.anxun.server.access;

import java.net.http.HttpResponse;
import org.assertj.core.api.Assertions;

/** What became of a request. */
enum Outcome {
  /** Let in: the answer, or what is wrong with the request. */
  ANSWERED,
  /** Let in no further than the administrator's inbox. */
  HELD,
  /** 401, or sent to the login. */
  UNKNOWN,
  /** 403. */
  REFUSED;

  /**
   * Of this answer.
   *
   * @throws AssertionError where the server failed, or limits the rate
   */
  static Outcome of(HttpResponse<String> answer) {
    Assertions.assertThat(answer.statusCode())
        .as("%s %s", answer.request().method(), answer.request().uri())
        .isLessThan(500)
        .isNotEqualTo(429);
    if (answer.statusCode() == 401 || isToLogin(answer)) {
      return UNKNOWN;
    }
    if (answer.statusCode() == 403) {
      return REFUSED;
    }
    boolean held = answer.request().uri().getPath().equals("/api/v1/entries");
    return held && answer.body().contains("\"held\":true") ? HELD : ANSWERED;
  }

  private static boolean isToLogin(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").filter("/login"::equals).isPresent()
        && answer.statusCode() == 303;
  }
}
