package cn.anxun.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Authentication;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.http.v1.SettableClock;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.serve.ServerOptions.Transport;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a session begins, under which id, and what ends it. */
final class SessionsTest {
  private static final String SECRET = "form-secret-of-this-browser";
  private static final String PLANTED = "planted-by-somebody-else-before-the-login-43ch";
  private final SettableClock clock = new SettableClock("2026-03-01T12:00:00Z");
  private RunningServer server;

  @BeforeEach
  void start() {
    start(new Transport.Loopback());
  }

  private void start(Transport transport) {
    server = RunningServer.start(ServerOptions.inProcess().withTransport(transport), clock);
    server.addAccount("li", Grant.of(RunningServer.BUREAU, Role.OFFICE));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Directory directory() {
    return server.server().directory();
  }

  private String session() {
    return directory().sessions().start("li", RunningServer.BUREAU).token();
  }

  private boolean isIn(String token) {
    return directory().sessions().authenticate(token) instanceof Authentication.Valid;
  }

  private HttpResponse<String> post(String path, String form, String session) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", Gate.COOKIE + '=' + session + "; anxun_form=" + SECRET)
            .POST(BodyPublishers.ofString(form + "&csrf=" + SECRET))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static String given(HttpResponse<String> answer, String cookie) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(header -> header.startsWith(cookie + '='))
        .findFirst()
        .orElseThrow();
  }

  private static String value(String cookie) {
    return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
  }

  private HttpResponse<String> login(String session) throws Exception {
    return post("/login", "account=li&password=" + RunningServer.PASSWORD, session);
  }

  @Test
  void login_givesANewId_whateverTheBrowserBrought() throws Exception {
    String first = value(given(login(PLANTED), Gate.COOKIE));
    assertThat(first).isNotEqualTo(PLANTED);
    assertThat(isIn(first)).isTrue();
    assertThat(isIn(PLANTED)).isFalse();
    String second = value(given(login(first), Gate.COOKIE));
    assertThat(second).isNotEqualTo(first);
    assertThat(isIn(first)).as("the session that the browser had before").isFalse();
  }

  @Test
  void cookies_areForNoScript_andNoOtherSite_andUnderHttpsForHttpsAlone() throws Exception {
    HttpResponse<String> plain = login(PLANTED);
    assertThat(given(plain, Gate.COOKIE)).contains("HttpOnly").contains("SameSite=Lax");
    assertThat(given(plain, "anxun_browser")).contains("HttpOnly").contains("SameSite=Strict");
    stop();
    start(new Transport.BehindProxy());
    HttpResponse<String> encrypted = login(PLANTED);
    assertThat(given(encrypted, Gate.COOKIE)).contains("Secure");
    assertThat(given(encrypted, "anxun_browser")).contains("Secure");
    assertThat(encrypted.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void logout_endsTheSession_andTakesTheCookie() throws Exception {
    String session = session();
    HttpResponse<String> answer = post("/logout", "x=y", session);
    assertThat(given(answer, Gate.COOKIE)).startsWith(Gate.COOKIE + "=;").contains("1970");
    assertThat(isIn(session)).isFalse();
  }

  @Test
  void ownNewPassword_endsEverySessionButTheNewOne_alsoWhenTheClockWentBack() throws Exception {
    String stolen = session();
    String own = session();
    clock.forward(Duration.ofHours(-2));
    HttpResponse<String> changed =
        post(
            "/password",
            "account=li&password="
                + RunningServer.PASSWORD
                + "&chosen=Another-horse-9&again=Another-horse-9",
            own);
    assertThat(isIn(stolen)).isFalse();
    assertThat(isIn(own)).isFalse();
    assertThat(isIn(value(given(changed, Gate.COOKIE)))).isTrue();
  }

  @Test
  void whatAnAdministratorChanges_endsTheSessions_andGivingItBackStartsNone() {
    List<Runnable> changes =
        List.of(
            () -> directory().accounts().resetPassword("li", "test"),
            () ->
                directory()
                    .accounts()
                    .grant("li", Grant.of(RunningServer.BUREAU, Role.SUPERVISOR), "test"),
            () -> {
              directory().accounts().setDisabled("li", true, "test");
              directory().accounts().setDisabled("li", false, "test");
            },
            () -> {
              directory().accounts().revokeGrant("li", RunningServer.BUREAU, "test");
              directory()
                  .accounts()
                  .grant("li", Grant.of(RunningServer.BUREAU, Role.OFFICE), "test");
            });
    for (Runnable change : changes) {
      String before = session();
      assertThat(isIn(before)).isTrue();
      clock.forward(Duration.ofHours(-1));
      change.run();
      assertThat(isIn(before)).isFalse();
    }
  }
}
