package cn.anxun.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Authentication;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.LoginOutcome;
import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.serve.ServerOptions.Transport;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  @Test
  void session_endsAfterHalfAnHourWithoutARequest_andAfterTwelveHoursInAnyCase() {
    String left = session();
    clock.forward(Duration.ofMinutes(29));
    assertThat(isIn(left)).isTrue();
    clock.forward(Duration.ofMinutes(30));
    assertThat(isIn(left)).isFalse();

    String busy = session();
    for (int minutes = 20; minutes < 12 * 60; minutes += 20) {
      clock.forward(Duration.ofMinutes(20));
      assertThat(isIn(busy)).as("after %d minutes", minutes).isTrue();
    }
    clock.forward(Duration.ofMinutes(20));
    assertThat(isIn(busy)).isFalse();
  }

  @Test
  void anotherBureau_givesANewId_endsTheOldOne_andProlongsNothing() throws Exception {
    directory().bureaus().create(new Bureau("other", "别处应急管理局", "510304"), "test");
    directory().accounts().grant("li", Grant.of("other", Role.OFFICE), "test");
    String before = session();
    for (int i = 0; i < 35; i++) {
      clock.forward(Duration.ofMinutes(20));
      assertThat(isIn(before)).isTrue();
    }
    String after = value(given(post("/bureau", "bureau=other", before), Gate.COOKIE));
    assertThat(after).isNotEqualTo(before);
    assertThat(isIn(before)).isFalse();
    assertThat(directory().sessions().authenticate(after))
        .isInstanceOfSatisfying(
            Authentication.Valid.class,
            valid -> assertThat(valid.principal().bureau()).isEqualTo("other"));
    clock.forward(Duration.ofMinutes(20));
    assertThat(isIn(after)).as("twelve hours after the login").isFalse();
  }

  @Test
  void login_whoseAccountWasChangedWhileThePasswordWasLookedAt_startsNoSession() {
    List<Runnable> changes =
        List.of(
            () -> {
              directory().accounts().setDisabled("li", true, "test");
              directory().accounts().setDisabled("li", false, "test");
            },
            () -> directory().accounts().resetPassword("li", "test"));
    for (Runnable change : changes) {
      LoginOutcome.Accepted in = login();
      change.run();
      assertThat(directory().sessions().start(in, RunningServer.BUREAU)).isEmpty();
    }
  }

  private LoginOutcome.Accepted login() {
    return (LoginOutcome.Accepted) directory().logins().login("li", RunningServer.PASSWORD);
  }

  @Test
  void ownNewPassword_whenAnAdministratorGaveOutAnotherMeanwhile_isRefused() {
    List<String> given = new ArrayList<>();
    LoginOutcome changed =
        directory()
            .logins()
            .change(
                "li",
                RunningServer.PASSWORD,
                "Another-horse-9",
                Optional.empty(),
                account -> given.add(directory().accounts().resetPassword("li", "test")));
    assertThat(changed).isInstanceOf(LoginOutcome.Refused.class);
    assertThat(directory().logins().login("li", "Another-horse-9"))
        .isInstanceOf(LoginOutcome.Refused.class);
    assertThat(directory().logins().login("li", given.get(0)))
        .isInstanceOf(LoginOutcome.Accepted.class);
  }
}
