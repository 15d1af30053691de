package cn.anxun.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.http.v1.RunningServer;
import io.javalin.router.Endpoint;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What asks for more than a role: the secret of a page of our own, a login before all else. Every
 * route against every role is {@code access.AccessMatrixTest}.
 */
final class ConsoleAccessTest {
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

  private static String path(String route) {
    return route.split(" ", 2)[1].replaceAll("\\{[^}]*\\}", "x");
  }

  private static boolean isLogin(HttpResponse<String> answer) {
    return answer.uri().getPath().equals("/login");
  }
}
