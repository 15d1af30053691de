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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cells of a finance bureau's own file, tied in the browser. */
final class TiePagesTest {
  private static final String YEAR = "?year=2026";
  private static final String FILL = "/forms/safety/fill" + YEAR;
  private static final String TIE = "/forms/safety/tie" + YEAR;
  private static final Pattern DRAFT =
      Pattern.compile("action=\"(/forms/safety/tie/[^/\"?]+)/fill");

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

  /** A sheet with odd merges: a title over four columns, a label over two rows. */
  private static byte[] workbook(String title) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = workbook.createSheet("财政表");
      sheet.createRow(0).createCell(0).setCellValue(title);
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
      sheet.createRow(1).createCell(0).setCellValue("质量 <i>指标</i>");
      sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
      sheet.getRow(1).createCell(1).setCellValue("整改率");
      sheet.getRow(1).createCell(2);
      sheet.getRow(1).createCell(3).setCellFormula("1+1");
      workbook.createSheet("第二张").createRow(0).createCell(0).setCellValue("说明");
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private String open(TestBrowser browser, String name, byte[] file) throws Exception {
    String page = text(browser.upload(TIE, Map.of(), name, file, FILL));
    Matcher draft = DRAFT.matcher(page);
    assertThat(draft.find()).as(page).isTrue();
    return draft.group(1);
  }

