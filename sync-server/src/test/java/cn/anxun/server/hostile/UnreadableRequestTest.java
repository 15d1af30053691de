package cn.anxun.server.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.http.v1.RunningServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests that are refused before a route sees them, or while it reads them. */
final class UnreadableRequestTest {
  private static RunningServer running;
  private static RawHttp http;

  @BeforeAll
  static void start() {
    running = RunningServer.start();
    http = new RawHttp(running.address());
  }

  @AfterAll
  static void stop() {
    http.close();
    running.close();
  }

  private static Answer send(String method, String path, Map<String, String> headers)
      throws Exception {
    return http.send(new Draft(method, path, "", headers, new byte[0]).bytes());
  }

  @Test
  void request_whoseHeadersCannotBeRead_isAProblemOfTheApi() throws Exception {
    for (String method : List.of("GET", "DELETE")) {
      Answer answer = send(method, "/api/v1/entries", Map.of("X-Odd", "a\u0000b"));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.contentType()).startsWith("application/problem+json");
      assertThat(Visitor.utf8(answer.body())).contains("\"code\":\"bad-request\"", "请求有误");
    }
  }

  @Test
  void request_whoseHeadersCannotBeRead_isAPageInWordsElsewhere() throws Exception {
    Answer answer = send("GET", "/figures", Map.of("X-Odd", "x".repeat(70_000)));
    assertThat(answer.status()).isEqualTo(431);
    assertThat(answer.contentType()).startsWith("text/html");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(Visitor.utf8(answer.body())).contains("请求有误").doesNotContain("HTTP ERROR");
  }

  @Test
  void path_whosePercentSignsMeanNothing_is400() throws Exception {
    Answer answer = send("GET", "/api/v1/indicators/%u0041", Map.of());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  @Test
  void form_whoseEndNeverComes_is400() throws Exception {
    Draft draft =
        new Draft("POST", "/login", "", Map.of(Draft.LENGTH, "1000"), new byte[0])
            .withBody(SpoiledForms.FORM, "csrf=x".getBytes(StandardCharsets.UTF_8));
    assertThat(http.send(draft.bytes()).status()).isEqualTo(400);
  }
}
