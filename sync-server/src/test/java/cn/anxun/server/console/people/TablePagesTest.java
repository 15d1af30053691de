package cn.anxun.server.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts from a table. */
final class TablePagesTest {
  private static final String TABLE = "/admin/people/table";
  private RunningServer running;
  private TestBrowser browser;

  @BeforeEach
  void start() throws Exception {
    running = RunningServer.start();
    running.addAccount("admin", Grant.of(RunningServer.BUREAU, Role.ADMINISTRATOR));
    browser = new TestBrowser(running.address()).login("admin");
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private static byte[] table(List<List<Object>> rows) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("人员");
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          Object value = rows.get(row).get(column);
          if (value instanceof Number number) {
            sheet.value(row, column, number);
          } else {
            sheet.value(row, column, String.valueOf(value));
          }
        }
      }
    }
    return out.toByteArray();
  }

  private String preview(List<List<Object>> rows) throws Exception {
    return new String(
        browser.upload(TABLE, Map.of(), "人员.xlsx", table(rows), TABLE).body(),
        StandardCharsets.UTF_8);
  }

  @Test
  void table_whenNothingIsWrong_makesAllWithASlipEach() throws Exception {
    String preview =
        preview(
            List.of(
                List.of("贡井区应急管理局人员"),
                List.of("*姓名", "*账号", "角色", "辖区"),
                List.of("李四", "lisi", "网格员", 510303001),
                List.of("王五", "wangwu", "", ""),
                List.of("赵六", "zhaoliu", "office", "")));
    assertThat(preview).contains("共 3 人，没有差错", "执法人员", "办公室", "510303001");
    assertThat(running.server().directory().accounts().find("lisi")).isEmpty();

    Matcher line = Pattern.compile("name=\"line\" value=\"([^\"]+)\"").matcher(preview);
    StringBuilder body = new StringBuilder("address=https%3A%2F%2F10.1.2.3");
    while (line.find()) {
      body.append("&line=")
          .append(URLEncoder.encode(line.group(1).replace("&#9;", "\t"), StandardCharsets.UTF_8));
    }
    String made = browser.sendRaw(TABLE + "/create", body.toString(), TABLE).body();

    assertThat(made.split("<svg", -1)).hasSize(4);
    assertThat(made.split("网页初始密码", -1)).hasSize(2);
    assertThat(running.server().directory().accounts().listGrants("lisi"))
        .containsExactly(new Grant(RunningServer.BUREAU, Role.GRID_WORKER, "", "510303001", 1));
    assertThat(browser.sendRaw(TABLE + "/create", body.toString(), TABLE).body())
        .contains("B3：账号“lisi”已存在");
  }

  @Test
  void table_whenCellsAreWrong_namesThemAndMakesNobody() throws Exception {
    String preview =
        preview(
            List.of(
                List.of("账号", "姓名", "角色", "辖区"),
                List.of("lisi", "李四", "网格员", ""),
                List.of("lisi", "李四", "局长", ""),
                List.of("王五", "", "", "12")));
    assertThat(preview)
        .contains(
            "D2：网格员须填辖区代码",
            "A3：账号“lisi”在表中出现两次",
            "C3：没有角色“局长”",
            "A4：账号“王五”不可用",
            "B4：姓名“”不可用",
            "D4：辖区代码“12”")
        .doesNotContain("name=\"line\"");
    assertThat(running.server().directory().accounts().find("lisi")).isEmpty();
  }

  @Test
  void table_whenItIsNone_saysWhatIsNeeded() throws Exception {
    assertThat(preview(List.of(List.of("甲", "乙"), List.of("1", "2")))).contains("没有找到表头");
    assertThat(preview(List.of(List.of("账号", "姓名")))).contains("没有人员");
    assertThat(
            new String(
                browser.upload(TABLE, Map.of(), "x.xlsx", new byte[] {1, 2}, TABLE).body(),
                StandardCharsets.UTF_8))
        .contains("role=\"alert\"");
  }

  @Test
  void table_whenItIsNoWorkbook_saysSoInTheReadersLanguage() throws Exception {
    browser.send("/language", Map.of("language", "en"), TABLE);
    assertThat(
            new String(
                browser.upload(TABLE, Map.of(), "x.xlsx", new byte[] {1, 2}, TABLE).body(),
                StandardCharsets.UTF_8))
        .contains("This is not an .xlsx workbook");
  }

  @Test
  void template_hasTheHeadings() throws Exception {
    byte[] file = browser.bytes(TABLE + "/template").body();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      assertThat(workbook.getFirstSheet().read().get(1).getCellText(0)).isEqualTo("账号");
    }
  }

  @Test
  void table_withANumberOfAVastExponent_namesTheCell() throws Exception {
    assertThat(
            preview(
                List.of(
                    List.of("账号", "姓名", "角色", "辖区"),
                    List.of("lisi", "李四", "网格员", new BigDecimal("1E+999999999")))))
        .contains("D2：辖区代码“1E+999999999”");
  }
}
