package cn.anxun.server.console.fill;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.console.form.OfficeYear;
import cn.anxun.server.http.v1.RunningServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A finance bureau's own file, filled in the browser. */
final class FillPagesTest {
  private static final String FORM = "/forms/safety?year=2026";
  private static final String FILL = "/forms/safety/fill?year=2026";
  private static final String CHECK = "/forms/safety/check?year=2026";

  private OfficeYear year;
  private TestBrowser office;

  @BeforeEach
  void start() throws Exception {
    year = OfficeYear.start();
    office = new TestBrowser(year.running().address()).login("office");
  }

  @AfterEach
  void stop() {
    year.close();
  }

  private static byte[] workbook(String placeholder) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = workbook.createSheet("财政表");
      sheet.createRow(0).createCell(0).setCellValue("自评得分");
      sheet.getRow(0).createCell(1).setCellValue(placeholder);
      sheet.createRow(1).createCell(0).setCellValue("整改率");
      sheet.getRow(1).createCell(1);
      sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 3));
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] document(String sentence) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.createParagraph().createRun().setText(sentence);
      document.write(out);
      return out.toByteArray();
    }
  }

  private static String text(HttpResponse<byte[]> page) {
    return new String(page.body(), StandardCharsets.UTF_8);
  }

  @Test
  void workbook_isFilledAtItsPlaceholdersAndTiedCells_andAudited() throws Exception {
    assertThat(office.get(FILL).body()).contains("row.隐患整改率.actual", "66.67%", "{{");
    HttpResponse<byte[]> filled =
        office.upload(
            FILL,
            Map.of("ties", "财政表!B2=row.隐患整改率.actual"),
            "cz.xlsx",
            workbook("{{total}}"),
            FILL);
    assertThat(filled.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename=\"form.xlsx\"");
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(filled.body()))) {
      XSSFSheet sheet = workbook.getSheet("财政表");
      assertThat(sheet.getRow(0).getCell(1).toString()).isEqualTo("64.17");
      assertThat(sheet.getRow(1).getCell(1).toString()).startsWith("66.67");
      assertThat(sheet.getMergedRegions()).hasSize(1);
    }
    assertThat(year.running().server().directory().audit().list(RunningServer.BUREAU, 0, 100))
        .extracting(row -> row.event().action() + ' ' + row.event().object())
        .contains("export 2026/safety.xlsx");
  }

  @Test
  void file_thatCannotBeFilled_isRefusedWithEveryReason_andTheTiesStay() throws Exception {
    HttpResponse<byte[]> unknown =
        office.upload(
            FILL, Map.of("ties", "财政表!B2=totl"), "cz.xlsx", workbook("{{nothing}}"), FILL);
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(text(unknown)).contains("nothing", "totl", "财政表!B2=totl</textarea>");
    assertThat(text(office.upload(FILL, Map.of(), "cz.pdf", new byte[] {1}, FILL)))
        .contains("请选择一个 xlsx、xlsm、docx 文件");
    assertThat(text(office.upload(FILL, Map.of(), "cz.xlsx", new byte[] {1, 2}, FILL)))
        .contains("role=\"alert\"");
    assertThat(text(office.upload(FILL, Map.of("ties", "B2"), "cz.xlsx", workbook(""), FILL)))
        .contains("“B2”不是单元格对应");
  }

  @Test
  void fileWithNothingToFill_saysSo_andIsGivenOnceThatWasRead() throws Exception {
    HttpResponse<byte[]> told = office.upload(FILL, Map.of(), "cz.xlsx", workbook("64"), FILL);
    assertThat(text(told)).contains("name=\"noticed\"", "class=\"warning\"");
    HttpResponse<byte[]> taken =
        office.upload(FILL, Map.of("noticed", "true"), "cz.xlsx", workbook("64"), FILL);
    assertThat(taken.statusCode()).isEqualTo(200);
  }

  @Test
  void report_whoseNumbersAreNotTheForms_isToldWhich() throws Exception {
    assertThat(text(office.upload(CHECK, Map.of(), "zp.docx", document("隐患整改率为100%，已完成。"), FILL)))
        .contains("100%", "66.67");
    assertThat(text(office.upload(CHECK, Map.of(), "zp.docx", document("隐患整改率为66.67%。"), FILL)))
        .contains("数字与本表一致");
  }

  @Test
  void filling_byOneWhoMayNotTakeFormsAway_isRefused() throws Exception {
    year.running().addAccount("li", Grant.of(RunningServer.BUREAU, Role.INSPECTOR));
    TestBrowser li = new TestBrowser(year.running().address()).login("li");
    assertThat(li.get(FILL).statusCode()).isEqualTo(403);
    assertThat(li.upload(FILL, Map.of(), "cz.xlsx", workbook("{{total}}"), FORM).statusCode())
        .isEqualTo(403);
  }
}
