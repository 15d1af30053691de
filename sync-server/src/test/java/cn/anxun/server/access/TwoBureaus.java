package cn.anxun.server.access;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.http.RateLimit.Allowance;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.ServerOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server with two bureaus, each with people, phones, records and a photo. */
final class TwoBureaus implements AutoCloseable {
  static final String OWN = RunningServer.BUREAU;
  static final String OTHER = "other";
  private static final String FORM_SECRET = "form-secret-of-this-browser";

  /** What stands at these places of an address. */
  private final Map<String, Map<String, String>> places = new LinkedHashMap<>();

  private final RunningServer running;
  private final List<Caller> callers = new ArrayList<>();

  private TwoBureaus(RunningServer running) {
    this.running = running;
  }

  static TwoBureaus open() throws Exception {
    ServerOptions options =
        ServerOptions.inProcess()
            .withRate(new Allowance(1_000_000, 1_000))
            .withGuesses(new Allowance(1_000_000, 1_000));
    TwoBureaus both = new TwoBureaus(RunningServer.start(options, Clock.systemUTC()));
    both.directory().bureaus().create(new Bureau(OTHER, "别处应急管理局", "510304"), "test");
    both.fill(OWN, "chief", 1);
    both.fill(OTHER, "far-chief", 2);
    both.add("nobody", Caller.Kind.NOBODY, Role.INSPECTOR, Map.of());
    String guess = "x".repeat(43);
    both.add("a guessed token", Caller.Kind.NOBODY, Role.INSPECTOR, bearer(guess));
    both.add("a guessed cookie", Caller.Kind.NOBODY, Role.INSPECTOR, both.cookie(guess));
    both.add("an ended session", Caller.Kind.NOBODY, Role.OFFICE, both.cookie(both.ended()));
    for (Role role : Role.values()) {
      both.people(role);
    }
    both.withdrawn();
    both.overAll();
    both.link();
    return both;
  }

  private Directory directory() {
    return running.server().directory();
  }

  RunningServer running() {
    return running;
  }

  List<Caller> callers() {
    return callers;
  }

  /** The ids of this bureau, by the name that an address has for them. */
  Map<String, String> places(String bureau) {
    return places.getOrDefault(bureau, Map.of());
  }

  private void fill(String bureau, String chief, int picture) throws Exception {
    Enrolment phone = running.enrol(chief, new Grant(bureau, Role.ADMINISTRATOR, "", "", 1));
    places.put(bureau, Things.record(running, phone, bureau, picture));
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token, "Cookie", "anxun_form=" + FORM_SECRET);
  }

  private Map<String, String> cookie(String token) {
    return Map.of("Cookie", "anxun_session=" + token + "; anxun_form=" + FORM_SECRET);
  }

  /** The secret of the forms of this caller's pages. */
  static String secret(Caller caller) {
    return FORM_SECRET + '.' + caller.person();
  }

  private void add(String name, Caller.Kind kind, Role role, Map<String, String> headers) {
    callers.add(new Caller(name, kind, role, headers, "nobody@" + OWN, false));
  }

  private String session(String account, String bureau) {
    return directory().sessions().start(account, bureau).token();
  }

  private String ended() {
    String token = session("chief", OWN);
    directory().sessions().end(token);
    return token;
  }

  /** Somebody of this role with a phone, a browser and a program, as far as they may have one. */
  private void people(Role role) throws Exception {
    String account = role.wire();
    Grant grant = new Grant(OWN, role, "", division(role), 1);
    if (role == Role.AUDITOR) {
      directory().accounts().create(account, account, "test");
      directory().accounts().grant(account, grant, "test");
    } else {
      String token = running.enrol(account, grant).token();
      callers.add(
          new Caller(account, Caller.Kind.PHONE, role, bearer(token), account + '@' + OWN, false));
      // A phone's token that somebody puts where a browser keeps its session.
      Map<String, String> planted = cookie(token);
      callers.add(
          new Caller(
              account + "'s phone as a browser",
              Caller.Kind.NOBODY,
              role,
              planted,
              account + '@' + OWN,
              false));
    }
    String person = account + '@' + OWN;
    Map<String, String> browser = cookie(session(account, OWN));
    callers.add(new Caller(account, Caller.Kind.BROWSER, role, browser, person, false));
    Map<String, String> program = bearer(session(account, OWN));
    callers.add(new Caller(account, Caller.Kind.PROGRAM, role, program, person, false));
  }

  private static String division(Role role) {
    return role == Role.GRID_WORKER ? Things.DIVISION : "";
  }

  private void withdrawn() throws Exception {
    Enrolment revoked = running.enrol("revoked", Role.ADMINISTRATOR);
    directory().devices().revoke(revoked.device(), "test");
    Enrolment disabled = running.enrol("disabled", Role.OFFICE);
    directory().accounts().setDisabled("disabled", true, "test");
    Enrolment left = running.enrol("left", Role.INSPECTOR);
    directory().accounts().revokeGrant("left", OWN, "test");
    Enrolment changed = running.enrol("changed", Role.SUPERVISOR);
    directory().accounts().grant("changed", Grant.of(OWN, Role.AUDITOR), "test");
    List<Enrolment> all = List.of(revoked, disabled, left, changed);
    for (Enrolment one : all) {
      add("the phone of " + one.account(), Caller.Kind.WITHDRAWN, one.role(), bearer(one.token()));
    }
  }

  /** An administrator of both, in the one and in the other. */
  private void overAll() {
    directory().accounts().create("over-all", "over-all", "test");
    for (String bureau : List.of(OWN, OTHER)) {
      directory().accounts().grant("over-all", Grant.of(bureau, Role.ADMINISTRATOR), "test");
    }
    callers.add(
        new Caller(
            "administrator of both",
            Caller.Kind.BROWSER,
            Role.ADMINISTRATOR,
            cookie(session("over-all", OWN)),
            "over-all@" + OWN,
            true));
  }

  private void link() {
    String link = directory().sessions().createLink(OWN);
    String token = directory().sessions().follow(link).orElseThrow().token();
    callers.add(
        new Caller(
            "a link", Caller.Kind.LINK, Role.SUPERVISOR, cookie(token), "link@" + OWN, false));
  }

  /** All that the server keeps, but what a refused request may leave. */
  String standing() throws IOException, SQLException {
    return Standing.of(running.server().data().root());
  }

  /** A push of one record that nobody has pushed before. */
  byte[] push() {
    return JsonText.bytes(
        Json.members()
            .put(
                "entries",
                Json.items(List.of(RunningServer.drill(running.id(), "2026-03-02").build())))
            .build());
  }

  @Override
  public void close() {
    running.close();
  }
}
