package cn.anxun.server.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.place.FieldPoint;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.Office;
import cn.anxun.server.http.v1.RunningServer;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New records at a desk, as the office writes them. */
final class DeskBrowserTest {
  private Office office;

  @BeforeEach
  void start() throws Exception {
    office = Office.open();
    office
        .running()
        .addAccount("office", new Grant(RunningServer.BUREAU, Role.OFFICE, "U01", "", 1));
  }

  @AfterEach
  void stop() {
    office.close();
  }

  @Test
  void hazard_isWrittenAtItsSite_andTheLedgerSavedAsAPicture() throws Exception {
    office.find("2026-01-05", "description", "灭火器过期");
    try (Chromium browser = Chromium.open(office.running().address(), "zh-CN")) {
      browser.login("office", RunningServer.PASSWORD);
      browser.click("a[href='/entry/new']");
      browser.await(() -> browser.path().equals("/entry/new"));
      ConsoleBrowserTest.page(browser, "entry-choose");
      hazard(browser, "清河超市");
      browser.click("[name=site_new]");
      ConsoleBrowserTest.page(browser, "entry-hazard");
      browser.click("button.main");
      browser.await(() -> browser.path().startsWith("/record/"));

      hazard(browser, "清河");
      browser.await(() -> !browser.list("#site-list option").isEmpty());
      browser.click("button.main");
      browser.await(() -> !browser.list("[name=site_choice]").isEmpty());
      assertThat(browser.value("description")).isEqualTo("疏散通道堆放纸箱");
      ConsoleBrowserTest.page(browser, "entry-which-site");
      browser.click("[name=site_choice]");
      browser.click("button.main");
      browser.await(() -> browser.path().startsWith("/record/"));

      browser.go("/records/hazard");
      browser.await(() -> !browser.list(".chart canvas").isEmpty());
      ConsoleBrowserTest.page(browser, "ledger-chart");
      assertThat(browser.text("button.save-chart")).isEqualTo("保存为图片");
      browser.go("/entry/new/tally");
      ConsoleBrowserTest.page(browser, "entry-tally");
      browser.go("/entry/new/drill?preset=fire-evacuation");
      ConsoleBrowserTest.page(browser, "entry-drill");
    }
  }

  @Test
  void place_isReadAndCopiedOnTheRecordsPage() throws Exception {
    String drill = office.running().id();
    FieldPoint point =
        new FieldPoint(
            39.911954, 116.377817, 12.3, Instant.parse("2026-03-02T01:00:00Z"), "gps", true);
    office
        .running()
        .push(
            office.running().enrol("wang", Role.INSPECTOR).token(),
            RunningServer.drill(drill, "2026-03-01")
                .put(
                    "public",
                    Json.members()
                        .put("participants", 20)
                        .put(RecordFields.POINT.name(), point.json())
                        .build())
                .build());
    try (Chromium browser = Chromium.open(office.running().address(), "zh-CN")) {
      browser.login("office", RunningServer.PASSWORD);
      browser.go("/record/" + drill);
      browser.click("button[data-copy=gcj02]");
      browser.await(() -> browser.text("button[data-copy=gcj02]").equals("已复制"));
      ConsoleBrowserTest.page(browser, "record-place");
    }
    try (Chromium browser = Chromium.open(office.running().address(), "en-US")) {
      browser.login("office", RunningServer.PASSWORD);
      browser.go("/record/" + drill);
      browser.shoot("record-place-en");
      assertThat(browser.text("#gcj02")).isEqualTo("39.913345, 116.384047");
    }
  }

  private static void hazard(Chromium browser, String site) {
    browser.go("/entry/new/hazard");
    browser.type("site", site);
    browser.type("description", "疏散通道堆放纸箱");
    browser.choose("level", "一般");
  }

  @Test
  void gridWorker_isToldWhatToDo() throws Exception {
    office
        .running()
        .addAccount("grid", new Grant(RunningServer.BUREAU, Role.GRID_WORKER, "", "510303001", 1));
    try (Chromium browser = Chromium.open(office.running().address(), "zh-CN")) {
      browser.login("grid", RunningServer.PASSWORD);
      browser.shoot("grid-worker");
      browser.resize(360, 740);
      browser.shoot("grid-worker-360");
      assertThat(browser.list("form[action='/logout'] button")).hasSize(2);
    }
  }
}
