package cn.anxun.server.http.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.core.sync.wire.v1.PullPageJson;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Grant;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, the server says in plain words what is wrong, keeps nothing of it and goes on.
 */
final class BadInputTest {
  private static RunningServer server;
  private static Enrolment zhang;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start();
    zhang = server.enrol("zhang", Role.INSPECTOR);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<byte[]> post(String body) throws Exception {
    return server.post("/api/v1/entries", zhang.token(), body.getBytes(UTF_8));
  }

  private static Receipt receipt(Json entry) throws Exception {
    HttpResponse<byte[]> response = server.push(zhang.token(), entry);
    assertThat(response.statusCode()).as(RunningServer.text(response)).isEqualTo(200);
    return PushReplyJson.read(response.body()).receipts().get(0);
  }

  private static void assertRejected(Json entry, String code, String field) throws Exception {
    long before = last();
    Receipt.Rejected rejected = (Receipt.Rejected) receipt(entry);
    assertThat(rejected.problem().code().wire()).isEqualTo(code);
    assertThat(rejected.problem().field()).isEqualTo(field);
    assertThat(rejected.problem().message()).isNotEmpty();
    assertThat(last()).isEqualTo(before);
  }

  private static void assertProblem(HttpResponse<byte[]> response, int status, String code) {
    assertThat(response.statusCode()).as(RunningServer.text(response)).isEqualTo(status);
    assertThat(RunningServer.json(response).get("code")).isEqualTo(Json.of(code));
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith(MediaTypes.PROBLEM);
    assertThat(RunningServer.text(response)).doesNotContain("Exception", "cn.anxun", "at java");
  }

  private static long last() {
    return server.server().ledger(RunningServer.BUREAU).lastSeq();
  }

  private static Json.MembersBuilder drill() {
    return RunningServer.drill(server.id(), "2026-03-01");
  }

  @Test
  void push_whenTheBodyIsNotJson_is400() throws Exception {
    assertProblem(post("<html>"), 400, "not-json");
    assertProblem(post(""), 400, "not-json");
    assertProblem(post("[]"), 400, "not-json");
    assertProblem(
        server.post("/api/v1/entries", zhang.token(), new byte[] {(byte) 0xff, 0}),
        400,
        "not-json");
  }

  @Test
  void push_whenEntriesAreMissingOrNoArray_is400NamingThem() throws Exception {
    assertProblem(post("{}"), 400, "missing");
    HttpResponse<byte[]> response = post("{\"entries\":{}}");
    assertProblem(response, 400, "wrong-type");
    assertThat(RunningServer.json(response).get("field")).isEqualTo(Json.of("entries"));
  }

  @Test
  void whatHoldsTheCharacterZero_is400NamingIt() throws Exception {
    HttpResponse<byte[]> login =
        server.post(
            "/api/v1/sessions",
            "",
            "{\"account\":\"a\\u0000b\",\"password\":\"x\"}".getBytes(UTF_8));
    assertProblem(login, 400, "zero-character");
    assertThat(RunningServer.json(login).get("field")).isEqualTo(Json.of("account"));
    HttpResponse<byte[]> query = server.get("/api/v1/entries?cursor=a%00b", zhang.token());
    assertProblem(query, 400, "zero-character");
    assertThat(RunningServer.json(query).get("field")).isEqualTo(Json.of("cursor"));
  }

  @Test
  void push_whenAFieldHasAnotherType_isRejectedNamingIt() throws Exception {
    assertRejected(
        drill().put("public", Json.members().put("participants", "many").build()).build(),
        "wrong-type",
        "participants");
    assertRejected(drill().put("public", Json.of("text")).build(), "wrong-type", "public");
    assertRejected(drill().put("kind", 7).build(), "wrong-type", "kind");
  }

