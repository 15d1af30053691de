package cn.anxun.server.console.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.SyncOutcome;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.cases.CaseFiles;
import cn.anxun.server.cases.CaseReplay;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.phone.Phone;
import cn.anxun.server.report.form.Pictures;
import cn.anxun.server.serve.ServerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clerk's year in the browser, on a bureau's published one: figures and their records, what is
 * typed, targets, the gate, the close, what comes late, and the second edition.
 */
final class YearBrowserTest {
  private static final String PROJECT = "/forms/form-002?year=2023";

  @TempDir private Path folder;

  @Test
  void year_fromItsFiguresToItsSecondEdition() throws Exception {
    Optional<Path> file = CaseFiles.shared("yueyanglou-2023.json");
    assumeThat(file).as("the published cases are beside the repository").isPresent();
    CaseReplay.Options options = new CaseReplay.Options(2, 11, 0, Optional.empty());
    try (CaseReplay replay =
        CaseReplay.run(
            CaseFiles.read(file.orElseThrow()),
            options,
            ServerOptions.inProcess(),
            CaseReplay.Progress.NONE)) {
      RunningServer.addAccount(
          replay.server(), "clerk", "办公室", Grant.of(replay.bureau(), Role.OFFICE));
      try (Chromium browser = Chromium.open(replay.server().address(), "zh-CN")) {
        browser.login("clerk", RunningServer.PASSWORD);
        seeFiguresAndRecords(browser);
        seeFlags(browser);
        typeRow(browser);
        adjustTarget(browser);
        close(browser);
        arriveLate(replay, browser);
        closeAgain(browser);
      }
      printForms(replay);
    }
  }

  private static void seeFiguresAndRecords(Chromium browser) throws Exception {
    browser.go("/figures?from=2023-01-01&until=2023-12-31");
    ConsoleBrowserTest.page(browser, "year-figures");
    assertThat(browser.text("a[href^='/figures/case.001?']")).isEqualTo("3755");
    browser.click("a[href^='/figures/case.006?']");
    browser.await(() -> browser.path().equals("/figures/case.006"));
    assertThat(browser.text(".sum")).isEqualTo("2,395 ÷ 2,399 = 99.83 %");
    assertThat(browser.list("table.records tbody tr")).hasSize(4);
    ConsoleBrowserTest.page(browser, "year-gap");
  }

  private static void seeFlags(Chromium browser) throws Exception {
    browser.go(PROJECT);
    assertThat(browser.text(".flags")).contains("105");
    assertThat(browser.text("table.form tbody")).contains("99.83");
    ConsoleBrowserTest.page(browser, "year-form");
  }

  private static void typeRow(Chromium browser) throws Exception {
    browser.click("a[href^='/forms/form-002/typed']");
    browser.await(() -> browser.path().endsWith("/typed"));
    browser.type("reason.2", "4 处重大隐患已落实五到位措施，正在整改。");
    browser.type("evidence.4", "5月12日活动方案、签到表");
    browser.click("button.main");
    browser.await(() -> browser.path().equals("/forms/form-002"));
    assertThat(browser.text("table.form tbody")).contains("五到位措施", "签到表");
  }

  private static void adjustTarget(Chromium browser) throws Exception {
    browser.go("/targets?year=2023");
    browser.click("a[aria-label*='行刑衔接案件']");
    browser.await(() -> browser.list("[name=document_no]").size() == 1);
    browser.type("target", "≥2起");
    browser.type("document_no", "岳楼应急〔2023〕31号");
    browser.type("reason", "指标方向填反");
    browser.click("button.main");
    browser.await(() -> browser.path().equals("/targets"));
    assertThat(browser.text("main")).contains("≥2起", "岳楼应急〔2023〕31号");
    ConsoleBrowserTest.page(browser, "year-targets");
  }

  private static void close(Chromium browser) throws Exception {
    browser.go("/year-end?year=2023");
    ConsoleBrowserTest.page(browser, "year-gate");
    if (!browser.list("[name=override]").isEmpty()) {
      browser.type("override", "提示已逐条核对");
    }
    browser.click("button.main");
    browser.await(() -> browser.list(".edition").size() == 1);
  }

  /** A phone that nobody had heard of since December syncs a hazard of December. */
  private static void arriveLate(CaseReplay replay, Chromium browser) throws Exception {
    Phone phone = replay.lastPhone();
    phone.record(
        HazardFound.KIND,
        LocalDate.of(2023, 12, 20),
        Fields.builder()
            .set(HazardFound.DESCRIPTION, "配电箱前堆放杂物")
            .set(HazardFound.LEVEL, "一般")
            .build());
    SyncOutcome synced = phone.syncUntilDone(50, pause -> {});
    assertThat(synced).isInstanceOf(SyncOutcome.Done.class);
    browser.go("/year-end?year=2023");
    assertThat(browser.text("main")).contains("3755", "3756");
    browser.go("/forms/form-001?year=2023");
    assertThat(browser.text("table.form tbody")).contains("3755");
  }

  private static void closeAgain(Chromium browser) throws Exception {
    browser.go("/year-end?year=2023");
    browser.type("edition", "补登 12 月排查隐患 1 处");
    if (!browser.list("[name=override]").isEmpty()) {
      browser.type("override", "提示已逐条核对");
    }
    browser.click("button.main");
    browser.await(() -> browser.list(".edition").size() == 2);
    assertThat(browser.text("main")).contains("3755", "3756", "补登 12 月排查隐患 1 处");
    ConsoleBrowserTest.page(browser, "year-editions");
  }

  /** What is taken out looks like the printed form, drawn by LibreOffice. */
  private void printForms(CaseReplay replay) throws Exception {
    Pictures.assumeInstalled();
    TestBrowser browser = new TestBrowser(replay.server().address()).login("clerk");
    List<Path> files = new ArrayList<>();
    for (String form : List.of("form-001", "form-002")) {
      for (String kind : List.of("xlsx", "docx")) {
        Path file = folder.resolve(form + '-' + kind + '.' + kind);
        Files.write(
            file, browser.bytes("/api/v1/forms/" + form + '.' + kind + "?year=2023").body());
        files.add(file);
      }
    }
    Pictures.toPdf(folder, files);
    for (Path file : files) {
      String name = file.getFileName().toString().replaceAll("\\.[a-z]+$", "");
      List<String> pages = Pictures.pages(folder, folder.resolve(name + ".pdf"));
      assertThat(String.join("\n", pages))
          .contains("自评表", "产出指标", name.startsWith("form-001") ? "3756" : "99.83");
      assertThat(pages)
          .filteredOn(page -> page.contains("填表人"))
          .as("the line for signatures stands under the table's end")
          .hasSize(1)
          .allMatch(page -> page.contains("总分"));
      Chromium.keep(folder.resolve(name + ".pdf"), "year-" + name + ".pdf");
    }
  }
}
