package cn.anxun.server.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.http.v1.RunningServer;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console's pages as an office sees them. */
final class ConsoleBrowserTest {
  private RunningServer running;
  private Enrolment phone;
  private String hazard = "";

  @BeforeEach
  void start() throws Exception {
    running = RunningServer.start();
    phone = running.enrol("zhang", Role.INSPECTOR);
    running.addAccount("office", Grant.of(RunningServer.BUREAU, Role.OFFICE));
    hazard = find("疏散通道堆放纸箱", "U01", "危化", 40);
    find("灭火器压力不足 <b>3 具</b>", "U02", "工贸", 3);
    String drill = running.id();
    running.push(phone.token(), RunningServer.drill(drill, today().toString()).build());
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }

  private String find(String what, String unit, String industry, int daysAgo) throws Exception {
    String id = running.id();
    LocalDate day = today().minusDays(daysAgo);
    running.push(
        phone.token(),
        Json.members()
            .put("id", id)
            .put("kind", "HazardFound")
            .put("subject", id)
            .put("at", "2026-03-01T02:03:04Z")
            .put("businessDate", day.toString())
            .put("author", "zhang")
            .put("device", "phone")
            .put(
                "public",
                Json.members()
                    .put("description", what)
                    .put("unit", unit)
                    .put("industry", industry)
                    .put("level", "一般")
                    .put("deadline", day.plusDays(7).toString())
                    .build())
            .build());
    return id;
  }

  @Test
  void everyPage_isDrawn_fitsAndKeepsNobodyOut() throws Exception {
    try (Chromium browser = Chromium.open(running.address(), "zh-CN")) {
      browser.go("/login");
      page(browser, "login");
      browser.login("office", RunningServer.PASSWORD);
      browser.go("/");
      browser.await(() -> !browser.list(".chart canvas").isEmpty());
      page(browser, "overview");
      browser.go("/records/hazard");
      page(browser, "hazards");
      browser.go("/record/" + hazard);
      page(browser, "hazard");
      browser.go("/record/" + hazard + "/say/Extended");
      page(browser, "hazard-extend");
      browser.go("/work");
      page(browser, "work");
      browser.go("/figures");
      page(browser, "figures");
      browser.go("/figures/hazard.rate");
      page(browser, "figure-gap");
    }
  }

  /** Draws a page large and small, and looks at it. */
  static void page(Chromium browser, String name) throws Exception {
    browser.shoot(name);
    browser.assertFits();
    browser.assertAccessible();
    browser.assertQuiet();
    browser.resize(360, 740);
    browser.shoot(name + "-360");
    browser.resize(1366, 768);
  }

  @Test
  void overview_whenAPhoneSyncs_showsItWithoutAReload() throws Exception {
    try (Chromium browser = Chromium.open(running.address(), "zh-CN")) {
      browser.login("office", RunningServer.PASSWORD);
      assertThat(browser.text(".card strong")).isEqualTo("2个");
      long pushed = System.nanoTime();
      find("电线私拉乱接", "U01", "工贸", 0);
      browser.await(() -> browser.text(".card strong").equals("3个"));
      System.out.printf("shown after %d ms%n", (System.nanoTime() - pushed) / 1_000_000);
      browser.await(() -> browser.list(".chart canvas").size() >= 4);
    }
  }

  @Test
  void whatIsBeingTyped_isNotSweptAwayByASync() throws Exception {
    try (Chromium browser = Chromium.open(running.address(), "zh-CN")) {
      browser.login("office", RunningServer.PASSWORD);
      browser.go("/records/hazard");
      browser.type("q", "通道");
      String before = browser.text(".types .chip");
      find("电线私拉乱接", "U01", "工贸", 0);
      long asked = browser.requests("/live");
      browser.await(() -> browser.requests("/live") >= asked + 2);
      assertThat(browser.value("q")).isEqualTo("通道");
      assertThat(browser.text(".types .chip")).isEqualTo(before);
      browser.click("h1");
      browser.await(() -> !browser.text(".types .chip").equals(before));
    }
  }

  @Test
  void hazard_isRectifiedReviewedAndClosed_byHand() throws Exception {
    try (Chromium browser = Chromium.open(running.address(), "zh-CN")) {
      browser.login("office", RunningServer.PASSWORD);
      browser.go("/record/" + hazard);
      browser.click("a[href$='/say/Reviewed']");
      browser.type("opinion", "已清理");
      browser.click("button.main");
      browser.await(() -> browser.path().equals("/record/" + hazard));
      assertThat(browser.text(".facts")).contains("已销号");
      browser.click("a[href$='/say/CloseOutApproved']");
      browser.click("button.main");
      browser.await(() -> browser.path().equals("/record/" + hazard));
      assertThat(browser.list("a[href$='/say/CloseOutApproved']")).isEmpty();
    }
  }
}
