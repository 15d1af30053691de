package cn.anxun.server.console.browser;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.importer.Workbooks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Importing a ledger as the office sees it. */
final class ImportBrowserTest {
  @TempDir private Path folder;

  @Test
  void ledger_isUploadedMappedSeenAndImported() throws Exception {
    try (RunningServer running = RunningServer.start()) {
      running.addAccount("office", Grant.of(RunningServer.BUREAU, Role.OFFICE));
      try (Chromium browser = Chromium.open(running.address(), "zh-CN")) {
        browser.login("office", RunningServer.PASSWORD);
        browser.go("/import");
        ConsoleBrowserTest.page(browser, "import");
        browser.choose("kind", "hazards");
        browser.attach("file", file());
        browser.click("button.main");
        browser.await(() -> browser.path().startsWith("/import/"));
        ConsoleBrowserTest.page(browser, "import-columns");
        browser.choose("column-C", "description");
        browser.click(".import-columns button.main");
        browser.await(() -> !browser.list(".cell-bad").isEmpty());
        ConsoleBrowserTest.page(browser, "import-preview");
        browser.click("form[action$='/apply'] button");
        browser.await(() -> !browser.list("p.done").isEmpty());
        ConsoleBrowserTest.page(browser, "import-done");
      }
    }
  }

  private Path file() throws Exception {
    return Workbooks.write(
        folder.resolve("2025年隐患台账.xlsx"),
        List.of(
            List.of("贡井区2025年隐患排查整改台账"),
            List.of("被检查单位", "检查时间", "查出的毛病", "隐患等级", "整改时限", "整改完成时间", "经办"),
            List.of("清河超市", "2025-03-05", "疏散通道堆放纸箱", "一般隐患", "2025-04-04", "2025-03-20", "张"),
            List.of("东方化工", "三月七日", "管线接头渗漏", "一般隐患", "2025-04-06", "", "张"),
            List.of("东方化工", "2025-03-09", "电工未持证上岗", "一般隐患", "2025-04-08", "2025-03-01", "李"),
            List.of("平安加油站", "2025-03-10", "灭火器压力不足 3 具", "较小", "2025-03-08", "", "李"),
            List.of("清河超市", "2025-03-05", "疏散通道堆放纸箱", "一般隐患", "2025-04-04", "2025-03-20", "张"),
            List.of("合计", "", "5 条")));
  }
}