  private static String text(HttpResponse<byte[]> page) {
    return new String(page.body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<String> tie(String draft, String sheet, String cell, String value)
      throws Exception {
    return office.send(
        draft + YEAR, Map.of("sheet", sheet, "cell", cell, "value", value), draft + YEAR);
  }

  private XSSFSheet filled(String draft) throws Exception {
    byte[] file =
        office
            .upload(
                draft + "/fill" + YEAR, Map.of("noticed", "true"), "x", new byte[0], draft + YEAR)
            .body();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      return workbook.getSheet("财政表");
    }
  }

  @Test
  void sheet_isShownWithItsMergedCells_andACellTakesAValue() throws Exception {
    String draft = open(office, "cz.xlsx", workbook("2026年度自评表"));
    String page = office.get(draft + YEAR).body();
    assertThat(page)
        .contains(
            "colspan=\"4\"", "rowspan=\"2\"", "质量 &lt;i&gt;指标&lt;/i&gt;", "含公式", "第二张", "第一次见到")
        .doesNotContain("<i>指标");
    assertThat(office.get(draft + YEAR + "&sheet=1").body()).contains(">说明</a>");
    assertThat(office.get(draft + YEAR + "&cell=C2&q=整改率").body())
        .contains("隐患整改率 · 实际完成值（带单位）", "66.67%", "指标 隐患整改率 · 分母")
        .doesNotContain("value=\"row.排查隐患.actual\"");
    HttpResponse<String> tied = tie(draft, "财政表", "C2", "row.隐患整改率.actual");
    assertThat(tied.body()).contains("class=\"tied\"", ">66.67%</a>", "已对应 1 处", "尚未记住");
    assertThat(office.send(draft + "/fill" + YEAR, Map.of(), draft + YEAR).body())
        .contains("class=\"warning\"", "name=\"noticed\"", "已对应 1 处");
    assertThat(filled(draft).getRow(1).getCell(2).toString()).isEqualTo("66.67%");
    assertThat(tie(draft, "财政表", "C2", "").body()).contains("已对应 0 处");
  }

  @Test
  void ties_areRememberedForNextYearsFile_changedAndForgotten() throws Exception {
    String draft = open(office, "自评2026.xlsx", workbook("2026年度自评表"));
    tie(draft, "财政表", "C2", "indicator.隐患整改率.actual");
    office.send(draft + "/save" + YEAR, Map.of("seen", ""), draft + YEAR);
    assertThat(office.get(draft + YEAR).body()).contains("这些对应已记住");
    assertThat(office.get(FILL).body()).contains("自评2026.xlsx（1 处对应）");

    String next = text(office.upload(TIE, Map.of(), "n.xlsx", workbook("2027年度自评表"), FILL));
    assertThat(next).contains("认出与“自评2026.xlsx”相同的模板，已带入 1 处", "class=\"tied\"");
    assertThat(text(office.upload(TIE, Map.of(), "o.xlsx", workbook("别的表"), FILL)))
        .contains("第一次见到");

    HttpResponse<String> stale =
        office.send(draft + "/save" + YEAR, Map.of("seen", "old"), draft + YEAR);
    assertThat(stale.statusCode()).isEqualTo(400);
    assertThat(stale.body()).contains("已有人保存了新的内容", "已对应 1 处");

    Matcher forget =
        Pattern.compile("action=\"([^\"]*/forget/[^\"]*)\"").matcher(office.get(FILL).body());
    assertThat(forget.find()).isTrue();
    office.send(forget.group(1), Map.of("seen", office.value(FILL, "seen")), FILL);
    assertThat(office.get(FILL).body()).doesNotContain("处对应）");
  }

  @Test
  void document_isTiedInItsTables() throws Exception {
    byte[] file;
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.createParagraph().createRun().setText("得分：");
      document.createTable(2, 2).getRow(0).getCell(0).setText("整改率");
      document.write(out);
      file = out.toByteArray();
    }
    String draft = open(office, "cz.docx", file);
    tie(draft, "表1", "B1", "row.隐患整改率.value");
    tie(draft, "正文", "A1", "total");
    byte[] filled =
        office.upload(draft + "/fill" + YEAR, Map.of(), "x", new byte[0], draft + YEAR).body();
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(filled))) {
      assertThat(document.getTables().get(0).getRow(0).getCell(1).getText()).isEqualTo("66.67");
      assertThat(document.getParagraphs().get(0).getText()).isEqualTo("得分：64.17");
    }
  }

  @Test
  void file_thatIsNoneOrHostile_isRefusedInASentence() throws Exception {
    assertThat(text(office.upload(TIE, Map.of(), "cz.pdf", new byte[] {1}, FILL)))
        .contains("请选择一个 xlsx、xlsm、docx 文件");
    HttpResponse<byte[]> broken = office.upload(TIE, Map.of(), "cz.xlsx", new byte[] {1, 2}, FILL);
    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(text(broken)).contains("role=\"alert\"");
    String draft = open(office, "<script>alert(1)</script>.xlsx", workbook("=1+1"));
    assertThat(office.get(draft + YEAR).body()).doesNotContain("<script>alert");
    assertThat(tie(draft, "财政表", "D2", "total").statusCode()).isEqualTo(400);
    assertThat(tie(draft, "财政表", "A3", "total").statusCode()).isEqualTo(400);
    assertThat(tie(draft, "没有", "A1", "total").statusCode()).isEqualTo(400);
    assertThat(tie(draft, "财政表", "C2", "nothing").statusCode()).isEqualTo(400);
    assertThat(office.get(draft + YEAR + "&sheet=7&cell=ZZ99").statusCode()).isEqualTo(200);
  }

  @Test
  void draft_isItsOwnersAlone_andWhatIsRememberedIsTheOffices() throws Exception {
    String draft = open(office, "cz.xlsx", workbook("表"));
    year.running().addAccount("wang", Grant.of(RunningServer.BUREAU, Role.SUPERVISOR));
    TestBrowser wang = new TestBrowser(year.running().address()).login("wang");
    assertThat(wang.get(draft + YEAR).body()).contains("已不在服务器的内存中").doesNotContain("cz.xlsx");
    String own = open(wang, "cz.xlsx", workbook("表"));
    assertThat(wang.get(own + YEAR).body()).doesNotContain("记住这些对应");
    assertThat(wang.send(own + "/save" + YEAR, Map.of("seen", ""), own + YEAR).statusCode())
        .isEqualTo(403);
    year.running().addAccount("li", Grant.of(RunningServer.BUREAU, Role.INSPECTOR));
    TestBrowser li = new TestBrowser(year.running().address()).login("li");
    assertThat(li.get(draft + YEAR).statusCode()).isEqualTo(403);
    assertThat(office.post(draft + YEAR, Map.of("sheet", "财政表", "cell", "C2")).statusCode())
        .isEqualTo(403);
  }
}
