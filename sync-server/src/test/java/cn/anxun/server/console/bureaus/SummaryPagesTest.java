package cn.anxun.server.console.bureaus;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A city that looks at two bureaus. */
final class SummaryPagesTest {
  private static final String OTHER = "rongxian";
  private static final String YEAR = "/bureaus?year=2026";
  private RunningServer running;

  @BeforeEach
  void start() throws Exception {
    running = RunningServer.start();
    running.server().directory().bureaus().create(new Bureau(OTHER, "荣县应急管理局", "510321"), "test");
    Enrolment here = running.enrol("zhang", Grant.of(RunningServer.BUREAU, Role.INSPECTOR));
    Enrolment there = running.enrol("li", Grant.of(OTHER, Role.INSPECTOR));
    drill(here, 3);
    drill(here, 4);
    drill(there, 50);
    hazard(there);
    running.addAccount("city", Grant.of(RunningServer.BUREAU, Role.SUPERVISOR));
    running.server().directory().accounts().grant("city", Grant.of(OTHER, Role.AUDITOR), "test");
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private void drill(Enrolment phone, int participants) throws Exception {
    running.push(
        phone.token(),
        RunningServer.drill(running.id(), "2026-03-01")
            .put("public", Json.members().put("participants", participants).build())
            .build());
  }

  private void hazard(Enrolment phone) throws Exception {
    String id = running.id();
    running.push(
        phone.token(),
        Json.members()
            .put("id", id)
            .put("kind", "HazardFound")
            .put("subject", id)
            .put("at", "2026-03-01T02:03:04Z")
            .put("businessDate", "2026-03-01")
            .put("author", "li")
            .put("device", "phone")
            .put("public", Json.members().put("level", "一般").put("description", "荣县隐患").build())
            .build());
  }

  /** Logs in; with several bureaus one gets to their sum. */
  private TestBrowser city() throws Exception {
    TestBrowser browser = new TestBrowser(running.address());
    HttpResponse<String> page =
        browser.send(
            "/login", Map.of("account", "city", "password", RunningServer.PASSWORD), "/login");
    assertThat(page.uri().getPath()).isEqualTo("/bureaus");
    return browser;
  }

  private static HttpResponse<String> enter(TestBrowser browser, Map<String, String> fields)
      throws Exception {
    return browser.send("/bureau", fields, YEAR);
  }

  private static String plain(HttpResponse<String> page) {
    return page.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void summary_showsEachBureauAndTheirSumWithPartsOverWholes() throws Exception {
    String page = plain(city().get(YEAR));

    assertThat(page).contains("贡井区应急管理局 0 0 / 0 ÷ 0 0 0 0 2 0");
    assertThat(page).contains("荣县应急管理局 1 0 0.00 0 ÷ 1 0 0 0 1 0");
    assertThat(page).contains("合计（2 个单位） 1 0 0.00 0 ÷ 1 0 0 0 3 0").contains("第 2 条");
  }

  @Test
  void enter_goesOnInTheOtherBureauUnderANewSession() throws Exception {
    TestBrowser browser = city();
    String before = browser.cookie("anxun_session");
    assertThat(browser.get("/records/hazard").body()).doesNotContain("荣县隐患");

    HttpResponse<String> figure =
        enter(
            browser,
            Map.of(
                "bureau",
                OTHER,
                "figure",
                "hazard.found",
                "from",
                "2026-01-01",
                "until",
                "2026-12-31"));

    assertThat(figure.uri().toString())
        .endsWith("/figures/hazard.found?from=2026-01-01&until=2026-12-31");
    assertThat(figure.body()).contains("荣县应急管理局");
    assertThat(browser.get("/records/hazard").body()).contains("荣县隐患");
    assertThat(browser.cookie("anxun_session")).isNotEqualTo(before);
    assertThat(oldSession(before).headers().firstValue("Location")).hasValue("/login");
    assertThat(browser.get("/work").statusCode()).as("an auditor there").isEqualTo(403);
    assertThat(running.server().directory().audit().list(OTHER, 0, 100))
        .anyMatch(row -> row.event().action().equals("bureau-entered"));
  }

  private HttpResponse<String> oldSession(String token) throws Exception {
    URI page = running.address().resolve("/");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(page).header("Cookie", "anxun_session=" + token).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void enter_whenItIsNotGrantedOrNotOurForm_isRefused() throws Exception {
    running.server().directory().bureaus().create(new Bureau("third", "第三", "510322"), "test");
    TestBrowser browser = city();
    assertThat(enter(browser, Map.of("bureau", "third")).statusCode()).isEqualTo(403);
    assertThat(enter(browser, Map.of("bureau", "nowhere")).statusCode()).isEqualTo(403);
    assertThat(browser.post("/bureau", Map.of("bureau", OTHER)).statusCode()).isEqualTo(403);
    assertThat(browser.get(YEAR).body()).contains("selected>贡井区应急管理局");
    assertThat(
            enter(browser, Map.of("bureau", OTHER, "figure", "//evil.example/x")).uri().getPath())
        .isEqualTo("/");
  }

  @Test
  void menu_withOneBureau_hasNoSumAndNoSwitch() throws Exception {
    running.addAccount("office", Grant.of(RunningServer.BUREAU, Role.OFFICE));
    TestBrowser office = new TestBrowser(running.address()).login("office");
    assertThat(office.get("/").body()).doesNotContain("href=\"/bureaus\"", "action=\"/bureau\"");
    assertThat(office.get(YEAR).body()).contains("贡井区应急管理局").doesNotContain("荣县应急管理局");
    running.server().directory().accounts().revokeGrant("city", OTHER, "test");
    TestBrowser city = new TestBrowser(running.address()).login("city");
    assertThat(city.get(YEAR).body()).doesNotContain("荣县应急管理局");
  }
}
