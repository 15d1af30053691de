package cn.anxun.server.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.console.form.OfficeYear;
import cn.anxun.server.http.v1.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The year's forms as the office sees and fills them. */
final class FormsBrowserTest {
  private OfficeYear year;

  @BeforeEach
  void start() throws Exception {
    year = OfficeYear.start();
  }

  @AfterEach
  void stop() {
    year.close();
  }

  @Test
  void everyPage_isDrawn_fitsAndKeepsNobodyOut() throws Exception {
    try (Chromium browser = Chromium.open(year.running().address(), "zh-CN")) {
      browser.login("office", RunningServer.PASSWORD);
      page(browser, "/forms?year=2026", "forms");
      page(browser, "/forms/safety?year=2026", "form");
      page(browser, "/forms/safety/row/2?year=2026", "form-row");
      page(browser, "/forms/safety/row/2/evidence?year=2026&sample=1&seed=7", "evidence");
      page(browser, "/forms/safety/narrative?year=2026", "narrative");
      page(browser, "/narratives?year=2026", "narrative-template");
      page(browser, "/forms/safety/typed?year=2026", "form-typed");
      page(browser, "/forms/safety/budget?year=2026", "form-budget");
      page(browser, "/forms/safety/fill?year=2026", "form-fill");
      page(browser, "/targets?year=2026", "form-targets");
      page(browser, "/checkup?year=2026", "checkup");
      page(browser, "/year-end?year=2026", "year-end");
      browser.type("override", "机构改革，提前关账");
      browser.click("button.main");
      browser.await(() -> browser.text("h1 ~ p").contains("共 1 版"));
      year.find(false);
      page(browser, "/year-end?year=2026", "year-end-closed");
    }
  }

  @Test
  void cell_isCopied() throws Exception {
    try (Chromium browser = Chromium.open(year.running().address(), "zh-CN")) {
      browser.login("office", RunningServer.PASSWORD);
      browser.go("/forms/safety?year=2026");
      browser.click("button[data-copy=actual-2]");
      browser.await(() -> browser.text("button[data-copy=actual-2]").equals("已复制"));
      assertThat(browser.list("button.copy")).hasSizeGreaterThan(4);
    }
  }

  private static void page(Chromium browser, String path, String name) throws Exception {
    browser.go(path);
    browser.shoot(name);
    browser.assertFits();
    browser.assertAccessible();
    browser.assertQuiet();
    browser.resize(360, 740);
    browser.shoot(name + "-360");
    browser.resize(1366, 768);
  }
}
