package cn.anxun.server.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.console.form.OfficeYear;
import cn.anxun.server.http.v1.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Indicators defined in the browser, the figure beside them as they change. */
final class MeasureBrowserTest {
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
      browser.go("/admin/measures");
      ConsoleBrowserTest.page(browser, "measures");
      browser.go("/admin/measures/edit?id=hazard.rate.general");
      ConsoleBrowserTest.page(browser, "measure-edit");
      browser.go("/admin/measures/history");
      ConsoleBrowserTest.page(browser, "measure-history");
      browser.go("/admin/forms?year=2026");
      ConsoleBrowserTest.page(browser, "form-definitions");
      browser.go("/admin/forms/edit?year=2026&key=safety");
      ConsoleBrowserTest.page(browser, "form-define");
      browser.go("/admin/forms/edit?year=2027&from=standard-0");
      ConsoleBrowserTest.page(browser, "form-standard");
      browser.go("/forms/safety/monitoring?year=2026&day=2026-07-31");
      ConsoleBrowserTest.page(browser, "monitoring");
    }
  }

  @Test
  void figure_followsWhatIsChosen_andWhatWasTypedStays() throws Exception {
    try (Chromium browser = Chromium.open(year.running().address(), "zh-CN")) {
      browser.login("office", RunningServer.PASSWORD);
      browser.go("/admin/measures/edit");
      assertThat(browser.text("#live .sum")).isEqualTo("3 个");
      browser.type("name", "待复查隐患");
      browser.click("button[value='add-condition.part.0']");
      browser.await(() -> !browser.list("fieldset.condition").isEmpty());
      browser.choose("part.0.c.0.field", "state");
      browser.await(() -> browser.list(".ticks input").size() == 3);
      browser.click(".ticks input[value=rectified]");
      browser.await(() -> browser.text("#live .sum").equals("2 个"));
      assertThat(browser.value("name")).isEqualTo("待复查隐患");
      assertThat(browser.text("#live")).contains("状态为待复查");
      browser.assertQuiet();
      browser.shoot("measure-live");
      browser.choose("rate", "true");
      browser.await(() -> browser.text("#live .sum").equals("2 ÷ 3 = 66.67 %"));
      browser.click("button.main");
      browser.await(() -> browser.path().equals("/admin/measures"));
      assertThat(browser.text("table.measures tbody tr")).contains("待复查隐患", "66.67 %");
    }
  }

  @Test
  void preview_followsWhatIsTyped_andRowsMove() throws Exception {
    try (Chromium browser = Chromium.open(year.running().address(), "zh-CN")) {
      browser.login("office", RunningServer.PASSWORD);
      browser.go("/admin/forms/edit?year=2026&key=safety");
      assertThat(browser.text("#preview")).contains("合计 95 分");
      browser.type("row.3.weight", "10");
      browser.click("h1");
      browser.await(() -> browser.text("#preview").contains("合计 100 分"));
      browser.click("button[value='up.1']");
      browser.await(() -> browser.value("row.0.name").equals("隐患整改率"));
      assertThat(browser.value("row.3.weight")).isEqualTo("10");
      browser.assertQuiet();
      browser.click("button.main");
      browser.await(() -> browser.path().equals("/admin/forms"));
      assertThat(browser.text("table tbody tr")).contains("100");
    }
  }
}
