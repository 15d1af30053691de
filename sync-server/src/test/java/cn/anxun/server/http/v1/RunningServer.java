package cn.anxun.server.http.v1;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.wire.v1.EnrolmentJson;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.server.auth.Accounts;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.QuickPassword;
import cn.anxun.server.serve.Server;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.TestPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Random;

/**
 * A real server on a free port, with a bureau, and a plain client of its API. {@code
 * -Danxun.database=postgres}: over PostgreSQL, where a test brings no data directory of its own.
 */
public final class RunningServer implements AutoCloseable {
  public static final String BUREAU = "gongjing";
  public static final String PASSWORD = "Correct-horse-9";
  private static final OpenApiContract CONTRACT = OpenApiContract.load();
  private static final String ACTOR = "test";

  private final HttpClient http = HttpClient.newHttpClient();
  private final EntryIds ids;
  private final Server server;
  private int phones;

  private RunningServer(Server server, Clock clock) {
    this.server = server;
    this.ids = new EntryIds(clock, new Random(7));
  }

  public static RunningServer start() {
    return start(ServerOptions.inProcess(), Clock.systemUTC());
  }

  public static RunningServer start(ServerOptions options, Clock clock) {
    DataDirectory data = DataDirectory.ephemeral("test");
    if (System.getProperty("anxun.database", "").equals("postgres")) {
      data.usePostgres(TestPostgres.newDatabase());
    }
    return start(data, options, clock);
  }

  /** The same in this data directory. */
  public static RunningServer start(DataDirectory data, ServerOptions options, Clock clock) {
    Server server = Server.start(data, options, clock);
    server.directory().bureaus().create(new Bureau(BUREAU, "贡井区应急管理局", "510303"), ACTOR);
    return new RunningServer(server, clock);
  }

  /** The same as it is found in this data directory. */
  public static RunningServer restart(DataDirectory data, ServerOptions options) {
    return new RunningServer(Server.start(data, options, Clock.systemUTC()), Clock.systemUTC());
  }

  /** On a data directory that has its bureau already, such as a restored one. */
  public static RunningServer resume(DataDirectory data, Clock clock) {
    return new RunningServer(Server.start(data, ServerOptions.inProcess(), clock), clock);
  }

  public Server server() {
    return server;
  }

  /** A new account of this role with a phone of its own. */
  public Enrolment enrol(String account, Role role) throws Exception {
    return enrol(
        account, new Grant(BUREAU, role, "", role == Role.GRID_WORKER ? "510303001" : "", 1));
  }

  /** The same with these rights. The account has no password: hashing one takes its time. */
  public Enrolment enrol(String account, Grant grant) throws Exception {
    server.directory().accounts().create(account, account, ACTOR);
    server.directory().accounts().grant(account, grant, ACTOR);
    String code = server.directory().enrolments().createCode(account, grant.bureau(), ACTOR);
    EnrolmentRequest request = new EnrolmentRequest(code, "phone-" + ++phones, "手机", "");
    HttpResponse<byte[]> response = post("/api/v1/devices", "", EnrolmentJson.write(request));
    if (response.statusCode() != 200) {
      throw new AssertionError(text(response));
    }
    return EnrolmentJson.readReply(response.body());
  }

  /** A new account that logs in with {@link #PASSWORD}. */
  public void addAccount(String account, Grant grant) {
    addAccount(server, account, account, grant);
  }

  /** The same on any server, for somebody of this name. */
  public static void addAccount(Server server, String account, String name, Grant grant) {
    Accounts accounts = server.directory().accounts();
    accounts.create(account, name, ACTOR);
    accounts.grant(account, grant, ACTOR);
    QuickPassword.set(accounts, account, PASSWORD, ACTOR);
  }

  public HttpResponse<byte[]> post(String path, String token, byte[] body) throws Exception {
    return post(path, token, body, MediaTypes.V1);
  }

  public HttpResponse<byte[]> post(String path, String token, byte[] body, String contentType)
      throws Exception {
    return send(
        request(path, token)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  public HttpResponse<byte[]> get(String path, String token) throws Exception {
    return send(request(path, token).GET());
  }

  public HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  /** Sends the request, and holds the answer against the description of the API. */
  public HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
    List<String> problems =
        CONTRACT.check(
            response.request().method(),
            response.uri().getPath(),
            response.statusCode(),
            response.headers().firstValue("Content-Type").orElse(""),
            response.body());
    if (!problems.isEmpty()) {
      throw new AssertionError(problems + " " + text(response));
    }
    return response;
  }

  public URI address() {
    return server.address();
  }

  /** Pushes these entries. */
  public HttpResponse<byte[]> push(String token, Json... entries) throws Exception {
    return post(
        "/api/v1/entries",
        token,
        JsonText.bytes(Json.members().put("entries", Json.items(List.of(entries))).build()));
  }

  /** The id of a new entry. */
  public String id() {
    return ids.next();
  }

  /** A drill as a phone writes it. */
  public static Json.MembersBuilder drill(String id, String date) {
    return Json.members()
        .put("id", id)
        .put("kind", "DrillHeld")
        .put("subject", id)
        .put("at", "2026-03-01T02:03:04Z")
        .put("businessDate", date)
        .put("author", "zhang")
        .put("device", "phone")
        .put(
            "public",
            Json.members().put("participants", 20).put("division", "510303001001").build());
  }

  public static Json.Members json(HttpResponse<byte[]> response) {
    return (Json.Members) JsonText.read(response.body());
  }

  public static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }
}