  @Test
  void push_whenOneEntryIsBad_acceptsTheOthers() throws Exception {
    HttpResponse<byte[]> response =
        server.push(
            zhang.token(),
            drill().build(),
            drill().put("kind", 7).build(),
            Json.of(1),
            drill().build());
    List<Receipt> receipts = PushReplyJson.read(response.body()).receipts();
    assertThat(receipts).hasSize(4);
    assertThat(receipts.get(0)).isInstanceOf(Receipt.Accepted.class);
    assertThat(receipts.get(1)).isInstanceOf(Receipt.Rejected.class);
    assertThat(receipts.get(2)).isInstanceOf(Receipt.Rejected.class);
    assertThat(receipts.get(3)).isInstanceOf(Receipt.Accepted.class);
  }

  @Test
  void push_whenTheKindIsUnknown_isDeferred() throws Exception {
    long before = last();
    assertThat(receipt(drill().put("kind", "DroneFlown").build()))
        .isInstanceOf(Receipt.Deferred.class);
    assertThat(last()).isEqualTo(before);
  }

  @Test
  void push_whenAFieldIsUnknown_keepsItVerbatim() throws Exception {
    String id = server.id();
    String entry =
        "{\"id\":\"%s\", \"kind\":\"DrillHeld\",\"subject\":\"%s\",\"at\":\"2026-03-01T02:03:04Z\",\"businessDate\":\"2026-03-01\",\"author\":\"zhang\",\"device\":\"p\",\"public\":{\"weather\" : \"雨\",\"wind\":1.50},\"newer\":[ ]}"
            .formatted(id, id);
    HttpResponse<byte[]> response = post("{\"entries\":[ " + entry + " ]}");
    Receipt.Accepted accepted =
        (Receipt.Accepted) PushReplyJson.read(response.body()).receipts().get(0);

    byte[] pulled =
        PullPageJson.read(server.get("/api/v1/entries?limit=500", zhang.token()).body())
            .entries()
            .stream()
            .filter(one -> one.seq() == accepted.seq())
            .findFirst()
            .orElseThrow()
            .written()
            .bytes();
    assertThat(new String(pulled, UTF_8)).isEqualTo(entry);
  }

  @Test
  void push_whenATextIsTooLong_isRejectedNamingIt() throws Exception {
    assertRejected(
        drill().put("public", Json.members().put("note", "长".repeat(2001)).build()).build(),
        "too-long",
        "note");
  }

  @Test
  void push_whenAnEntryIsTooLarge_isRejected() throws Exception {
    assertRejected(drill().put("blob", "x".repeat(64 * 1024)).build(), "too-large", "");
  }

  @Test
  void push_of501Entries_is413NamingTheLimit() throws Exception {
    List<Json> entries = new ArrayList<>();
    for (int i = 0; i < 501; i++) {
      entries.add(drill().build());
    }
    long before = last();
    HttpResponse<byte[]> response = server.push(zhang.token(), entries.toArray(new Json[0]));
    assertProblem(response, 413, "too-many-entries");
    assertThat(RunningServer.text(response)).contains("500");
    assertThat(last()).isEqualTo(before);
  }

  @Test
  void push_of2MiB_is413NamingTheLimit() throws Exception {
    HttpResponse<byte[]> response = post("{\"entries\":[\"" + "x".repeat(2 << 20) + "\"]}");
    assertProblem(response, 413, "body-too-large");
    assertThat(RunningServer.text(response)).contains("1024 KB");
  }

