package cn.anxun.server.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.file.Pictures;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.storage.DataDirectory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos and documents over the wire, and to whom they are shown. */
final class FilesTest {
  private static final String FILES = "/api/v1/files";
  private static final byte[] PHOTO = Pictures.jpeg(1200, 900, 1);
  private static final String HASH = Pictures.sha256(PHOTO);
  private static final String ONE = FILES + '/' + HASH;
  private static final long TEN_GIGABYTES = 10L << 30;

  @TempDir Path folder;
  private RunningServer server;
  private Enrolment zhang;

  @BeforeEach
  void start() throws Exception {
    server =
        RunningServer.start(
            DataDirectory.open(folder.resolve("data"), "test"),
            ServerOptions.inProcess(),
            Clock.systemUTC());
    zhang = server.enrol("zhang", Role.INSPECTOR);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpRequest.Builder tus(String path, String token) {
    return server.request(path, token).header("Tus-Resumable", "1.0.0");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<byte[]> begin(String token, byte[] file, String type) throws Exception {
    return begin(token, Pictures.sha256(file), file.length, type, "");
  }

  private HttpResponse<byte[]> begin(
      String token, String hash, long length, String type, String more) throws Exception {
    return server.send(
        tus(FILES, token)
            .header("Upload-Length", Long.toString(length))
            .header("Upload-Metadata", "sha256 " + base64(hash) + ",type " + base64(type) + more)
            .POST(BodyPublishers.noBody()));
  }

  private HttpResponse<byte[]> append(String token, byte[] file, int from, int until)
      throws Exception {
    return server.send(
        tus(FILES + '/' + Pictures.sha256(file), token)
            .header("Upload-Offset", Integer.toString(from))
            .header("Content-Type", "application/offset+octet-stream")
            .method("PATCH", BodyPublishers.ofByteArray(file, from, until - from)));
  }

  private HttpResponse<byte[]> head(String token) throws Exception {
    return server.send(tus(ONE, token).method("HEAD", BodyPublishers.noBody()));
  }

  private void upload(String token, byte[] file, String type) throws Exception {
    assertThat(begin(token, file, type).statusCode()).isEqualTo(201);
    HttpResponse<byte[]> whole = append(token, file, 0, file.length);
    assertThat(whole.statusCode()).as(RunningServer.text(whole)).isEqualTo(204);
  }

  /** A drill that names this photo. */
  private String name(String token, String hash, String division) throws Exception {
    return name(token, hash, division, "before");
  }

  private String name(String token, String hash, String division, String role) throws Exception {
    String id = server.id();
    HttpResponse<byte[]> pushed = server.push(token, naming(id, hash, division, role));
    assertThat(RunningServer.text(pushed)).contains("\"seq\"");
    return id;
  }

  private static Json naming(String id, String hash, String division, String role) {
    Json.Members file =
        Json.members()
            .put("sha256", hash)
            .put("bytes", PHOTO.length)
            .put("type", "image/jpeg")
            .put("role", role)
            .build();
    Json.Members open = Json.members().put("division", division).build();
    return RunningServer.drill(id, "2026-03-01")
        .put("public", open)
        .put("attachments", Json.items(List.of(file)))
        .build();
  }

  @Test
  void inbox_ofARevokedPhone_saysWhichFilesItsEntriesName() throws Exception {
    var directory = server.server().directory();
    directory.devices().revoke(zhang.device(), "test");
    server.push(zhang.token(), naming(server.id(), HASH, "510303001", "before"));

    assertThat(directory.inbox().listHashes(RunningServer.BUREAU)).containsExactly(HASH);
    assertThat(directory.inbox().listHashes("other")).isEmpty();
  }

  private static String code(HttpResponse<byte[]> response) {
    return ((Json.Text) RunningServer.json(response).get("code")).value();
  }

  private static long offset(HttpResponse<byte[]> response) {
    return response.headers().firstValueAsLong("Upload-Offset").orElse(-1);
  }

  private Enrolment ofAnotherBureau() throws Exception {
    server.server().directory().bureaus().create(new Bureau("other", "别处", "510304"), "test");
    return server.enrol("zhou", new Grant("other", Role.ADMINISTRATOR, "", "", 1));
  }

  @Test
  void upload_inParts_isWholeOnlyAtTheEnd_andThenKnown() throws Exception {
    HttpResponse<byte[]> begun = begin(zhang.token(), PHOTO, "image/jpeg");
    assertThat(begun.headers().firstValue("Location")).contains(ONE);
    assertThat(offset(begun)).isZero();
    assertThat(offset(append(zhang.token(), PHOTO, 0, 9_000))).isEqualTo(9_000);
    assertThat(offset(head(zhang.token()))).isEqualTo(9_000);
    HttpResponse<byte[]> wrong = append(zhang.token(), PHOTO, 8_999, PHOTO.length);
    assertThat(wrong.statusCode()).isEqualTo(409);
    assertThat(code(wrong)).isEqualTo("wrong-offset");
    assertThat(known(zhang.token())).doesNotContain(HASH);

    assertThat(offset(append(zhang.token(), PHOTO, 9_000, PHOTO.length))).isEqualTo(PHOTO.length);
    assertThat(offset(head(zhang.token()))).isEqualTo(PHOTO.length);
    assertThat(offset(begin(zhang.token(), PHOTO, "image/jpeg"))).isEqualTo(PHOTO.length);
    assertThat(known(zhang.token())).contains(HASH);
    assertThat(known(ofAnotherBureau().token())).doesNotContain(HASH);
  }

  private String known(String token) throws Exception {
    return RunningServer.text(
        server.post(FILES + "/known", token, Pictures.ascii("{\"hashes\":[\"" + HASH + "\"]}")));
  }

  @Test
  void upload_whenTheConnectionBreaks_goesOnWhereItWas_alsoInAServerStartedAnew() throws Exception {
    begin(zhang.token(), PHOTO, "image/jpeg");
    int sent = 20_000;
    try (Socket socket = send(sent)) {
      socket.getOutputStream().flush();
    }
    int at = (int) offset(head(zhang.token()));
    while (at < sent) {
      at = (int) offset(head(zhang.token()));
    }
    assertThat(at).isEqualTo(sent);
    server.close();
    server =
        RunningServer.restart(
            DataDirectory.open(folder.resolve("data"), "test"), ServerOptions.inProcess());
    assertThat(offset(head(zhang.token()))).isEqualTo(sent);
    assertThat(offset(append(zhang.token(), PHOTO, sent, PHOTO.length))).isEqualTo(PHOTO.length);
  }

  /** Sends the head of a request that says the whole photo, and so many bytes of it. */
  private Socket send(int bytes) throws Exception {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
    OutputStream out = socket.getOutputStream();
    out.write(
        Pictures.ascii(
            "PATCH "
                + ONE
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                + zhang.token()
                + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type:"
                + " application/offset+octet-stream\r\nContent-Length: "
                + PHOTO.length
                + "\r\n\r\n"));
    out.write(PHOTO, 0, bytes);
    out.flush();
    return socket;
  }

  @Test
  void upload_whenTheNetworkIsGoneWithoutAWord_goesOnByAnotherConnection() throws Exception {
    begin(zhang.token(), PHOTO, "image/jpeg");
    int sent = 20_000;
    try (Socket dead = send(sent)) {
      while (offset(head(zhang.token())) < sent) {
        Thread.onSpinWait();
      }
      HttpResponse<byte[]> rest = append(zhang.token(), PHOTO, sent, PHOTO.length);
      assertThat(rest.statusCode()).as(RunningServer.text(rest)).isEqualTo(204);
      assertThat(dead.isConnected()).isTrue();
    }
  }

  @Test
  void upload_byWhoMayNot_isRefused() throws Exception {
    assertThat(begin("", PHOTO, "image/jpeg").statusCode()).isEqualTo(401);
    assertThat(begin("0".repeat(43), PHOTO, "image/jpeg").statusCode()).isEqualTo(401);
    begin(zhang.token(), PHOTO, "image/jpeg");
    Enrolment li = server.enrol("li", Role.INSPECTOR);
    assertThat(append(li.token(), PHOTO, 0, 10).statusCode()).isEqualTo(404);
    assertThat(head(ofAnotherBureau().token()).statusCode()).isEqualTo(404);

    server.server().directory().devices().revoke(zhang.device(), "test");
    HttpResponse<byte[]> revoked = append(zhang.token(), PHOTO, 0, PHOTO.length);
    assertThat(revoked.statusCode()).isEqualTo(401);
    assertThat(code(revoked)).isEqualTo("device-revoked");
    assertThat(begin(zhang.token(), Pictures.pdf(), "application/pdf").statusCode()).isEqualTo(401);
    assertThat(known(li.token())).doesNotContain(HASH);
  }

  @Test
  void upload_ofWhatIsNotTaken_isRefusedWithItsReason() throws Exception {
    String token = zhang.token();
    assertThat(code(begin(token, HASH, TEN_GIGABYTES, "image/jpeg", "")))
        .isEqualTo("file-too-large");
    assertThat(code(begin(token, HASH, 10, "text/html", ""))).isEqualTo("file-type");
    for (String name : List.of("../../etc/passwd", "a\\b.jpg", "C:x", "..")) {
      HttpResponse<byte[]> path = begin(token, HASH, 10, "image/jpeg", ",filename " + base64(name));
      assertThat(path.statusCode()).isEqualTo(400);
      assertThat(code(path)).isEqualTo("bad-upload-metadata");
    }
    assertThat(begin(token, HASH, 10, "image/jpeg", ",filename " + base64("隐患.jpg")).statusCode())
        .isEqualTo(201);
    assertThat(code(begin(token, "../../" + HASH.substring(6), 10, "image/jpeg", "")))
        .isEqualTo("bad-upload-metadata");

    byte[] polyglot = Pictures.joined(PHOTO, Pictures.ascii("<html><script>alert(1)</script>"));
    for (Map.Entry<byte[], String> refused :
        Map.of(polyglot, "file-damaged", Pictures.png(20, 20, 1), "file-type-differs").entrySet()) {
      byte[] file = refused.getKey();
      begin(token, file, "image/jpeg");
      HttpResponse<byte[]> end = append(token, file, 0, file.length);
      assertThat(code(end)).isEqualTo(refused.getValue());
      assertThat(append(token, file, 0, file.length).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void upload_ofOtherBytesThanTheHash_beginsAnew() throws Exception {
    byte[] other = Pictures.jpeg(1200, 900, 2);
    begin(zhang.token(), HASH, other.length, "image/jpeg", "");
    HttpResponse<byte[]> end =
        server.send(
            tus(ONE, zhang.token())
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .header("X-HTTP-Method-Override", "PATCH")
                .POST(BodyPublishers.ofByteArray(other)));
    assertThat(end.statusCode()).isEqualTo(460);
    assertThat(code(end)).isEqualTo("file-hash-differs");
    upload(zhang.token(), PHOTO, "image/jpeg");
  }

  @Test
  void file_isShownToThoseAlone_whoSeeAnEntryThatNamesIt() throws Exception {
    upload(zhang.token(), PHOTO, "image/jpeg");
    assertThat(server.get(ONE, zhang.token()).statusCode()).isEqualTo(404);
    Enrolment zhou = ofAnotherBureau();
    name(zhou.token(), HASH, "510304001");
    Enrolment near = server.enrol("near", Role.GRID_WORKER);
    Enrolment far =
        server.enrol("far", new Grant(RunningServer.BUREAU, Role.GRID_WORKER, "", "510303009", 1));
    name(zhang.token(), HASH, "510303001007");

    assertThat(server.get(ONE, zhang.token()).body()).isEqualTo(PHOTO);
    assertThat(server.get(ONE, near.token()).statusCode()).isEqualTo(200);
    for (String token : List.of(far.token(), zhou.token())) {
      assertThat(server.get(ONE, token).statusCode()).isEqualTo(404);
      assertThat(server.get(ONE + "/thumbnail", token).statusCode()).isEqualTo(404);
    }
    assertThat(server.get(ONE, "").statusCode()).isEqualTo(401);
  }

  @Test
  void file_whoseHashAGridWorkerKnows_isNotHadByNamingIt_butBySendingItToo() throws Exception {
    upload(zhang.token(), PHOTO, "image/jpeg");
    name(zhang.token(), HASH, "510303001007");
    Enrolment far =
        server.enrol("far", new Grant(RunningServer.BUREAU, Role.GRID_WORKER, "", "510303009", 1));
    name(far.token(), HASH, "510303009001");

    assertThat(server.get(ONE, far.token()).statusCode()).isEqualTo(404);
    assertThat(known(far.token())).doesNotContain(HASH);
    upload(far.token(), PHOTO, "image/jpeg");
    assertThat(server.get(ONE, far.token()).body()).isEqualTo(PHOTO);
    assertThat(known(far.token())).contains(HASH);
  }

  @Test
  void file_thatAGridWorkerSent_isSeenByTheOthersOfTheDivision() throws Exception {
    Enrolment near = server.enrol("near", Role.GRID_WORKER);
    Enrolment other = server.enrol("other-near", Role.GRID_WORKER);
    upload(near.token(), PHOTO, "image/jpeg");
    name(near.token(), HASH, "510303001007");

    assertThat(server.get(ONE, other.token()).body()).isEqualTo(PHOTO);
    assertThat(known(other.token())).contains(HASH);
  }

  @Test
  void signedCopy_isForThoseWhoMaySeePersons_andGoesWithThemByARedaction() throws Exception {
    upload(zhang.token(), PHOTO, "image/jpeg");
    String paper = name(zhang.token(), HASH, "510303001007", "signed-copy");
    Enrolment office = server.enrol("office", Role.OFFICE);
    server.addAccount("auditor", Grant.of(RunningServer.BUREAU, Role.AUDITOR));
    TestBrowser auditor = new TestBrowser(server.address()).login("auditor");
    assertThat(server.get(ONE, zhang.token()).body()).isEqualTo(PHOTO);
    assertThat(auditor.bytes(ONE).statusCode()).isEqualTo(404);

    redact(zhang.token(), paper);
    assertThat(server.get(ONE, zhang.token()).statusCode()).isEqualTo(200);
    redact(office.token(), paper);

    for (String token : List.of(zhang.token(), office.token())) {
      assertThat(server.get(ONE, token).statusCode()).isEqualTo(404);
      assertThat(server.get(ONE + "/thumbnail", token).statusCode()).isEqualTo(404);
      assertThat(known(token)).contains(HASH);
    }
    assertThat(offset(begin(zhang.token(), PHOTO, "image/jpeg"))).isEqualTo(PHOTO.length);
    name(zhang.token(), HASH, "510303001007");
    assertThat(server.get(ONE, zhang.token()).body()).isEqualTo(PHOTO);
    assertThat(auditor.bytes(ONE).body()).isEqualTo(PHOTO);
  }

  private void redact(String token, String subject) throws Exception {
    Json entry =
        Json.members()
            .put("id", server.id())
            .put("kind", "Redacted")
            .put("subject", subject)
            .put("after", subject)
            .put("at", "2026-03-02T02:03:04Z")
            .put("businessDate", "2026-03-02")
            .put("author", "office")
            .put("device", "phone")
            .put("public", Json.members().put("target", subject).put("reason", "本人申请").build())
            .build();
    assertThat(RunningServer.text(server.push(token, entry))).contains("\"seq\"");
  }

  @Test
  void file_isServedAsItWasFound_inPartsToo_andNeverAsAPage() throws Exception {
    upload(zhang.token(), PHOTO, "image/jpeg");
    name(zhang.token(), HASH, "510303001");
    HttpResponse<byte[]> whole = server.get(ONE, zhang.token());
    assertThat(whole.headers().map())
        .containsEntry("content-type", List.of("image/jpeg"))
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry("accept-ranges", List.of("bytes"));
    assertThat(whole.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox");

    HttpResponse<byte[]> part = range("bytes=100-199");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(PHOTO, 100, 200));
    assertThat(part.headers().firstValue("Content-Range"))
        .contains("bytes 100-199/" + PHOTO.length);
    assertThat(range("bytes=-5").body())
        .isEqualTo(Arrays.copyOfRange(PHOTO, PHOTO.length - 5, PHOTO.length));
    assertThat(range("bytes=" + PHOTO.length + "-").statusCode()).isEqualTo(416);
    assertThat(range("bytes=0-1,5-6").body()).isEqualTo(PHOTO);

    HttpResponse<byte[]> small = server.get(ONE + "/thumbnail", zhang.token());
    try (InputStream in = new ByteArrayInputStream(small.body())) {
      assertThat(ImageIO.read(in).getWidth()).isEqualTo(320);
    }
  }

  @Test
  void thumbnail_ofAPictureThatCannotBeDrawn_isASign() throws Exception {
    Map<byte[], String> odd =
        Map.of(Pictures.webp(300, 200), "image/webp", Pictures.pngOf(9_000, 9_000), "image/png");
    Set<String> signs = new HashSet<>();
    for (Map.Entry<byte[], String> picture : odd.entrySet()) {
      String hash = Pictures.sha256(picture.getKey());
      upload(zhang.token(), picture.getKey(), picture.getValue());
      name(zhang.token(), hash, "510303001");
      HttpResponse<byte[]> sign = server.get(FILES + '/' + hash + "/thumbnail", zhang.token());
      assertThat(sign.headers().firstValue("Content-Type")).contains("image/jpeg");
      try (InputStream in = new ByteArrayInputStream(sign.body())) {
        assertThat(ImageIO.read(in).getWidth()).isEqualTo(320);
      }
      signs.add(Pictures.sha256(sign.body()) + sign.headers().firstValue("ETag").orElseThrow());
    }
    assertThat(signs).hasSize(1);
    byte[] pdf = Pictures.pdf();
    upload(zhang.token(), pdf, "application/pdf");
    name(zhang.token(), Pictures.sha256(pdf), "510303001");
    assertThat(code(server.get(FILES + '/' + Pictures.sha256(pdf) + "/thumbnail", zhang.token())))
        .isEqualTo("no-thumbnail");
  }

  private HttpResponse<byte[]> range(String range) throws Exception {
    return server.send(server.request(ONE, zhang.token()).header("Range", range).GET());
  }

  @Test
  void tus_ofAnotherVersion_isRefused_andTheVersionsAreTold() throws Exception {
    HttpResponse<byte[]> none =
        server.send(server.request(FILES, zhang.token()).POST(BodyPublishers.noBody()));
    assertThat(none.statusCode()).isEqualTo(412);
    HttpResponse<byte[]> versions =
        server.send(server.request(FILES, "").method("OPTIONS", BodyPublishers.noBody()));
    assertThat(versions.headers().firstValue("Tus-Max-Size")).contains("67108864");
    begin(zhang.token(), PHOTO, "image/jpeg");
    assertThat(server.send(tus(ONE, zhang.token()).DELETE()).statusCode()).isEqualTo(204);
    assertThat(head(zhang.token()).statusCode()).isEqualTo(404);
  }
}
