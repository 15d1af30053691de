package cn.anxun.server.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.Office;
import cn.anxun.server.file.Pictures;
import cn.anxun.server.handout.AppOffer;
import cn.anxun.server.handout.SampleApk;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.storage.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos of a record, and the page from which phones get the app. */
final class HandoutBrowserTest {
  private static final byte[] BEFORE = Pictures.jpeg(1600, 1200, 1);
  private static final byte[] AFTER = Pictures.jpeg(1200, 1600, 2);
  private static final byte[] REPORT = Pictures.jpeg(800, 600, 3);

  @TempDir Path folder;
  private Office office;
  private RunningServer running;

  @BeforeEach
  void start() throws Exception {
    office = Office.open();
    running = office.running();
    running.addAccount("office", new Grant(RunningServer.BUREAU, Role.OFFICE, "U01", "", 1));
  }

  @AfterEach
  void stop() {
    office.close();
  }

  private static Json file(byte[] content, String role, String type) {
    return Json.members()
        .put("sha256", Pictures.sha256(content))
        .put("bytes", content.length)
        .put("type", type)
        .put("role", role)
        .build();
  }

  private void arrived(byte[]... files) throws Exception {
    DataDirectory data = running.server().data();
    Files.createDirectories(data.attachments(RunningServer.BUREAU));
    for (byte[] file : files) {
      Files.write(data.attachmentFile(RunningServer.BUREAU, Pictures.sha256(file)), file);
    }
  }

  @Test
  void newerApp_isPutInPlaceWithItsProgress_andAWrongOneSaysWhy() throws Exception {
    Path first = SampleApk.write(folder.resolve("a.apk"), folder, AppOffer.PACKAGE, 3, "0.1.0");
    new AppOffer(running.server().data())
        .put(first, OptionalInt.empty(), OptionalInt.empty(), false);
    Path wrong =
        SampleApk.write(
            folder.resolve("b.apk"), folder.resolve("theirs"), AppOffer.PACKAGE, 4, "0.2.0");
    Path newer = SampleApk.write(folder.resolve("c.apk"), folder, AppOffer.PACKAGE, 4, "0.2.0");
    running.addAccount("chief", Grant.of(RunningServer.BUREAU, Role.ADMINISTRATOR));
    try (Chromium browser = Chromium.open(running.address(), "zh-CN")) {
      browser.login("chief", RunningServer.PASSWORD);
      browser.go("/admin/app");
      browser.attach("file", wrong);
      browser.click("form[data-sending] button");
      browser.await(() -> browser.text("form[data-sending] [role=alert]").contains("签名证书"));
      ConsoleBrowserTest.page(browser, "admin-app-refused");
      browser.attach("file", newer);
      browser.click("form[data-sending] button");
      browser.await(() -> browser.text("dl.facts").contains("0.2.0 (4)"));
      ConsoleBrowserTest.page(browser, "admin-app");
      browser.go("/admin/phones");
      browser.type("days", "20");
      browser.click("form.fields button.main");
      browser.await(() -> browser.value("days").equals("20"));
      ConsoleBrowserTest.page(browser, "admin-phones");
    }
  }

  @Test
  void photos_areSeenSmallAndLarge() throws Exception {
    Enrolment li = running.enrol("liqiang", Role.INSPECTOR);
    String hazard = running.id();
    Json open =
        Json.members()
            .put("level", "一般")
            .put("number", "26-K3-0172-7")
            .put("description", "疏散通道堆放纸箱")
            .build();
    running.push(
        li.token(),
        RunningServer.drill(hazard, "2026-03-02")
            .put("kind", "HazardFound")
            .put("public", open)
            .put(
                "attachments",
                Json.items(
                    List.of(
                        file(BEFORE, "before", "image/jpeg"),
                        file(AFTER, "after", "image/jpeg"),
                        file(REPORT, "report", "image/jpeg"),
                        file(Pictures.pdf(), "document", "application/pdf"))))
            .build());
    arrived(BEFORE, AFTER, Pictures.pdf());
    try (Chromium browser = Chromium.open(running.address(), "zh-CN")) {
      browser.login("office", RunningServer.PASSWORD);
      browser.go("/record/" + hazard);
      ConsoleBrowserTest.page(browser, "record-photos");
      assertThat(browser.text(".photos .missing span")).isEqualTo("尚未上传");
      browser.click(".photos a");
      browser.await(() -> browser.path().contains("/photo/"));
      ConsoleBrowserTest.page(browser, "photo");
      browser.click("a[rel=next]");
      browser.await(() -> browser.text(".steps").contains("2 / 4"));
    }
  }

  @Test
  void app_isOfferedWithDrawnSteps() throws Exception {
    Path apk =
        SampleApk.write(
            folder.resolve("app.apk"), folder.resolve("keys"), AppOffer.PACKAGE, 3, "0.1.0");
    new AppOffer(running.server().data()).put(apk, OptionalInt.empty(), OptionalInt.empty(), false);
    for (String language : List.of("zh-CN", "en")) {
      try (Chromium browser = Chromium.open(running.address(), language)) {
        browser.go("/app");
        ConsoleBrowserTest.page(browser, "app-" + language);
      }
    }
  }
}
