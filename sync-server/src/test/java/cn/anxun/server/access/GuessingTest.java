package cn.anxun.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.wire.v1.EnrolmentJson;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.http.LoginDesk;
import cn.anxun.server.http.RateLimit.Allowance;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.serve.ServerOptions.Transport;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who guesses gets few tries; who does not is not kept out by those who do. */
final class GuessingTest {
  private static final int TRIES = 5;
  private final SettableClock clock = new SettableClock("2026-03-01T00:00:00Z");
  private RunningServer server;

  @BeforeEach
  void start() {
    start(ServerOptions.inProcess());
  }

  private void start(ServerOptions options) {
    server = RunningServer.start(options.withGuesses(new Allowance(TRIES, 0.1)), clock);
    server.addAccount("li", Grant.of(RunningServer.BUREAU, Role.OFFICE));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Directory directory() {
    return server.server().directory();
  }

  private HttpResponse<byte[]> login(String account, String password, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        server
            .request("/api/v1/sessions", "")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofByteArray(
                    JsonText.bytes(
                        Json.members().put("account", account).put("password", password).build())));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return server.send(request);
  }

  @Test
  void guesses_manyAtOnceFromOneAddress_getNoMoreTriesThanOneAfterTheOther() throws Exception {
    ExecutorService many = Executors.newFixedThreadPool(20);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String name = "name" + i;
        answers.add(many.submit(() -> login(name, "wrong").statusCode()));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
      assertThat(statuses).filteredOn(status -> status == 401).hasSize(TRIES);
      assertThat(statuses).filteredOn(status -> status == 429).hasSize(40 - TRIES);
    } finally {
      many.shutdownNow();
    }
    clock.forward(Duration.ofSeconds(10));
    assertThat(login("li", RunningServer.PASSWORD).statusCode())
        .as("however many were refused, the next try comes when it was said to")
        .isEqualTo(201);
  }

  @Test
  void rightPasswords_costNothing() throws Exception {
    for (int i = 0; i < TRIES + 1; i++) {
      assertThat(login("li", RunningServer.PASSWORD).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void lockedName_keepsStrangersOut_butNotItsOwnerInAKnownBrowser() throws Exception {
    String secret = directory().browsers().remember("li", Optional.empty());
    for (int i = 0; i < TRIES; i++) {
      login("li", "wrong");
      clock.forward(Duration.ofSeconds(10));
    }
    HttpResponse<byte[]> stranger = login("li", RunningServer.PASSWORD);
    assertThat(stranger.statusCode()).isEqualTo(423);
    assertThat(stranger.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(800L, 900L);

    assertThat(login("li", RunningServer.PASSWORD, "Cookie", cookie(secret)).statusCode())
        .isEqualTo(201);
    assertThat(login("li", RunningServer.PASSWORD, "Cookie", cookie("made-up")).statusCode())
        .as("a cookie that was never given out")
        .isNotEqualTo(201);
  }

  private static String cookie(String secret) {
    return LoginDesk.BROWSER + '=' + secret;
  }

  @Test
  void knownBrowser_isForgottenWithThePassword_andIsOfOneAccountAlone() {
    String secret = directory().browsers().remember("li", Optional.empty());
    var given = Optional.of(secret);
    assertThat(directory().browsers().key("LI", given)).isPresent();
    assertThat(directory().browsers().key("wang", given)).isEmpty();
    directory().accounts().resetPassword("li", "test");
    assertThat(directory().browsers().key("li", given)).isEmpty();
  }

  @Test
  void knownBrowser_hasNoMoreTriesThanAStranger() throws Exception {
    String secret = directory().browsers().remember("li", Optional.empty());
    for (int i = 0; i < TRIES; i++) {
      login("li", "wrong", "Cookie", cookie(secret));
      clock.forward(Duration.ofSeconds(10));
    }
    assertThat(login("li", RunningServer.PASSWORD, "Cookie", cookie(secret)).statusCode())
        .isEqualTo(423);
    assertThat(login("li", RunningServer.PASSWORD).statusCode()).isEqualTo(201);
  }

  @Test
  void codes_guessedFromAnAddress_areLimited_andKeepNobodyFromLoggingIn() throws Exception {
    for (int i = 0; i < TRIES; i++) {
      assertThat(enrol("AAAA-BBBB-CCC" + i).statusCode()).isEqualTo(403);
    }
    HttpResponse<byte[]> refused = enrol("AAAA-BBBB-CCCC");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("10");
    assertThat(login("li", RunningServer.PASSWORD).statusCode()).isEqualTo(201);
  }

  private HttpResponse<byte[]> enrol(String code) throws Exception {
    return server.post(
        "/api/v1/devices", "", EnrolmentJson.write(new EnrolmentRequest(code, "p", "手机", "")));
  }

  @Test
  void links_guessedFromAnAddress_areLimited_andKeepNobodyFromLoggingIn() throws Exception {
    for (int i = 0; i < TRIES; i++) {
      assertThat(server.get("/link/guess" + i, "").statusCode()).isEqualTo(403);
    }
    String link = directory().sessions().createLink(RunningServer.BUREAU);
    HttpResponse<byte[]> refused = server.get("/link/" + link, "");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("10");
    assertThat(login("li", RunningServer.PASSWORD).statusCode()).isEqualTo(201);
    clock.forward(Duration.ofSeconds(10));
    assertThat(server.get("/link/" + link, "").statusCode()).isEqualTo(303);
  }

  @Test
  void setupCodes_guessedFromAnAddress_areLimited() throws Exception {
    stop();
    server =
        RunningServer.start(
            ServerOptions.inProcess().withGuesses(new Allowance(TRIES, 0.1)), clock);
    for (int i = 0; i < TRIES; i++) {
      assertThat(setup("AAAA-BBBB-CCC" + i).statusCode()).isBetween(400, 403);
    }
    String code = server.server().setupCode().orElseThrow();
    HttpResponse<byte[]> refused = setup(code);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("10");
    assertThat(directory().accounts().list()).isEmpty();
    clock.forward(Duration.ofSeconds(10));
    assertThat(setup(code).statusCode()).isEqualTo(303);
    assertThat(directory().accounts().list()).hasSize(1);
  }

  private HttpResponse<byte[]> setup(String code) throws Exception {
    String form =
        "bureau=other&bureau_name=x&division=510304&account=first&name=x&password=Correct-horse-9"
            + "&csrf=form-secret-of-this-browser&code=";
    return server.send(
        server
            .request("/setup", "")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", "anxun_form=form-secret-of-this-browser")
            .POST(BodyPublishers.ofString(form + code)));
  }

  @Test
  void serve_allowsWhatTheDocumentSays() throws Exception {
    stop();
    ServerOptions serving =
        ServerOptions.serving(0, new Transport.Loopback(), Optional.empty(), Optional.empty());
    ServerOptions options =
        ServerOptions.inProcess().withRate(serving.rate()).withGuesses(serving.guesses());
    server = RunningServer.start(options, clock);
    String phone = server.enrol("zhang", Role.INSPECTOR).token();
    assertAllows(10, 401, "30", () -> login("nobody", "wrong"));
    assertAllows(10, 403, "30", () -> enrol("AAAA-BBBB-CCCC"));
    assertAllows(10, 403, "30", () -> server.get("/link/guess", ""));
    assertAllows(100, 401, "3", () -> server.get("/api/v1/entries", "guess"));
    assertAllows(120, 200, "1", () -> server.get("/api/v1/entries", phone));
  }

  /** So many, and one more after as many seconds as it says. */
  private void assertAllows(
      int burst, int status, String seconds, Callable<HttpResponse<byte[]>> request)
      throws Exception {
    for (int i = 0; i < burst; i++) {
      assertThat(request.call().statusCode()).isIn(status, 423);
    }
    HttpResponse<byte[]> refused = request.call();
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains(seconds);
    clock.forward(Duration.ofSeconds(Long.parseLong(seconds)));
    assertThat(request.call().statusCode()).isIn(status, 423);
  }

  @Test
  void tokens_guessedFromAnAddress_areLimited_andKeepNoPhoneOut() throws Exception {
    String phone = server.enrol("zhang", Role.INSPECTOR).token();
    for (int i = 0; i < TRIES * 10; i++) {
      assertThat(server.get("/api/v1/entries", "guess" + i).statusCode()).isEqualTo(401);
    }
    assertThat(server.get("/api/v1/entries", "guess").statusCode()).isEqualTo(429);
    assertThat(server.get("/api/v1/entries", phone).statusCode()).isEqualTo(200);
  }

  @Test
  void behindAProxy_onlyWhatTheProxyWroteCounts() throws Exception {
    stop();
    start(ServerOptions.inProcess().withTransport(new Transport.BehindProxy()));
    for (int i = 0; i < TRIES; i++) {
      assertThat(forwarded("10.0.0." + i, "203.0.113.7")).isEqualTo(401);
    }
    assertThat(forwarded("10.0.0.99", "203.0.113.7")).as("in a header of its own").isEqualTo(429);
    assertThat(login("x", "wrong", "X-Forwarded-For", "10.0.0.98, 203.0.113.7").statusCode())
        .as("in the same header")
        .isEqualTo(429);
    assertThat(forwarded("203.0.113.7", "203.0.113.8")).as("another address").isEqualTo(401);
  }

  private int forwarded(String claimed, String written) throws Exception {
    // Each time another name: one name is locked by itself after as many tries.
    return login("name-" + claimed, "wrong", "X-Forwarded-For", claimed, "X-Forwarded-For", written)
        .statusCode();
  }
}
