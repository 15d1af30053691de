package cn.anxun.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.http.v1.RunningServer;
import io.javalin.router.Endpoint;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every page and form against every role, forms with the secret of a page of their own. Each must
 * be named here by what it needs; one that is not fails the test. The forms are empty: what a role
 * may do with one that is filled in is tested beside it.
 */
final class ConsoleAccessTest {
  /**
   * Routes that ask for no permission: the doors, and what a page is made of. Whoever is logged in
   * may go on in another bureau of the own account, so {@code POST /bureau} is for every role; it
   * and the other doors change the session or the password, which would spoil the cells after them.
   */
  private static final List<String> OPEN =
      List.of(
          "GET /login",
          "POST /login",
          "POST /logout",
          "POST /language",
          "GET /link/{token}",
          "GET /password",
          "POST /password",
          "POST /bureau",
          "GET /setup",
          "POST /setup",
          "GET /app",
          "GET /app/anxun.apk",
          "GET /assets/{hash}/{name}");

  /** By the beginning of the route, the longest that fits. */
  private static final Map<String, Need> NEEDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("GET /", Need.SEE),
              Map.entry("GET /live", Need.SEE),
              Map.entry("GET /figures", Need.SEE),
              Map.entry("GET /records", Need.SEE),
              Map.entry("GET /records/{type}/export", Need.EXPORT),
              Map.entry("GET /record/{subject}", Need.SEE),
              Map.entry("GET /record/{subject}/say", Need.RECORD),
              Map.entry("GET /record/{subject}/amend", Need.RECORD),
              Map.entry("GET /papers", Need.SEE),
              Map.entry("GET /papers/export", Need.EXPORT),
              Map.entry("GET /papers/wording", Need.OFFICE),
              Map.entry("GET /papers/{subject}", Need.SEE),
              Map.entry("GET /papers/{subject}/file", Need.EXPORT),
              Map.entry("POST /papers/wording", Need.OFFICE),
              Map.entry("POST /papers/return", Need.DECIDE),
              Map.entry("POST /papers/{subject}/number", Need.DECIDE),
              Map.entry("POST /papers/{subject}/void", Need.DECIDE),
              Map.entry("POST /papers/{subject}/signed-copy", Need.RECORD),
              Map.entry("GET /work", Need.RECORD),
              Map.entry("GET /forms", Need.SEE),
              Map.entry("GET /forms/{key}/typed", Need.OFFICE),
              Map.entry("GET /forms/{key}/budget", Need.OFFICE),
              Map.entry("GET /forms/{key}/fill", Need.EXPORT),
              Map.entry("GET /forms/{key}/tie", Need.EXPORT),
              Map.entry("GET /forms/{key}/narrative.docx", Need.EXPORT),
              Map.entry("GET /narratives", Need.OFFICE),
              Map.entry("GET /forms/{key}/evidence.zip", Need.EXPORT),
              Map.entry("GET /forms/{key}/row/{row}/evidence", Need.EXPORT),
              Map.entry("GET /targets", Need.SEE),
              Map.entry("GET /targets/{key}", Need.OFFICE),
              Map.entry("GET /year-end", Need.SEE),
              Map.entry("GET /import", Need.OFFICE),
              Map.entry("GET /admin", Need.OFFICE),
              Map.entry("GET /admin/base", Need.OFFICE),
              Map.entry("GET /entry", Need.ENTER),
              Map.entry("GET /checkup", Need.DECIDE),
              Map.entry("GET /monthly", Need.SEE),
              Map.entry("GET /monthly/file", Need.EXPORT),
              Map.entry("GET /monthly/national/file", Need.EXPORT),
              Map.entry("GET /monthly/ranking/rule", Need.OFFICE),
              Map.entry("GET /admin/phones", Need.OFFICE),
              Map.entry("POST /admin/phones", Need.OFFICE),
              Map.entry("GET /admin/app", Need.ADMINISTER),
              Map.entry("POST /admin/app", Need.OVER_ALL_BUREAUS),
              Map.entry("GET /admin/people", Need.ADMINISTER),
              Map.entry("GET /admin/bureaus", Need.ADMINISTER),
              Map.entry("GET /admin/audit", Need.ADMINISTER),
              Map.entry("GET /bureaus", Need.SEE),
              Map.entry("GET /admin/devices", Need.ADMINISTER),
              Map.entry("GET /forms/{key}/monitoring", Need.SEE),
              Map.entry("GET /forms/{key}/monitoring/{ending}", Need.EXPORT),
              Map.entry("GET /admin/forms", Need.SEE),
              Map.entry("GET /admin/forms/edit", Need.OFFICE),
              Map.entry("GET /admin/forms/history", Need.OFFICE),
              Map.entry("GET /admin/measures", Need.SEE),
              Map.entry("GET /admin/measures/edit", Need.OFFICE),
              Map.entry("GET /admin/measures/history", Need.OFFICE),
              Map.entry("GET /admin/measures/records", Need.OFFICE),
              Map.entry("POST /record/{subject}/say/{kind}", Need.RECORD),
              Map.entry("POST /record/{subject}/correct/{entry}", Need.RECORD),
              Map.entry("POST /record/{subject}/void/{entry}", Need.RECORD),
              Map.entry("POST /record/{subject}/resolve", Need.DECIDE),
              Map.entry("POST /work/merge/{subject}", Need.DECIDE),
              Map.entry("POST /work/inbox", Need.ADMINISTER),
              Map.entry("POST /entry/new/{type}", Need.ENTER),
              Map.entry("POST /import", Need.OFFICE),
              Map.entry("POST /forms/{key}/typed", Need.OFFICE),
              Map.entry("POST /forms/{key}/budget", Need.OFFICE),
              Map.entry("POST /forms/{key}/monitoring", Need.OFFICE),
              Map.entry("POST /forms/{key}/narrative", Need.OFFICE),
              Map.entry("POST /forms/{key}/fill", Need.EXPORT),
              Map.entry("POST /forms/{key}/check", Need.EXPORT),
              Map.entry("POST /forms/{key}/tie", Need.EXPORT),
              Map.entry("POST /forms/{key}/tie/{draft}/save", Need.OFFICE),
              Map.entry("POST /forms/{key}/tie/forget/{layout}", Need.OFFICE),
              Map.entry("POST /narratives", Need.OFFICE),
              Map.entry("POST /targets", Need.OFFICE),
              Map.entry("POST /year-end", Need.OFFICE),
              Map.entry("POST /monthly/bulletins", Need.OFFICE),
              Map.entry("POST /monthly/ranking/rule", Need.OFFICE),
              Map.entry("POST /admin/base", Need.OFFICE),
              Map.entry("POST /admin/forms", Need.OFFICE),
              Map.entry("POST /admin/measures", Need.OFFICE),
              Map.entry("POST /admin/people", Need.ADMINISTER),
              Map.entry("POST /admin/devices", Need.ADMINISTER),
              Map.entry("POST /admin/bureaus", Need.OVER_ALL_BUREAUS),
              Map.entry("POST /admin/bureaus/{bureau}/name", Need.ADMINISTER)));

  /** What a role must have. */
  private enum Need {
    SEE(Permission.SEE_FIGURES),
    EXPORT(Permission.EXPORT),
    RECORD(Permission.PUSH),
    DECIDE(Permission.SEE_FIGURES),
    ENTER(Permission.PUSH),
    OFFICE(Permission.PUSH),
    ADMINISTER(Permission.ADMINISTER),
    /** Nobody here administers the other bureau; who may is tested beside the form. */
    OVER_ALL_BUREAUS(Permission.ADMINISTER);

    private final Permission permission;

    Need(Permission permission) {
      this.permission = permission;
    }

    boolean isMetBy(Role role) {
      return Permission.of(role).contains(Permission.SEE_FIGURES)
          && Permission.of(role).contains(permission)
          && (this != ENTER || Permission.of(role).contains(Permission.SEE_FIGURES))
          && (this != DECIDE || role.mayAmendOthers())
          && (this != OFFICE || role.mayEditDocuments())
          && this != OVER_ALL_BUREAUS;
    }
  }

  @Test
  void everyRoute_answersThoseAlone_whoMay() throws Exception {
    try (RunningServer running = RunningServer.start()) {
      running.server().directory().bureaus().create(new Bureau("other", "别处", "510304"), "test");
      running.server().directory().accounts().create("somebody", "somebody", "test");
      List<String> routes = routes(running);
      List<String> wrong = new ArrayList<>();
      int cells = 0;
      TestBrowser nobody = new TestBrowser(running.address());
      String nobodysSecret = nobody.secret("/login");
      for (String route : routes) {
        cells++;
        if (!isLogin(answer(nobody, route, nobodysSecret))) {
          wrong.add("nobody: " + route);
        }
      }
      for (Role role : Role.values()) {
        TestBrowser browser = login(running, role);
        String secret = browser.secret("/");
        for (String route : routes) {
          cells++;
          HttpResponse<String> answer = answer(browser, route, secret);
          if (isAnswered(answer) != needs(route).isMetBy(role)) {
            wrong.add(role + ": " + route + " " + answer.statusCode());
          }
        }
      }
      System.out.println(cells + " cells of route and role");
      assertThat(wrong).isEmpty();
    }
  }

  @Test
  void everyForm_whenItsSecretIsMissing_isRefusedEvenToTheAdministrator() throws Exception {
    try (RunningServer running = RunningServer.start()) {
      TestBrowser browser = login(running, Role.ADMINISTRATOR);
      List<String> taken = new ArrayList<>();
      for (String route : ofConsole(running).filter(route -> route.startsWith("POST")).toList()) {
        if (browser.post(path(route), Map.of()).statusCode() != 403) {
          taken.add(route);
        }
      }
      assertThat(taken).isEmpty();
    }
  }

  @Test
  void otherBureau_whenNobodyIsLoggedIn_leadsToTheLogin() throws Exception {
    try (RunningServer running = RunningServer.start()) {
      running.server().directory().accounts().create("somebody", "somebody", "test");
      TestBrowser nobody = new TestBrowser(running.address());
      Map<String, String> bureau = Map.of("bureau", RunningServer.BUREAU);
      assertThat(isLogin(nobody.send("/bureau", bureau, "/login"))).isTrue();
    }
  }

  private static TestBrowser login(RunningServer running, Role role) throws Exception {
    String account = role.wire();
    running.addAccount(account, new Grant(RunningServer.BUREAU, role, "", division(role), 1));
    return new TestBrowser(running.address()).login(account);
  }

  private static String division(Role role) {
    return role == Role.GRID_WORKER ? "510303001" : "";
  }

  /** Every page and form behind the login, as {@code GET /records/{type}}. */
  static List<String> routes(RunningServer running) {
    return ofConsole(running).filter(route -> !OPEN.contains(route)).toList();
  }

  private static Stream<String> ofConsole(RunningServer running) {
    return running.server().routes().stream()
        .filter(ConsoleAccessTest::isOfConsole)
        .map(route -> route.method.name() + ' ' + route.path);
  }

  private static boolean isOfConsole(Endpoint route) {
    return List.of("GET", "POST").contains(route.method.name())
        && !route.path.startsWith("/api/")
        && !List.of("/healthz", "/metrics").contains(route.path);
  }

  private static Need needs(String route) {
    Need needed = null;
    for (Map.Entry<String, Need> need : NEEDS.entrySet()) {
      boolean isRoot = need.getKey().equals("GET /");
      if (isRoot ? route.equals("GET /") : route.startsWith(need.getKey())) {
        needed = need.getValue();
      }
    }
    assertThat(needed).as("the permission that %s needs is named in this test", route).isNotNull();
    return needed;
  }

  private static HttpResponse<String> answer(TestBrowser browser, String route, String secret)
      throws Exception {
    return route.startsWith("GET")
        ? browser.get(path(route))
        : browser.post(path(route), Map.of("csrf", secret));
  }

  private static String path(String route) {
    return route.split(" ", 2)[1].replaceAll("\\{[^}]*\\}", "x");
  }

  private static boolean isLogin(HttpResponse<String> answer) {
    return answer.uri().getPath().equals("/login");
  }

  /**
   * Whether it was answered rather than refused: the page, or what is wrong with an empty form.
   *
   * @throws AssertionError where the server failed, or the session is gone
   */
  private static boolean isAnswered(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as("%s", answer.request().uri()).isLessThan(500);
    assertThat(isLogin(answer)).as("%s ended the session", answer.request().uri()).isFalse();
    return answer.statusCode() != 403;
  }
}
