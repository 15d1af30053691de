package cn.anxun.app.data.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.Inflated;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.Problem;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.Records;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteAnswer.Reason;
import cn.anxun.core.sync.ServerDigest;
import cn.anxun.core.sync.Witness;
import cn.anxun.core.sync.wire.v1.EnrolmentJson;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.core.sync.wire.v1.ProblemJson;
import cn.anxun.core.sync.wire.v1.PullPageJson;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import cn.anxun.core.sync.wire.v1.PushRequestJson;
import cn.anxun.core.sync.wire.v1.ServerDigestJson;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import okio.Buffer;
import okio.Okio;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What the network and a server may do, and what it means. */
public final class RetrofitRemoteLedgerTest {
  private static final ServerConnection.Patience LITTLE =
      new ServerConnection.Patience(
          Duration.ofSeconds(2), Duration.ofMillis(400), Duration.ofSeconds(5));

  /** Nobody listens there. */
  private static final String DEAD = "http://127.0.0.1:1/";

  private final MockWebServer server = new MockWebServer();
  private final Records records = new Records("li", "phone-1");
  private RetrofitRemoteLedger ledger;

  @Before
  public void start() throws IOException {
    server.start();
    ledger = at(server.url("/").toString());
  }

  @After
  public void stop() throws IOException {
    server.shutdown();
  }

