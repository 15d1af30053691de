package cn.anxun.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.Server;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.storage.DataDirectory;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The plain pages as a browser gets them. */
final class ConsoleTest {
  @Test
  void figures_withoutALogin_leadToTheLogin() throws Exception {
    try (RunningServer running = RunningServer.start()) {
      running.addAccount("office", Grant.of(RunningServer.BUREAU, Role.OFFICE));
      HttpResponse<String> page = new TestBrowser(running.address()).get("/");
      assertThat(page.uri().getPath()).isEqualTo("/login");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'");
    }
  }

  @Test
  void login_withTheRightPassword_showsTheFiguresWithTheirRecords() throws Exception {
    try (RunningServer running = RunningServer.start()) {
      Enrolment zhang = running.enrol("zhang", Role.INSPECTOR);
      running.addAccount("office", Grant.of(RunningServer.BUREAU, Role.OFFICE));
      String id = running.id();
      running.push(
          zhang.token(),
          RunningServer.drill(id, "2026-03-01")
              .put(
                  "public",
                  Json.members()
                      .put("participants", 20)
                      .put("note", "<script>alert(1)</script>")
                      .build())
              .build());
      TestBrowser browser = new TestBrowser(running.address());

      HttpResponse<String> figures =
          browser.post(
              "/login",
              Map.of(
                  "csrf",
                  browser.secret("/login"),
                  "account",
                  "office",
                  "password",
                  RunningServer.PASSWORD,
                  "bureau",
                  ""));
      assertThat(figures.uri().getPath()).isEqualTo("/");
      assertThat(browser.get("/?year=2026").body()).contains("贡井区应急管理局", "演练次数", "drill.times");
      assertThat(browser.get("/figures?year=2026").body()).contains("演练次数", "drill.times");

      assertThat(browser.get("/figures/drill.times?year=2026").body())
          .contains("2026年3月1日", "/record/" + id);
      assertThat(browser.get("/record/" + id).body())
          .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "2026年3月1日")
          .doesNotContain("<script>");
      assertThat(
              browser
                  .post("/logout", Map.of("csrf", browser.secret("/?year=2026")))
                  .uri()
                  .getPath())
          .isEqualTo("/login");
      assertThat(browser.get("/").uri().getPath()).isEqualTo("/login");
    }
  }

  @Test
  void login_withoutTheSecretOfTheForm_isRefused() throws Exception {
    try (RunningServer running = RunningServer.start()) {
      running.addAccount("office", Grant.of(RunningServer.BUREAU, Role.OFFICE));
      TestBrowser browser = new TestBrowser(running.address());
      browser.get("/login");
      HttpResponse<String> page =
          browser.post(
              "/login",
              Map.of("csrf", "guess", "account", "office", "password", RunningServer.PASSWORD));
      assertThat(page.statusCode()).isEqualTo(403);
      assertThat(browser.get("/").uri().getPath()).isEqualTo("/login");
    }
  }

  @Test
  void gridWorker_isToldWhatToDo_andMayLogOut() throws Exception {
    try (RunningServer running = RunningServer.start()) {
      running.addAccount(
          "grid", new Grant(RunningServer.BUREAU, Role.GRID_WORKER, "", "510303001", 1));
      TestBrowser browser = new TestBrowser(running.address()).login("grid");
      HttpResponse<String> page = browser.get("/");
      assertThat(page.statusCode()).isEqualTo(403);
      assertThat(page.body())
          .contains("您的账号是网格员", "退出登录")
          .doesNotContain("href=\"/records\"", "href=\"/work\"");
      assertThat(browser.post("/logout", Map.of("csrf", browser.secret("/"))).uri().getPath())
          .isEqualTo("/login");
    }
  }

  @Test
  void link_showsTheFiguresOnce_andChangesNothing() throws Exception {
    try (RunningServer running = RunningServer.start()) {
      running.addAccount("office", Grant.of(RunningServer.BUREAU, Role.OFFICE));
      URI link = running.server().createLink(RunningServer.BUREAU, 2026);
      TestBrowser browser = new TestBrowser(running.address());
      HttpResponse<String> page = browser.get(link.toString());
      assertThat(page.uri().toString()).endsWith("/?year=2026");
      assertThat(page.body()).contains("总览");

      assertThat(new TestBrowser(running.address()).get(link.toString()).statusCode())
          .isEqualTo(403);
      assertThat(browser.get("/api/v1/entries").statusCode()).isEqualTo(403);
      assertThat(browser.post("/api/v1/entries", Map.of()).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void setup_withTheCode_makesTheFirstAdministrator_andOnlyTheFirst() throws Exception {
    try (Server server =
        Server.start(
            DataDirectory.ephemeral("test"), ServerOptions.inProcess(), Clock.systemUTC())) {
      TestBrowser browser = new TestBrowser(server.address());
      Map<String, String> fields =
          Map.of(
              "csrf", browser.secret("/"),
              "code", server.setupCode().orElseThrow(),
              "bureau", "gongjing",
              "bureau_name", "贡井区应急管理局",
              "division", "510303",
              "account", "admin",
              "name", "管理员",
              "password", RunningServer.PASSWORD);
      assertThat(browser.post("/setup", fields).uri().getPath()).isEqualTo("/login");
      assertThat(server.directory().accounts().listGrants("admin").get(0).role())
          .isEqualTo(Role.ADMINISTRATOR);
      assertThat(browser.post("/setup", fields).statusCode()).isEqualTo(403);
      assertThat(browser.get("/setup").statusCode()).isEqualTo(404);
    }
  }
}
