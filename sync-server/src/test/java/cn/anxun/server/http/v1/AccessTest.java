package cn.anxun.server.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.wire.v1.EnrolmentJson;
import cn.anxun.core.sync.wire.v1.Headers;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.HeadWitness;
import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.http.RateLimit.Allowance;
import cn.anxun.server.serve.ServerOptions;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets in, how often, and what becomes of those who do not any more. */
final class AccessTest {
  private final SettableClock clock = new SettableClock("2026-03-01T00:00:00Z");
  private RunningServer server;

  @BeforeEach
  void start() {
    server = RunningServer.start(ServerOptions.inProcess().withRate(new Allowance(20, 1)), clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Directory directory() {
    return server.server().directory();
  }

  private HttpResponse<byte[]> login(String account, String password) throws Exception {
    return server.post(
        "/api/v1/sessions",
        "",
        JsonText.bytes(Json.members().put("account", account).put("password", password).build()));
  }

  private static String code(HttpResponse<byte[]> response) {
    return ((Json.Text) RunningServer.json(response).get("code")).value();
  }

  private HttpResponse<byte[]> enrol(String code, String phone) throws Exception {
    return server.post(
        "/api/v1/devices", "", EnrolmentJson.write(new EnrolmentRequest(code, phone, "手机", "")));
  }

  private void addWithoutPassword(String account) {
    directory().accounts().create(account, account, "test");
    directory().accounts().grant(account, Grant.of(RunningServer.BUREAU, Role.INSPECTOR), "test");
  }

  private List<String> audited() {
    return directory().audit().list(RunningServer.BUREAU, 0, 1000).stream()
        .map(row -> row.event().action())
        .toList();
  }

  @Test
  void login_withThePassword_givesASession_untilItIsIdleTooLong() throws Exception {
    server.addAccount("wang", Grant.of(RunningServer.BUREAU, Role.OFFICE));
    HttpResponse<byte[]> session = login("wang", RunningServer.PASSWORD);
    assertThat(session.statusCode()).isEqualTo(201);
    String token = ((Json.Text) RunningServer.json(session).get("token")).value();

    assertThat(server.get("/api/v1/indicators", token).statusCode()).isEqualTo(200);
    clock.forward(Duration.ofMinutes(29));
    assertThat(server.get("/api/v1/indicators", token).statusCode()).isEqualTo(200);
    clock.forward(Duration.ofMinutes(30));
    assertThat(server.get("/api/v1/indicators", token).statusCode()).isEqualTo(401);
  }

  @Test
  void logout_endsTheSession() throws Exception {
    server.addAccount("wang", Grant.of(RunningServer.BUREAU, Role.OFFICE));
    String token =
        ((Json.Text) RunningServer.json(login("wang", RunningServer.PASSWORD)).get("token"))
            .value();
    assertThat(server.send(server.request("/api/v1/sessions", token).DELETE()).statusCode())
        .isEqualTo(204);
    assertThat(server.get("/api/v1/indicators", token).statusCode()).isEqualTo(401);
  }

  @Test
  void login_afterFiveFailures_isLockedFor15Minutes_evenWithTheRightPassword() throws Exception {
    server.addAccount("wang", Grant.of(RunningServer.BUREAU, Role.OFFICE));
    for (int i = 1; i < 5; i++) {
      assertThat(code(login("wang", "wrong"))).isEqualTo("login-refused");
    }
    assertThat(login("wang", "wrong").statusCode()).isEqualTo(423);
    assertThat(code(login("wang", RunningServer.PASSWORD))).isEqualTo("account-locked");
    clock.forward(Duration.ofMinutes(14));
    assertThat(login("wang", RunningServer.PASSWORD).statusCode()).isEqualTo(423);
    clock.forward(Duration.ofMinutes(1));
    assertThat(login("wang", RunningServer.PASSWORD).statusCode()).isEqualTo(201);
  }

  @Test
  void login_ofANameThatDoesNotExist_isAnsweredLikeAWrongPassword() throws Exception {
    for (int i = 1; i < 5; i++) {
      assertThat(code(login("nobody", "wrong"))).isEqualTo("login-refused");
    }
    assertThat(code(login("nobody", "wrong"))).isEqualTo("account-locked");
  }

  @Test
  void login_guessedFromOneAddress_isLimitedWhateverTheNames() throws Exception {
    stop();
    server =
        RunningServer.start(ServerOptions.inProcess().withGuesses(new Allowance(2, 0.1)), clock);
    assertThat(login("nobody1", "wrong").statusCode()).isEqualTo(401);
    assertThat(login("nobody2", "wrong").statusCode()).isEqualTo(401);
    HttpResponse<byte[]> refused = login("nobody3", "wrong");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("10");
  }

  @Test
  void login_ofADisabledAccount_isRefused() throws Exception {
    server.addAccount("wang", Grant.of(RunningServer.BUREAU, Role.OFFICE));
    String token =
        ((Json.Text) RunningServer.json(login("wang", RunningServer.PASSWORD)).get("token"))
            .value();
    directory().accounts().setDisabled("wang", true, "test");
    assertThat(code(login("wang", RunningServer.PASSWORD))).isEqualTo("login-refused");
    assertThat(server.get("/api/v1/indicators", token).statusCode()).isEqualTo(401);
  }

  @Test
  void enrol_againFromTheSamePhone_answersTheSameForTenMinutes() throws Exception {
    addWithoutPassword("zhang");
    String code = directory().enrolments().createCode("zhang", RunningServer.BUREAU, "test");
    HttpResponse<byte[]> first = enrol(code, "phone-a");
    assertThat(first.statusCode()).as(RunningServer.text(first)).isEqualTo(200);

    assertThat(enrol(code.toLowerCase(java.util.Locale.ROOT).replace("-", " "), "phone-a").body())
        .isEqualTo(first.body());
    assertThat(code(enrol(code, "phone-b"))).isEqualTo("bad-code");
    clock.forward(Duration.ofMinutes(10));
    assertThat(code(enrol(code, "phone-a"))).isEqualTo("bad-code");
  }

  @Test
  void enrol_withACodeThatIsWrongOrTooOld_isRefusedAlike() throws Exception {
    addWithoutPassword("zhang");
    String code = directory().enrolments().createCode("zhang", RunningServer.BUREAU, "test");
    clock.forward(Duration.ofDays(3));
    HttpResponse<byte[]> old = enrol(code, "phone-a");
    HttpResponse<byte[]> wrong = enrol("AAAA-BBBB-CCCC", "phone-a");
    assertThat(old.statusCode()).isEqualTo(403);
    assertThat(withoutRequest(old)).isEqualTo(withoutRequest(wrong));
  }

  /** What is answered, but for the number of the request. */
  private static String withoutRequest(HttpResponse<byte[]> response) {
    String request = response.headers().firstValue("X-Request-Id").orElseThrow();
    return RunningServer.text(response).replace(request, "");
  }

  @Test
  void enrol_givesEachDeviceLettersOfItsOwn_andAPhoneThatComesAgainItsOld() throws Exception {
    Enrolment zhang = server.enrol("zhang", Role.INSPECTOR);
    Enrolment li = server.enrol("li", Role.INSPECTOR);
    assertThat(zhang.letters()).isNotEqualTo(li.letters());

    String code = directory().enrolments().createCode("zhang", RunningServer.BUREAU, "test");
    Enrolment again = EnrolmentJson.readReply(enrol(code, "phone-1").body());
    assertThat(again.device()).isEqualTo(zhang.device());
    assertThat(again.token()).isNotEqualTo(zhang.token());
    assertThat(server.get("/api/v1/entries", zhang.token()).statusCode()).isEqualTo(401);
  }

  @Test
  void revokedDevice_canPullNothing_butWhatItPushesWaitsInTheInbox() throws Exception {
    Enrolment zhang = server.enrol("zhang", Role.INSPECTOR);
    directory().devices().revoke(zhang.device(), "test");

    assertThat(code(server.get("/api/v1/entries", zhang.token()))).isEqualTo("device-revoked");
    String id = server.id();
    HttpResponse<byte[]> pushed =
        server.push(zhang.token(), RunningServer.drill(id, "2026-03-01").build(), Json.of("bad"));
    List<Receipt> receipts = PushReplyJson.read(pushed.body()).receipts();
    assertThat(receipts.get(0)).isEqualTo(new Receipt.Held(id));
    assertThat(receipts.get(1)).isInstanceOf(Receipt.Rejected.class);
    assertThat(server.server().ledger(RunningServer.BUREAU).lastSeq()).isZero();
    server.push(zhang.token(), RunningServer.drill(id, "2026-03-01").build());
    assertThat(directory().inbox().listUndecided(RunningServer.BUREAU))
        .singleElement()
        .satisfies(item -> assertThat(item.entry()).isEqualTo(id));
  }

  @Test
  void disabledAccount_andOneWithoutItsGrant_pushIntoTheInbox() throws Exception {
    Enrolment zhang = server.enrol("zhang", Role.INSPECTOR);
    Enrolment li = server.enrol("li", Role.INSPECTOR);
    directory().accounts().setDisabled("zhang", true, "test");
    directory().accounts().revokeGrant("li", RunningServer.BUREAU, "test");
    for (Enrolment enrolment : List.of(zhang, li)) {
      HttpResponse<byte[]> pushed =
          server.push(enrolment.token(), RunningServer.drill(server.id(), "2026-03-01").build());
      assertThat(PushReplyJson.read(pushed.body()).receipts().get(0))
          .isInstanceOf(Receipt.Held.class);
      assertThat(code(server.get("/api/v1/entries", enrolment.token())))
          .as("no phone wipes itself for what can be given back")
          .isEqualTo("access-withdrawn");
    }
  }

  @Test
  void device_thatAsksTooOften_isToldWhenToComeAgain() throws Exception {
    Enrolment zhang = server.enrol("zhang", Role.INSPECTOR);
    Enrolment li = server.enrol("li", Role.INSPECTOR);
    for (int i = 0; i < 20; i++) {
      assertThat(server.get("/api/v1/entries", zhang.token()).statusCode()).isEqualTo(200);
    }
    HttpResponse<byte[]> refused = server.get("/api/v1/entries", zhang.token());
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(server.get("/api/v1/entries", li.token()).statusCode()).isEqualTo(200);
    clock.forward(Duration.ofSeconds(1));
    assertThat(server.get("/api/v1/entries", zhang.token()).statusCode()).isEqualTo(200);
  }

  @Test
  void device_thatSendsManyPhotos_getsItsRecordsThrough() throws Exception {
    Enrolment zhang = server.enrol("zhang", Role.INSPECTOR);
    String photo = "/api/v1/files/" + "ab".repeat(32);
    for (int i = 0; i < 20; i++) {
      assertThat(server.get(photo, zhang.token()).statusCode()).isEqualTo(404);
    }
    assertThat(server.get(photo, zhang.token()).statusCode()).isEqualTo(429);
    assertThat(server.get("/api/v1/entries", zhang.token()).statusCode()).isEqualTo(200);
  }

  @Test
  void head_thatAPhoneTells_isKept_andOneThatTheLedgerDoesNotHaveRaisesAnAlarm() throws Exception {
    Enrolment zhang = server.enrol("zhang", Role.INSPECTOR);
    HttpResponse<byte[]> pushed =
        server.push(zhang.token(), RunningServer.drill(server.id(), "2026-03-01").build());
    String head = ((Receipt.Accepted) PushReplyJson.read(pushed.body()).receipts().get(0)).head();
    String epoch = server.server().ledger(RunningServer.BUREAU).epoch();

    String cursor = new PullCursor(epoch, "", 0).toString();

    tell(zhang, "9:" + "0".repeat(64), "entries", "");
    tell(zhang, "9:" + "0".repeat(64), "digest", new PullCursor("another", "", 0).toString());
    tell(zhang, "9:" + "0".repeat(64), "entries", new PullCursor("another", "", 0).toString());
    assertThat(directory().devices().listWitnesses(RunningServer.BUREAU, epoch)).isEmpty();
    tell(zhang, "1:" + head, "digest", cursor);
    assertThat(directory().devices().listWitnesses(RunningServer.BUREAU, epoch))
        .containsExactly(new HeadWitness(zhang.device(), 1, head, true));
    tell(zhang, "9:" + "0".repeat(64), "entries", cursor);
    tell(zhang, "1:" + head, "entries", cursor);
    assertThat(directory().devices().listWitnesses(RunningServer.BUREAU, epoch))
        .containsExactly(new HeadWitness(zhang.device(), 9, "0".repeat(64), false));
    assertThat(audited()).containsOnlyOnce("head-not-in-ledger");
  }

  private void tell(Enrolment who, String head, String asked, String cursor) throws Exception {
    assertThat(
            server
                .send(
                    server
                        .request("/api/v1/" + asked + "?cursor=" + cursor, who.token())
                        .header(Headers.HEAD, head)
                        .GET())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void audit_keepsLoginsCorrectionsAndAdministration_andCannotBeDeleted() throws Exception {
    Enrolment zhang = server.enrol("zhang", Role.OFFICE);
    String id = server.id();
    Json correction =
        RunningServer.drill(server.id(), "2026-03-02")
            .put("kind", "Corrected")
            .put("subject", id)
            .put(
                "public",
                Json.members()
                    .put("target", id)
                    .put("field", "participants")
                    .put("new", 21)
                    .build())
            .build();
    server.push(zhang.token(), RunningServer.drill(id, "2026-03-01").build(), correction);
    server.push(zhang.token(), correction);
    server.addAccount("wang", Grant.of(RunningServer.BUREAU, Role.OFFICE));
    login("wang", RunningServer.PASSWORD);

    assertThat(audited())
        .contains("bureau-created", "granted", "enrolment-code-created", "device-enrolled")
        .containsOnlyOnce("correction");
    assertThat(directory().audit().list("", 0, 100))
        .extracting(row -> row.event().action())
        .contains("login", "password-set");
    assertThat(directory().audit().list(RunningServer.BUREAU, 0, 100))
        .extracting(row -> row.event())
        .filteredOn(event -> event.action().equals("correction"))
        .singleElement()
        .extracting(AuditEvent::actor, AuditEvent::device)
        .containsExactly("zhang", zhang.device());
  }
}