  @Test
  public void push_whenAnswered_sentTheEntriesInTheirOwnBytes() throws Exception {
    List<WrittenEntry> entries = records.hazards(5);
    PushReply reply =
        new PushReply(List.of(new Receipt.Held(entries.get(0).entry().id())), Records.NOW);
    server.enqueue(ours(200, MediaTypes.V1, PushReplyJson.write(reply)));

    RemoteAnswer<PushReply> answer = ledger.push(entries);

    assertThat(answer).isEqualTo(new RemoteAnswer.Answered<>(reply));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getPath()).isEqualTo("/api/v1/entries?heads=last");
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer secret");
    assertThat(request.getHeader("Content-Type")).isEqualTo(MediaTypes.V1);
    assertThat(request.getHeader("Content-Encoding")).isEqualTo("gzip");
    assertThat(request.getHeader("Anxun-Head")).isNull();
    assertThat(Inflated.body(request)).isEqualTo(PushRequestJson.write(entries));
  }

  @Test
  public void pull_whenAnswered_readsAPageThatCameCompressed() throws Exception {
    PullPage page =
        new PullPage(List.of(), "c 1+", false, 3, repeated("0f", 32), PullPage.Reset.SCOPE);
    server.enqueue(
        ours(200, MediaTypes.V1 + "; charset=utf-8", new byte[0])
            .setHeader("Content-Encoding", "gzip")
            .setBody(gzip(PullPageJson.write(page))));

    assertThat(ledger.pull("a b+/", 50, Optional.empty()))
        .isEqualTo(new RemoteAnswer.Answered<>(page));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getRequestUrl().queryParameter("cursor")).isEqualTo("a b+/");
    assertThat(request.getRequestUrl().queryParameter("limit")).isEqualTo("50");
    assertThat(request.getHeader("Anxun-Head")).isNull();
  }

  @Test
  public void digest_whenAnswered_askedForTheCursorAsItCame() throws Exception {
    ServerDigest digest = new ServerDigest(PullPage.Reset.NONE, 9, 7, repeated("0f", 32));
    server.enqueue(ours(200, MediaTypes.V1, ServerDigestJson.write(digest)));

    assertThat(ledger.digest("a b+/", Optional.of(new Witness(7, repeated("ab", 32)))))
        .isEqualTo(new RemoteAnswer.Answered<>(digest));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getRequestUrl().encodedPath()).isEqualTo("/api/v1/digest");
    assertThat(request.getHeader("Anxun-Head")).isEqualTo("7:" + repeated("ab", 32));
    assertThat(request.getRequestUrl().queryParameter("cursor")).isEqualTo("a b+/");
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer secret");
  }

  @Test
  public void push_whenTheReplyIsLost_mayHaveArrived() {
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));

    assertThat(push()).isEqualTo(offline(Reason.LOST));
  }

  @Test
  public void push_whenNoReplyComesInTime_mayHaveArrived() {
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));

    assertThat(push()).isEqualTo(offline(Reason.LOST));
  }

  @Test
  public void push_whenHalfABodyComes_isUnreadable() {
    byte[] reply = PushReplyJson.write(new PushReply(List.of(), Records.NOW));
    server.enqueue(
        ours(200, MediaTypes.V1, reply)
            .setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY));

    assertThat(push()).isEqualTo(offline(Reason.UNREADABLE));
  }

  @Test
  public void push_whenTheReplyIsOfOurTypeAndCutShort_isUnreadable() {
    server.enqueue(ours(200, MediaTypes.V1, "{\"receipts\":[{".getBytes(UTF_8)));

    assertThat(push()).isEqualTo(offline(Reason.UNREADABLE));
  }

  @Test
  public void push_whenTheReplyGoesOnForEver_isUnreadable() {
    server.enqueue(
        ours(200, MediaTypes.V1, new byte[0])
            .setBody(new Buffer().write(new byte[ServerConnection.MAX_REPLY + 1])));

    assertThat(push()).isEqualTo(offline(Reason.UNREADABLE));
  }

  @Test
  public void push_whenACaptivePortalAnswers_isNotOurs() {
    server.enqueue(ours(200, "text/html", "<html>请登录</html>".getBytes(UTF_8)));
    server.enqueue(ours(302, "text/html", new byte[0]).setHeader("Location", "/login"));
    server.enqueue(ours(200, "application/json", "{\"receipts\":[]}".getBytes(UTF_8)));

    assertThat(push()).isEqualTo(offline(Reason.NOT_OURS));
    assertThat(push()).isEqualTo(offline(Reason.NOT_OURS));
    assertThat(push()).isEqualTo(offline(Reason.NOT_OURS));
  }

  @Test
  public void push_whenTheServerFails_isRefusedAsItSays() {
    Problem problem = Problem.of(500, "internal", "Internal", "服务器出错");
    server.enqueue(ours(500, MediaTypes.PROBLEM, ProblemJson.write(problem)));
    server.enqueue(ours(503, "text/plain", new byte[0]).setHeader("Retry-After", "30"));
    server.enqueue(
        ours(429, MediaTypes.PROBLEM, "{}".getBytes(UTF_8)).setHeader("Retry-After", "9"));

    assertThat(push()).isEqualTo(new RemoteAnswer.Refused<>(problem, Optional.empty()));
    assertThat(((RemoteAnswer.Refused<?>) push()).retryAfter()).contains(Duration.ofSeconds(30));
    assertThat(((RemoteAnswer.Refused<?>) push()).retryAfter()).contains(Duration.ofSeconds(9));
  }

  @Test
  public void pull_whenTheTokenIsNoLongerGood_isUnauthorized() {
    Problem problem = Problem.of(401, "access-withdrawn", "Withdrawn", "设备已停用");
    server.enqueue(ours(401, MediaTypes.PROBLEM, ProblemJson.write(problem)));

    assertThat(ledger.pull("", 1, Optional.empty()))
        .isEqualTo(new RemoteAnswer.Unauthorized<>(problem));
  }

  @Test
  public void push_whenNobodyListens_isUnreachable() {
    ledger = at(DEAD);

    assertThat(push()).isEqualTo(offline(Reason.UNREACHABLE));
  }

  @Test
  public void push_whenTheFirstAddressIsDead_asksTheNextAndStaysWithIt() {
    byte[] reply = PushReplyJson.write(new PushReply(List.of(), Records.NOW));
    server.enqueue(ours(200, MediaTypes.V1, reply));
    server.enqueue(ours(200, MediaTypes.V1, reply));
    ledger = at("nonsense", DEAD, server.url("/").toString());

    assertThat(push()).isInstanceOf(RemoteAnswer.Answered.class);
    assertThat(push()).isInstanceOf(RemoteAnswer.Answered.class);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  public void push_whenTheReplyIsLost_isNotSentToAnotherAddress() {
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));
    ledger = at(server.url("/").toString(), server.url("/").toString());

    push();

    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  public void enrol_whenTheAnswerIsLost_asksAgain() throws Exception {
    Enrolment enrolment =
        new Enrolment(
            "t",
            "li",
            "李",
            Role.INSPECTOR,
            "",
            "phone-1",
            "K3",
            new Enrolment.Bureau("b", "局", "430602"),
            Json.members().build());
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));
    server.enqueue(ours(200, MediaTypes.V1, EnrolmentJson.write(enrolment)));

    RemoteAnswer<Enrolment> answer =
        new EnrolmentClient(Records.CLOCK, heard -> {}, LITTLE)
            .enrol(
                new ServerAddress(List.of(server.url("/").toString()), Optional.empty()),
                new EnrolmentRequest("7K2M", "phone-1", "手机", ""));

    assertThat(answer).isEqualTo(new RemoteAnswer.Answered<>(enrolment));
    server.takeRequest();
    assertThat(EnrolmentJson.readRequest(Inflated.body(server.takeRequest())).code())
        .isEqualTo("7K2M");
  }

  private RemoteAnswer<PushReply> push() {
    return ledger.push(records.hazards(1));
  }

  private static RetrofitRemoteLedger at(String... urls) {
    return new RetrofitRemoteLedger(
        new ServerAddress(List.of(urls), Optional.empty()),
        "secret",
        Records.CLOCK,
        heard -> {},
        LITTLE);
  }

  private static <T> RemoteAnswer<T> offline(Reason reason) {
    return new RemoteAnswer.Offline<>(reason);
  }

  private static MockResponse ours(int status, String type, byte[] body) {
    return new MockResponse()
        .setResponseCode(status)
        .setHeader("Content-Type", type)
        .setBody(new Buffer().write(body));
  }

  private static Buffer gzip(byte[] bytes) throws IOException {
    Buffer compressed = new Buffer();
    try (okio.BufferedSink sink = Okio.buffer(new okio.GzipSink(compressed))) {
      sink.write(bytes);
    }
    return compressed;
  }

  private static String repeated(String text, int times) {
    return String.join("", new ArrayList<>(java.util.Collections.nCopies(times, text)));
  }
}
