package cn.anxun.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.wire.v1.EnrolmentJson;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.certificate.CertificateFiles;
import cn.anxun.server.certificate.ServerCertificate;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.Server;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.serve.ServerOptions.Transport;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.StorageException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A walk through everything that has to do with a secret, with the log as it is shipped: none of
 * them stands in the log, in a refusal, in an address, or in a file where it need not.
 */
final class SecretsTest {
  private static final String CHOSEN = "Canary-chosen-4417";
  private static final String WRONG = "Canary-wrong-8823";
  private static final String METRICS = "canary-metrics-token-5521";
  private static final String KEYSTORE = "canary-keystore-6610";
  private static final String PHONE = "13900008823";
  private static final String IDENTITY = "510303199001018823";
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
  private static final Pattern GIVEN = Pattern.compile("Ax-" + CODE.pattern());

  private static final class Kept extends AppenderBase<ILoggingEvent> {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(
          event.getFormattedMessage()
              + event.getMDCPropertyMap()
              + ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
  }

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private final Kept log = new Kept();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

  /** By what they are. */
  private final Map<String, String> secrets = new LinkedHashMap<>();

  private final List<String> refusals = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();

  @BeforeEach
  void listen() {
    log.setContext(root.getLoggerContext());
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void leave() {
    root.detachAppender(log);
  }

  private static ServerOptions logging() {
    ServerOptions options = ServerOptions.inProcess();
    return new ServerOptions(
        0, options.transport(), options.rate(), options.guesses(), Optional.of(METRICS), true);
  }

  private <T> HttpResponse<T> kept(HttpResponse<T> answer) {
    addresses.add(answer.uri().toString());
    answer.headers().firstValue("Location").ifPresent(addresses::add);
    if (answer.statusCode() >= 400) {
      refusals.add(
          answer.body() instanceof byte[] bytes
              ? new String(bytes, StandardCharsets.UTF_8)
              : String.valueOf(answer.body()));
    }
    return answer;
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    assertThat(matcher.find()).as(page).isTrue();
    return matcher.group();
  }

  @Test
  void secrets_standNowhereButWhereTheyMust() throws Exception {
    try (RunningServer running =
        RunningServer.start(DataDirectory.open(folder, "test"), logging(), Clock.systemUTC())) {
      secrets.put("the setup code", running.server().setupCode().orElseThrow());
      running.addAccount("admin", Grant.of(RunningServer.BUREAU, Role.ADMINISTRATOR));
      secrets.put("the password", RunningServer.PASSWORD);
      TestBrowser admin = new TestBrowser(running.address()).login("admin");
      secrets.put("the session", admin.cookie("anxun_session"));
      secrets.put("the browser's secret", admin.cookie("anxun_browser"));
      passwords(running, admin);
      String phone = enrol(running, admin);
      records(running, phone);
      files(running, phone);
      metrics(running);
      link(running);
      keystore();
      running.server().directory().devices().revoke("gongjing.A0", "test");
      kept(running.get("/api/v1/entries", phone));
      records(running, phone);
      looksAtTheDisk();
    }
    assertThat(log.lines).as("lines of the log").hasSizeGreaterThan(20);
    assertThat(refusals).hasSizeGreaterThan(10);
    String logged = String.join("\n", log.lines);
    secrets.put("a phone number", PHONE);
    secrets.put("an identity number", IDENTITY);
    secrets.forEach(
        (what, secret) -> {
          assertThat(logged).as("%s in the log", what).doesNotContain(secret);
          assertThat(refusals).as("%s in a refusal", what).noneMatch(one -> one.contains(secret));
          assertThat(addresses).as("%s in an address", what).noneMatch(one -> one.contains(secret));
        });
  }

  private void passwords(RunningServer running, TestBrowser admin) throws Exception {
    secrets.put("a wrong password", WRONG);
    secrets.put("a chosen password", CHOSEN);
    running.addAccount("li", Grant.of(RunningServer.BUREAU, Role.OFFICE));
    TestBrowser li = new TestBrowser(running.address());
    kept(li.send("/login", Map.of("account", "li", "password", WRONG), "/login"));
    HttpResponse<String> page =
        admin.send("/admin/people/account/li/password", Map.of(), "/admin/people/account/li");
    String given = found(GIVEN, kept(page).body());
    secrets.put("a password given out", given);
    kept(li.send("/login", Map.of("account", "li", "password", given), "/login"));
    kept(change(li, WRONG, CHOSEN));
    kept(change(li, given, "weak"));
    kept(change(li, given, CHOSEN));
    secrets.put("a session after a change", li.cookie("anxun_session"));
    kept(
        running.post(
            "/api/v1/sessions",
            "",
            ("{\"account\":\"li\",\"password\":\"" + WRONG + "\"}")
                .getBytes(StandardCharsets.UTF_8)));
    kept(
        running.post(
            "/api/v1/sessions",
            "",
            ("{\"account\":\"li\",\"password\":\"" + WRONG).getBytes(StandardCharsets.UTF_8)));
  }

  private static HttpResponse<String> change(TestBrowser li, String present, String chosen)
      throws Exception {
    return li.send(
        "/password",
        Map.of("account", "li", "password", present, "chosen", chosen, "again", chosen),
        "/password");
  }

  private String enrol(RunningServer running, TestBrowser admin) throws Exception {
    running.server().directory().accounts().create("zhang", "张三", "test");
    running
        .server()
        .directory()
        .accounts()
        .grant("zhang", Grant.of(RunningServer.BUREAU, Role.INSPECTOR), "test");
    HttpResponse<String> page =
        admin.send(
            "/admin/people/account/zhang/enrol",
            Map.of("address", "https://10.1.2.3:8443"),
            "/admin/people/account/zhang");
    String code = found(CODE, kept(page).body());
    secrets.put("an enrolment code", code);
    byte[] request = EnrolmentJson.write(new EnrolmentRequest(code, "phone-1", "手机", ""));
    HttpResponse<byte[]> enrolled = kept(running.post("/api/v1/devices", "", request));
    String token = EnrolmentJson.readReply(enrolled.body()).token();
    secrets.put("a phone's token", token);
    kept(
        running.post(
            "/api/v1/devices",
            "",
            EnrolmentJson.write(new EnrolmentRequest(code, "phone-2", "手机", ""))));
    String guess = "canary-guessed-token-99";
    secrets.put("a guessed token", guess);
    kept(running.get("/api/v1/entries", guess));
    return token;
  }

  private void records(RunningServer running, String token) throws Exception {
    Json personal = Json.members().put("contact", IDENTITY).put("contact_phone", PHONE).build();
    Json.MembersBuilder good =
        RunningServer.drill(running.id(), "2026-03-01").put("personal", personal);
    kept(running.push(token, good.build()));
    Json wrong =
        RunningServer.drill(running.id(), "1999-03-01")
            .put("public", Json.members().put("phone", PHONE).put("participants", IDENTITY).build())
            .put("personal", personal)
            .build();
    refusals.add(RunningServer.text(kept(running.push(token, wrong))));
    String broken = "{\"entries\":[{\"personal\":{\"phone\":\"" + PHONE + "\"";
    kept(running.post("/api/v1/entries", token, broken.getBytes(StandardCharsets.UTF_8)));
  }

  private void files(RunningServer running, String token) throws Exception {
    kept(running.get("/api/v1/files/" + "ab".repeat(32), token));
    kept(running.get("/api/v1/forms/none.xlsx", token));
    kept(running.get("/records/hazard", token));
  }

  private void metrics(RunningServer running) throws Exception {
    refusals.add(RunningServer.text(running.get("/metrics", "")));
    secrets.put("the token of the metrics", METRICS);
    kept(running.get("/metrics", METRICS));
    kept(running.get("/link/not-a-link", ""));
  }

  /** The one secret that stands in an address: once, and in none that follows. */
  private void link(RunningServer running) throws Exception {
    String link = running.server().directory().sessions().createLink(RunningServer.BUREAU);
    secrets.put("a link", link);
    HttpResponse<byte[]> followed = running.get("/link/" + link, "");
    assertThat(followed.statusCode()).isEqualTo(303);
    addresses.add(followed.headers().firstValue("Location").orElseThrow());
    String cookie = followed.headers().firstValue("Set-Cookie").orElseThrow();
    secrets.put("a link's session", cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')));
    HttpResponse<byte[]> again = running.get("/link/" + link, "");
    assertThat(again.statusCode()).isEqualTo(403);
    refusals.add(RunningServer.text(again));
  }

  /** A server with a key of its own starts with the right password, and not with a wrong one. */
  private void keystore() throws Exception {
    secrets.put("the password of a key store", KEYSTORE);
    ServerCertificate made = CertificateFiles.lan(elsewhere, Clock.systemUTC(), new SecureRandom());
    KeyStore store = made.keyStore();
    String alias = store.aliases().nextElement();
    store.setKeyEntry(
        alias,
        store.getKey(alias, made.password().toCharArray()),
        KEYSTORE.toCharArray(),
        store.getCertificateChain(alias));
    Path file = elsewhere.resolve("own.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, KEYSTORE.toCharArray());
    }
    start(new Transport.Keystore(file, KEYSTORE)).close();
    assertThatThrownBy(() -> start(new Transport.Keystore(elsewhere.resolve("lan.p12"), KEYSTORE)))
        .isInstanceOf(StorageException.class)
        .satisfies(refused -> refusals.add(Arrays.toString(refused.getStackTrace()) + refused));
  }

  private static Server start(Transport transport) {
    return Server.start(
        DataDirectory.ephemeral("test"), logging().withTransport(transport), Clock.systemUTC());
  }

  /** No secret stands on the disk in the clear, and no personal words but in the ledger. */
  private void looksAtTheDisk() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        secrets.forEach(
            (what, secret) -> assertThat(bytes).as("%s in %s", what, file).doesNotContain(secret));
        boolean holdsEntries =
            file.toString().contains("bureaus") || file.toString().contains("directory.db");
        if (!holdsEntries) {
          assertThat(bytes).as("%s", file).doesNotContain(PHONE).doesNotContain(IDENTITY);
        }
      }
    }
  }
}
