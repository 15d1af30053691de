package cn.anxun.server.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.console.form.OfficeYear;
import cn.anxun.server.http.v1.RunningServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A finance bureau's own sheet is tied by hand, and by the keyboard alone. */
final class TieBrowserTest {
  @TempDir private Path folder;

  /** As finance bureaus print it: a wide title, a label over rows, narrow and broad columns. */
  private Path template() throws IOException {
    Path file = folder.resolve("项目支出绩效自评表.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = workbook.createSheet("附件2");
      int[] widths = {8, 10, 24, 12, 14, 7, 8, 32};
      for (int i = 0; i < widths.length; i++) {
        sheet.setColumnWidth(i, widths[i] * 256);
      }
      row(sheet, 0, "2026年度项目支出绩效自评表");
      XSSFFont font = workbook.createFont();
      font.setFontName("华文中宋");
      font.setFontHeightInPoints((short) 19);
      font.setStrikeout(true);
      XSSFCellStyle odd = workbook.createCellStyle();
      odd.setFont(font);
      odd.setRotation((short) 3);
      sheet.getRow(0).getCell(0).setCellStyle(odd);
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 7));
      row(sheet, 1, "主管部门", "", "", "实施单位", "", "", "联系电话", "");
      sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 2));
      sheet.addMergedRegion(new CellRangeAddress(1, 1, 4, 5));
      row(sheet, 2, "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施");
      row(sheet, 3, "产出", "数量指标", "排查隐患个数", "≥3个", "", "30", "", "");
      row(sheet, 4, "", "质量指标", "隐患整改率", "100%", "", "40", "", "");
      sheet.addMergedRegion(new CellRangeAddress(3, 4, 0, 0));
      row(sheet, 5, "满意度", "", "群众满意度", "≥90%", "", "5", "", "");
      row(sheet, 6, "总分", "", "", "", "", "100", "", "");
      sheet.addMergedRegion(new CellRangeAddress(6, 6, 0, 4));
      workbook.createSheet("填表说明");
      workbook.write(out);
    }
    return file;
  }

  private static void row(XSSFSheet sheet, int number, String... texts) {
    XSSFRow row = sheet.createRow(number);
    for (int i = 0; i < texts.length; i++) {
      row.createCell(i).setCellValue(texts[i]);
    }
  }

  @Test
  void cells_areChosenByArrowKeys_andTied() throws Exception {
    try (OfficeYear year = OfficeYear.start();
        Chromium browser = Chromium.open(year.running().address(), "zh-CN")) {
      browser.login("office", RunningServer.PASSWORD);
      browser.go("/forms/safety/fill?year=2026");
      Path template = template();
      browser.attach("file", template);
      browser.click("button.main");
      browser.await(() -> browser.path().contains("/tie/"));
      browser.focus("#c-D5");
      browser.press(Keys.ARROW_RIGHT, Keys.ENTER);
      browser.await(() -> browser.text(".tie-panel h2").contains("E5"));
      ConsoleBrowserTest.page(browser, "tie-choose");
      assertThat(browser.text(".values li")).startsWith("隐患整改率 · 实际完成值（带单位）");
      int all = browser.list(".values li").size();
      browser.type("q", "隐患整改率 · 实际");
      browser.await(() -> browser.list(".values li:not([hidden])").size() < all / 4);
      browser.focus("input[name=q]");
      browser.press(Keys.TAB, Keys.TAB, Keys.ENTER);
      browser.await(() -> browser.text("td.tied").equals("66.67%"));
      browser.await(() -> browser.focusIsWithin("#c-E5"));
      browser.press(Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ENTER);
      browser.await(() -> browser.text(".tie-panel h2").contains("G5"));
      browser.type("q", "隐患整改率 · 自评");
      browser.focus("input[name=q]");
      browser.press(Keys.TAB, Keys.TAB, Keys.ENTER);
      browser.await(() -> browser.list("td.tied").size() == 2);
      assertThat(browser.text("#ties")).isEqualTo("已对应 2 处");
      browser.click("button[formaction*='/save']");
      browser.await(() -> browser.text("h1 ~ p").contains("已记住"));
      ConsoleBrowserTest.page(browser, "tie");
      assertOnlyTiedCellsDiffer(template, browser.download("button.main"));
      browser.go("/forms/safety/fill?year=2026");
      ConsoleBrowserTest.page(browser, "form-fill-remembered");
    }
  }

  /** Every part in its very bytes, but for the cells E5 and G5 of the first sheet. */
  private static void assertOnlyTiedCellsDiffer(Path before, Path after) throws Exception {
    Map<String, String> left = parts(before);
    Map<String, String> right = parts(after);
    assertThat(right.keySet()).isEqualTo(left.keySet());
    String sheet = "xl/worksheets/sheet1.xml";
    assertThat(right.get(sheet)).isNotEqualTo(left.get(sheet));
    left.forEach(
        (name, part) -> assertThat(untied(right.get(name))).as(name).isEqualTo(untied(part)));
  }

  private static Map<String, String> parts(Path file) throws Exception {
    Map<String, String> parts = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        parts.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  private static String untied(String part) {
    return part.replaceAll("<c r=\"(E5|G5)\"[^>]*?(/>|>.*?</c>)", "<tied $1>");
  }

  @Test
  void figure_isCopied_andSaysSo() throws Exception {
    try (OfficeYear year = OfficeYear.start();
        Chromium browser = Chromium.open(year.running().address(), "zh-CN")) {
      browser.login("office", RunningServer.PASSWORD);
      browser.go("/forms/safety?year=2026");
      browser.focus("button[data-copy='actual-2']");
      browser.press(Keys.ENTER);
      browser.await(() -> browser.text("button[data-copy='actual-2']").equals("已复制"));
      browser.await(() -> browser.told("#said").equals("已复制 66.67%"));
    }
  }
}
