package cn.anxun.server.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.console.monthly.MarchLedger;
import cn.anxun.server.http.v1.RunningServer;
import org.junit.jupiter.api.Test;

/** The monthly work as the office sees it, and how many clicks it takes. */
final class MonthlyBrowserTest {
  private static final String MARCH = "from=2026-03-01&until=2026-03-31";

  @Test
  void everyPage_isDrawn_fitsAndKeepsNobodyOut() throws Exception {
    try (MarchLedger march = new MarchLedger();
        Chromium browser = Chromium.open(march.running().address(), "zh-CN")) {
      browser.login("office", RunningServer.PASSWORD);
      browser.go("/monthly?" + MARCH);
      ConsoleBrowserTest.page(browser, "monthly");
      assertThat(browser.printedPages("monthly")).isEqualTo(1);
      browser.go("/monthly/ranking?" + MARCH);
      browser.await(() -> !browser.list(".chart canvas").isEmpty());
      ConsoleBrowserTest.page(browser, "ranking");
      browser.go("/monthly/ranking/rule");
      ConsoleBrowserTest.page(browser, "ranking-rule");
      browser.go("/monthly/national?" + MARCH);
      ConsoleBrowserTest.page(browser, "national");
      browser.go("/monthly?" + MARCH);
      browser.click("form.publish button");
      browser.await(() -> browser.path().equals("/monthly/bulletins"));
      ConsoleBrowserTest.page(browser, "bulletins");
      march.find("U02", "2026-03-20", "2026-03-28");
      browser.go("/monthly/bulletins/2026-03-01/2026-03-31/1");
      ConsoleBrowserTest.page(browser, "bulletin-changes");
    }
  }

  @Test
  void meeting_withMoreThanFits_printsOnOnePage() throws Exception {
    try (MarchLedger march = new MarchLedger();
        Chromium browser = Chromium.open(march.running().address(), "zh-CN")) {
      for (int i = 0; i < 12; i++) {
        march.find("U0" + (1 + i % 4), "2026-04-01", "2026-04-07");
        march.confirmMajor(march.find("U0" + (1 + i % 4), "2026-04-01", "2026-04-11"));
      }
      march.listUnits(40);
      browser.login("office", RunningServer.PASSWORD);
      browser.go("/monthly/meeting");
      ConsoleBrowserTest.page(browser, "meeting");
      assertThat(browser.printedPages("meeting")).isEqualTo(1);
    }
  }

  @Test
  void ranking_ofLastMonth_isThreeClicksFromTheOverview() throws Exception {
    try (MarchLedger march = new MarchLedger();
        Chromium browser = Chromium.open(march.running().address(), "zh-CN")) {
      browser.login("office", RunningServer.PASSWORD);
      browser.click("nav a[href='/monthly']");
      browser.await(() -> browser.path().equals("/monthly"));
      browser.click(".shift a");
      browser.await(() -> browser.text("h1").contains("2026年3月"));
      browser.click("nav.types a[href^='/monthly/ranking']");
      browser.await(() -> !browser.list("table.ranking").isEmpty());
      assertThat(browser.text("h1")).contains("2026年3月");
      System.out.printf("clicks: ranking of last month %d%n", browser.clicks());
      assertThat(browser.clicks()).isLessThanOrEqualTo(3);
    }
  }
}