  @Test
  void push_of2MiBWithoutALength_is413() throws Exception {
    byte[] body = new byte[2 << 20];
    HttpResponse<byte[]> response =
        server.send(
            server
                .request("/api/v1/entries", zhang.token())
                .header("Content-Type", MediaTypes.V1)
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))));
    assertProblem(response, 413, "body-too-large");
  }

  @Test
  void push_ofAGzipBomb_is413() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        gzip.write(zeros);
      }
    }
    assertThat(bomb.size()).isLessThan(1 << 20);
    assertProblem(gzipped(bomb.toByteArray()), 413, "body-too-large");
  }

  @Test
  void push_ofBrokenGzip_is400() throws Exception {
    assertProblem(gzipped("not gzip".getBytes(UTF_8)), 400, "bad-gzip");
  }

  @Test
  void push_ofGzip_isAccepted() throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(body)) {
      gzip.write(
          JsonText.bytes(
              Json.members().put("entries", Json.items(List.of(drill().build()))).build()));
    }
    HttpResponse<byte[]> response = gzipped(body.toByteArray());
    assertThat(PushReplyJson.read(response.body()).receipts().get(0))
        .isInstanceOf(Receipt.Accepted.class);
  }

  private static HttpResponse<byte[]> gzipped(byte[] body) throws Exception {
    return server.send(
        server
            .request("/api/v1/entries", zhang.token())
            .header("Content-Type", MediaTypes.V1)
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  @Test
  void push_inAnotherContentTypeOrEncoding_is415() throws Exception {
    assertProblem(
        server.post("/api/v1/entries", zhang.token(), "{}".getBytes(UTF_8), "text/plain"),
        415,
        "wrong-content-type");
    assertProblem(
        server.send(
            server
                .request("/api/v1/entries", zhang.token())
                .header("Content-Type", MediaTypes.V1)
                .header("Content-Encoding", "br")
                .POST(BodyPublishers.ofString("{}"))),
        415,
        "wrong-encoding");
  }

  @Test
  void push_ofTheYear1900Or2100_isRejected() throws Exception {
    assertRejected(
        RunningServer.drill(server.id(), "1900-01-01").build(),
        "year-out-of-range",
        "businessDate");
    assertRejected(
        RunningServer.drill(server.id(), "2100-01-01").build(),
        "year-out-of-range",
        "businessDate");
  }

  @Test
  void push_aboutAnotherBureausSubject_isAnsweredAsOneThatNobodyKnows_andTouchesNothingThere()
      throws Exception {
    server
        .server()
        .directory()
        .bureaus()
        .create(new Bureau("yueyanglou", "岳阳楼区应急管理局", "430602"), "test");
    Enrolment li = server.enrol("li", Grant.of("yueyanglou", Role.OFFICE));
    String theirs = server.id();
    server.push(zhang.token(), RunningServer.drill(theirs, "2026-03-01").build());
    long before = last();

    Receipt aboutTheirs = one(li, about(theirs));
    Receipt aboutNobodys = one(li, about(server.id()));

    assertThat(aboutTheirs).isInstanceOf(Receipt.Accepted.class);
    assertThat(aboutNobodys).isInstanceOf(Receipt.Accepted.class);
    assertThat(last()).isEqualTo(before);
    assertThat(server.server().ledger("yueyanglou").lastSeq()).isEqualTo(2);
    assertThat(PullPageJson.read(server.get("/api/v1/entries", li.token()).body()).entries())
        .allSatisfy(entry -> assertThat(entry.stamp().author()).isEqualTo("li"));
    assertThat(RunningServer.text(server.get("/api/v1/records?type=drill&year=2026", li.token())))
        .contains("\"total\":0");
  }

  private static Json about(String subject) {
    return RunningServer.drill(server.id(), "2026-03-02")
        .put("kind", "Voided")
        .put("subject", subject)
        .put("public", Json.members().put("target", subject).put("reason", "重复").build())
        .build();
  }

  private static Receipt one(Enrolment who, Json entry) throws Exception {
    return PushReplyJson.read(server.push(who.token(), entry).body()).receipts().get(0);
  }

  @Test
  void push_ofTheSameIdAgain_answersTheFirstReceipt_andSaysWhereTheBytesDiffer() throws Exception {
    String id = server.id();
    Receipt.Accepted first =
        (Receipt.Accepted) receipt(RunningServer.drill(id, "2026-03-01").build());
    Receipt.Accepted again =
        (Receipt.Accepted) receipt(RunningServer.drill(id, "2026-03-01").build());
    Receipt.Accepted other =
        (Receipt.Accepted) receipt(RunningServer.drill(id, "2026-03-02").build());
    assertThat(again).isEqualTo(first);
    assertThat(other).isEqualTo(new Receipt.Accepted(id, first.seq(), first.head(), true));
  }

  @Test
  void anything_withoutAToken_is401() throws Exception {
    assertProblem(
        server.post("/api/v1/entries", "", "{\"entries\":[]}".getBytes(UTF_8)), 401, "no-token");
    assertProblem(server.get("/api/v1/entries", "x".repeat(43)), 401, "unknown-token");
    assertProblem(server.get("/api/v1/indicators", ""), 401, "no-token");
  }

  @Test
  void anything_elsewhere_is404Or405() throws Exception {
    assertThat(server.get("/api/v1/entrie", zhang.token()).statusCode()).isEqualTo(404);
    assertThat(server.get("/api/v1/../../etc/passwd", zhang.token()).statusCode()).isIn(400, 404);
    assertThat(
            server
                .send(
                    server
                        .request("/api/v1/indicators", zhang.token())
                        .PUT(BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(405);
  }

  @Test
  void push_ofAnInstantThatNoCalendarShows_isRejectedNamingIt() throws Exception {
    for (String at : List.of("+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z")) {
      assertRejected(drill().put("at", at).build(), "bad-date", "at");
    }
  }

  @Test
  void push_ofHalfACharacter_isRejected() throws Exception {
    long before = last();
    String entry = new String(JsonText.bytes(drill().build()), UTF_8);
    for (String half : List.of("\\ud800", "\\udc00", "\\ud800x", "\\udc00\\ud800")) {
      String spoiled = entry.replace("\"participants\":20", "\"note\":\"" + half + "\"");
      Receipt receipt =
          PushReplyJson.read(post("{\"entries\":[" + spoiled + "]}").body()).receipts().get(0);
      assertThat(((Receipt.Rejected) receipt).problem().code().wire()).isEqualTo("not-json");
    }
    assertThat(last()).isEqualTo(before);
  }

  @Test
  void anything_inACharsetThatThereIsNot_is400() throws Exception {
    for (String type : List.of("a/b;charset=klingon", "a/b;charset=")) {
      assertProblem(
          server.post("/api/v1/devices", "", "{}".getBytes(UTF_8), type),
          type.endsWith("=") ? 415 : 400,
          type.endsWith("=") ? "wrong-content-type" : "bad-request");
    }
  }

  @Test
  void figures_ofDaysThatNoBureauAsksAbout_are400() throws Exception {
    for (String days :
        List.of(
            "from=-999999999-01-01&until=%2B999999999-12-31", "from=1899-12-31&until=2026-12-31")) {
      assertProblem(server.get("/api/v1/indicators?" + days, zhang.token()), 400, "bad-date");
    }
    assertProblem(
        server.get("/api/v1/indicators?year=2026&asOf=0:%2B999999999-12-31", zhang.token()),
        400,
        "bad-as-of");
  }

  @Test
  void pull_withALimitOutOfRange_is400() throws Exception {
    assertProblem(server.get("/api/v1/entries?limit=0", zhang.token()), 400, "bad-number");
    assertProblem(server.get("/api/v1/entries?limit=501", zhang.token()), 400, "bad-number");
    assertProblem(server.get("/api/v1/entries?limit=x", zhang.token()), 400, "bad-number");
  }

  @Test
  void problems_areInEnglish_whereTheRequestPrefersIt() throws Exception {
    HttpResponse<byte[]> english =
        server.send(
            server
                .request("/api/v1/entries", "")
                .header("Accept-Language", "en-GB,zh;q=0.5")
                .GET());
    assertThat(RunningServer.json(english).get("title")).isEqualTo(Json.of("Not logged in"));
    assertThat(RunningServer.json(server.get("/api/v1/entries", "")).get("title"))
        .isEqualTo(Json.of("尚未登录"));
  }

  @Test
  void answers_carryHeadersThatKeepBrowsersSafe_andAnIdOfTheRequest() throws Exception {
    HttpResponse<byte[]> response = server.get("/api/v1/entries", zhang.token());
    assertThat(response.headers().map())
        .containsKeys(
            "x-content-type-options",
            "content-security-policy",
            "referrer-policy",
            "x-request-id",
            "cache-control")
        .doesNotContainKeys("server", "x-powered-by");
  }
}
