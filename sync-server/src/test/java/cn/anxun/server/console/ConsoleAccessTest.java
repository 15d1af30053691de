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
import org.junit.jupiter.api.Test;

/**
 * Every page and form against every role. Each page must be named here by what it needs; one that
 * is not fails the test. What a role may do with a form is tested beside the form.
 */
final class ConsoleAccessTest {
  /** Routes that need no login: the doors, and what a page is made of. */
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
              Map.entry("GET /admin/measures/records", Need.OFFICE)));

  /** What a role must have. */
  private enum Need {
    SEE(Permission.SEE_FIGURES),
    EXPORT(Permission.EXPORT),
    RECORD(Permission.PUSH),
    DECIDE(Permission.SEE_FIGURES),
    ENTER(Permission.PUSH),
    OFFICE(Permission.PUSH),
    ADMINISTER(Permission.ADMINISTER);

    private final Permission permission;

    Need(Permission permission) {
      this.permission = permission;
    }

    boolean isMetBy(Role role) {
      return Permission.of(role).contains(Permission.SEE_FIGURES)
          && Permission.of(role).contains(permission)
          && (this != ENTER || Permission.of(role).contains(Permission.SEE_FIGURES))
          && (this != DECIDE || role.mayAmendOthers())
          && (this != OFFICE || role.mayEditDocuments());
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
      for (String route : routes) {
        cells++;
        if (!answer(nobody, route).uri().getPath().equals("/login")) {
          wrong.add("nobody: " + route);
        }
      }
      for (Role role : Role.values()) {
        String account = role.wire();
        running.addAccount(account, new Grant(RunningServer.BUREAU, role, "", division(role), 1));
        TestBrowser browser = new TestBrowser(running.address()).login(account);
        for (String route : routes) {
          cells++;
          boolean refused = answer(browser, route).statusCode() == 403;
          // A form without the secret is refused to everybody.
          boolean may = route.startsWith("GET") && needs(route).isMetBy(role);
          if (may == refused) {
            wrong.add(role + ": " + route);
          }
        }
      }
      System.out.println(cells + " cells of route and role");
      assertThat(wrong).isEmpty();
    }
  }

  private static String division(Role role) {
    return role == Role.GRID_WORKER ? "510303001" : "";
  }

  /** Every page and form behind the login, as {@code GET /records/{type}}. */
  static List<String> routes(RunningServer running) {
    return running.server().routes().stream()
        .filter(ConsoleAccessTest::isOfConsole)
        .map(route -> route.method.name() + ' ' + route.path)
        .filter(route -> !OPEN.contains(route))
        .toList();
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

  private static HttpResponse<String> answer(TestBrowser browser, String route) throws Exception {
    String path = route.split(" ", 2)[1].replaceAll("\\{[^}]*\\}", "x");
    return route.startsWith("GET") ? browser.get(path) : browser.post(path, Map.of());
  }
}
