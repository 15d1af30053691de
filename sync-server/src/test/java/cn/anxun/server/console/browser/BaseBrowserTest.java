package cn.anxun.server.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.Office;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bureau's tables as the office sees and changes them. */
final class BaseBrowserTest {
  private Office bureau;

  @BeforeEach
  void start() throws Exception {
    bureau = Office.open();
    bureau.login(Role.OFFICE);
    bureau.find("2026-03-01", "unit", "U01");
  }

  @AfterEach
  void stop() {
    bureau.close();
  }

  private static void row(Chromium browser, String page, String code, String name) {
    browser.go(page);
    browser.type("code", code);
    browser.type("name", name);
    browser.click("main form button.main");
    browser.await(() -> !browser.list("table.records, .problem").isEmpty());
  }

  @Test
  void everyPage_isDrawn_fitsAndKeepsNobodyOut() throws Exception {
    String units = "/admin/base/units";
    try (Chromium browser = Chromium.open(bureau.running().address(), "zh-CN")) {
      browser.login("office", RunningServer.PASSWORD);
      row(browser, units + "/row", "U01", "长土街道办事处");
      row(browser, units + "/row", "U02", "筱溪街道办事处");
      browser.go(units + "/draft");
      browser.click("button.main");
      browser.await(() -> browser.path().equals(units));
      row(browser, units + "/row?id=U01", "U01", "长土镇人民政府");
      row(browser, units + "/row", "U03", "贡井街道办事处");
      page(browser, "/admin/base", "base");
      page(browser, units, "base-units");
      page(browser, units + "/row?id=U01", "base-row");
      page(browser, units + "/draft", "base-draft");
      page(browser, units + "/upload", "base-upload");
      browser.go(units + "/draft");
      browser.click("button.main");
      browser.await(() -> browser.path().equals(units));
      assertThat(browser.text("table.records")).contains("长土镇人民政府");
      page(browser, units + "/history", "base-history");
      page(browser, "/admin/base/hazard-library", "base-library");
      page(browser, "/admin/base/hazard-library/row?id=exit-blocked", "base-library-row");
      page(browser, "/admin/base/code-list.industry", "base-code-list");
      page(browser, "/admin/base/record-kind.patrol", "base-record-kind");
      row(browser, units + "/row?id=U01", "U01", "长土镇");
      renameAsColleague(units);
      page(browser, units + "/draft", "base-conflict");
      browser.click("input[value=mine]");
      browser.click("button.main");
      browser.await(() -> browser.path().equals(units));
      assertThat(browser.text("table.records")).contains("长土镇").doesNotContain("长土新区");
      LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
      String drills = "/admin/base/drill-plan." + today.getYear();
      plan(drills, today);
      page(browser, drills, "base-drill-plan");
      page(browser, "/monthly/meeting", "meeting-drills");
      row(browser, units + "/row", "U02", "编码重复的单位");
      browser.shoot("base-row-problem");
      browser.assertFits();
      browser.assertAccessible();
    }
  }

  private void plan(String drills, LocalDate day) throws Exception {
    TestBrowser colleague = new TestBrowser(bureau.running().address()).login("li");
    colleague.send(
        drills + "/row",
        Map.of("id", "", "date", day.toString(), "name", "燃气泄漏应急演练", "unit", "U01"),
        drills + "/row");
    String seen = colleague.value(drills + "/draft", "seen");
    colleague.send(drills + "/draft", Map.of("seen", seen), drills + "/draft");
  }

  private void renameAsColleague(String units) throws Exception {
    bureau.running().addAccount("li", Grant.of(RunningServer.BUREAU, Role.OFFICE));
    TestBrowser colleague = new TestBrowser(bureau.running().address()).login("li");
    colleague.send(
        units + "/row", Map.of("id", "U01", "code", "U01", "name", "长土新区"), units + "/row");
    String seen = colleague.value(units + "/draft", "seen");
    colleague.send(units + "/draft", Map.of("seen", seen), units + "/draft");
  }

  private static void page(Chromium browser, String path, String name) throws Exception {
    browser.go(path);
    ConsoleBrowserTest.page(browser, name);
  }
}
