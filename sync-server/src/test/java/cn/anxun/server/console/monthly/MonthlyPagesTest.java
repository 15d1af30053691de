package cn.anxun.server.console.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

final class MonthlyPagesTest {
  static final String MARCH = "from=2026-03-01&until=2026-03-31";
  private static final Pattern ROW =
      Pattern.compile("<tr>(<th scope=\"row\">.*?)</tr>", Pattern.DOTALL);
  private static final Pattern RECORDS = Pattern.compile("href=\"(/figures/[^\"]+)\"");

  @Test
  void report_hasAUnitsFigures_theTotalAndWhoIsSilent() throws Exception {
    try (MarchLedger march = new MarchLedger()) {
      TestBrowser browser = march.office();
      String page = browser.get("/monthly?" + MARCH).body();
      assertThat(rows(page))
          .containsExactly(
              "东街街道|已报送|1|4|4|5|0|100.00|100.00|0|0|1|0|0",
              "西街街道|已报送|0|4|3|3|1|75.00|75.00|1|0|0|0|0",
              "南街街道|零报告|0|0|0|0|0|/|/|0|0|0|0|1",
              "北街街道|未报送|0|0|0|0|0|/|/|0|0|0|0|0",
              "合计||1|8|7|8|1|87.50|87.50|1|0|1|0|1");
      assertThat(page)
          .contains("期初 1 + 新增 8 − 销号 8 = 期末 1", "未报送：北街街道", "零报告：南街街道")
          .contains("贡井区应急管理局2026年3月");
      Matcher links = RECORDS.matcher(page);
      int opened = 0;
      while (links.find()) {
        HttpResponse<String> records = browser.get(links.group(1).replace("&amp;", "&"));
        assertThat(records.statusCode()).as(links.group(1)).isEqualTo(200);
        opened++;
      }
      assertThat(opened).isGreaterThan(20);
    }
  }

  @Test
  void report_withoutAPeriod_isOfThisMonth() throws Exception {
    try (MarchLedger march = new MarchLedger()) {
      assertThat(march.office().get("/monthly").uri().getQuery())
          .isEqualTo("from=2026-04-01&until=2026-04-30");
      assertThat(march.office().get("/monthly?from=2026-04-01&until=soon").statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void file_hasTheFiguresOfThePage_asNumbers() throws Exception {
    try (MarchLedger march = new MarchLedger()) {
      TestBrowser browser = march.office();
      byte[] bytes = march.file("/monthly/file/xlsx?" + MARCH);
      try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
        XSSFSheet sheet = workbook.getSheet("月报");
        List<String> west = new ArrayList<>();
        sheet.forEach(
            row -> {
              if (row.getCell(0) != null && row.getCell(0).toString().equals("西街街道")) {
                row.forEach(cell -> west.add(cell.toString()));
              }
            });
        assertThat(west).startsWith("西街街道", "已报送", "0.0", "4.0", "3.0", "3.0", "1.0", "75.0");
      }
      assertThat(new String(march.file("/monthly/file/docx?" + MARCH), StandardCharsets.ISO_8859_1))
          .startsWith("PK");
      assertThat(browser.get("/monthly/file/pdf?" + MARCH).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void file_isNotForInspectors_andNothingForGridWorkers() throws Exception {
    try (MarchLedger march = new MarchLedger()) {
      march.running().addAccount("inspector", Grant.of(RunningServer.BUREAU, Role.INSPECTOR));
      march
          .running()
          .addAccount(
              "grid", new Grant(RunningServer.BUREAU, Role.GRID_WORKER, "", "510303001", 1));
      TestBrowser inspector = new TestBrowser(march.running().address()).login("inspector");
      assertThat(inspector.get("/monthly?" + MARCH).statusCode()).isEqualTo(200);
      assertThat(inspector.get("/monthly?" + MARCH).body()).doesNotContain("/monthly/file/");
      assertThat(inspector.get("/monthly/file/xlsx?" + MARCH).statusCode()).isEqualTo(403);
      TestBrowser grid = new TestBrowser(march.running().address());
      grid.send("/login", Map.of("account", "grid", "password", RunningServer.PASSWORD), "/login");
      assertThat(grid.get("/monthly?" + MARCH).statusCode()).isEqualTo(403);
    }
  }

  /** The cells of each row of the page's table, without their markup. */
  static List<String> rows(String page) {
    List<String> rows = new ArrayList<>();
    Matcher rowed = ROW.matcher(page);
    while (rowed.find()) {
      rows.add(
          rowed
              .group(1)
              .replaceAll("</t[hd]>\\s*<t[hd][^>]*>", "|")
              .replaceAll("<[^>]*>", "")
              .trim());
    }
    return rows;
  }
}
