package cn.anxun.server.console.base;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.console.Office;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.importer.Workbooks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as workbooks: taken out, uploaded with errors, uploaded with a preview. */
final class SheetPagesTest {
  private static final String UNITS = "/admin/base/units";

  @TempDir private Path folder;
  private Office bureau;
  private TestBrowser office;

  @BeforeEach
  void start() throws Exception {
    bureau = Office.open();
    office = bureau.login(Role.OFFICE);
  }

  @AfterEach
  void stop() {
    bureau.close();
  }

  private HttpResponse<byte[]> upload(String table, String mode, List<? extends List<?>> rows)
      throws Exception {
    byte[] file = Files.readAllBytes(Workbooks.write(folder.resolve("t.xlsx"), rows));
    return office.upload(
        table + "/upload", Map.of("mode", mode), "表.xlsx", file, table + "/upload");
  }

  private void save(String table) throws Exception {
    String seen = office.value(table + "/draft", "seen");
    HttpResponse<String> answer =
        office.send(table + "/draft", Map.of("seen", seen), table + "/draft");
    assertThat(answer.uri().getPath()).as(answer.body()).isEqualTo(table);
  }

  private List<List<String>> file(String table) throws Exception {
    HttpResponse<byte[]> answer = office.bytes(table + "/file");
    List<List<String>> rows = new ArrayList<>();
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
      for (Row row : workbook.getFirstSheet().read()) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(cell == null ? "" : cell.getText()));
        rows.add(cells);
      }
    }
    return rows;
  }

  @Test
  void workbook_isPreviewed_andSavedOnlyThen() throws Exception {
    HttpResponse<byte[]> first =
        upload(
            UNITS,
            "some",
            List.of(
                List.of("贡井区单位一览表"),
                List.of("序号", "单位编码（必填）", "单位名称"),
                List.of(1, "U01", "长土街道"),
                List.of(2, 2, "=cmd|' /C calc'!A0")));
    assertThat(first.uri().getPath()).isEqualTo(UNITS + "/draft");
    assertThat(RunningServer.text(first)).contains("新增 2 行", "长土街道");
    save(UNITS);
    assertThat(file(UNITS))
        .containsExactly(
            List.of("*单位编码", "*单位名称"), List.of("U01", "长土街道"), List.of("2", "=cmd|' /C calc'!A0"));
    String some =
        RunningServer.text(
            upload(UNITS, "some", List.of(List.of("单位编码", "单位名称"), List.of("U01", "长土镇"))));
    assertThat(some).contains("新增 0 行，修改 1 行，删除 0 行", "<ins>长土镇</ins>");
    String whole =
        RunningServer.text(
            upload(UNITS, "whole", List.of(List.of("单位编码", "单位名称"), List.of("U01", "长土镇"))));
    assertThat(whole).contains("新增 0 行，修改 1 行，删除 1 行");
    save(UNITS);
    assertThat(file(UNITS)).hasSize(2).contains(List.of("U01", "长土镇"));
  }

  @Test
  void workbook_withWrongCells_isRefusedByCell_andChangesNothing() throws Exception {
    String answer =
        RunningServer.text(
            upload(
                "/admin/base/divisions",
                "some",
                List.of(
                    List.of("区划代码", "区划名称", "起始日期", "截止日期"),
                    List.of("510303001", "筱溪街道", "去年", ""),
                    List.of("5103", "某街道", "2026-01-01", "2025-01-01"),
                    List.of("510303002", "", "", ""),
                    List.of("510303003", "长土街道", "2026-02-01", "2025-02-01"),
                    List.of("510303004", "一街", "", ""),
                    List.of("510303004", "二街", "", ""))));
    assertThat(answer)
        .contains(
            "第 2 行 C 列：“去年”不是日期",
            "第 3 行 A 列：“区划代码”的“5103”写法不对",
            "第 4 行 B 列：缺少“区划名称”",
            "第 5 行 D 列：“截止日期”的截止日期 2025-02-01 早于起始日期",
            "第 7 行：与第 6 行重复");
    assertThat(office.get("/admin/base/divisions").body()).contains("还没有内容");
  }

  @Test
  void workbook_thatIsHostile_isRefused() throws Exception {
    assertThat(text("x.xlsx", "no zip".getBytes(StandardCharsets.UTF_8))).contains("不是 .xlsx 工作簿");
    assertThat(text("x.xlsx", new byte[0])).contains("请选择一个 .xlsx 文件");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String part : List.of("[Content_Types].xml", "xl/workbook.xml")) {
        zip.putNextEntry(new ZipEntry(part));
        zip.write(
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(text("x.xlsx", bytes.toByteArray())).contains("DOCTYPE").doesNotContain("root:");
    assertThat(
            RunningServer.text(
                upload(UNITS, "some", List.of(List.of("甲", "乙"), List.of("1", "2")))))
        .contains("没有找到单位的表头");
  }

  private String text(String name, byte[] file) throws Exception {
    HttpResponse<byte[]> answer =
        office.upload(UNITS + "/upload", Map.of(), name, file, UNITS + "/upload");
    assertThat(answer.statusCode()).isEqualTo(400);
    return RunningServer.text(answer);
  }

  @Test
  void longTable_goesOnInParts_andShrinksAgain() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("单位编码", "单位名称"));
    for (int i = 0; i < 3000; i++) {
      rows.add(List.of("UNIT-" + i, "某某街道办事处第" + i + "社区居民委员会"));
    }
    assertThat(RunningServer.text(upload(UNITS, "some", rows))).contains("新增 3,000 行");
    save(UNITS);
    assertThat(file(UNITS)).hasSize(3001);
    assertThat(office.get(UNITS + "?q=UNIT-2999").body()).contains("第2999社区");
    assertThat(office.get(UNITS + "/history").body()).contains("第 1 版").doesNotContain("第 2 版");
    upload(UNITS, "whole", rows.subList(0, 2));
    save(UNITS);
    assertThat(file(UNITS)).hasSize(2);
  }

  @Test
  void plan_namesItsSites_andSaysWhichItDoesNotFind() throws Exception {
    Enrolment phone = bureau.running().enrol("wang", Role.INSPECTOR);
    site(phone, "某某化工有限公司", "91510303MA00000001");
    site(phone, "川南加油站", "");
    site(phone, "川南加油站", "");
    String plan = "/admin/base/inspection-plan.2026";
    String wrong =
        RunningServer.text(
            upload(
                plan,
                "some",
                List.of(
                    List.of("检查对象名称", "统一社会信用代码"),
                    List.of("某某化工有限公司", ""),
                    List.of("没有的公司", ""),
                    List.of("川南加油站", ""))));
    assertThat(wrong).contains("第 3 行：没有找到名为“没有的公司”", "第 4 行：名为“川南加油站”的检查对象有 2 个");
    upload(plan, "some", List.of(List.of("检查对象名称", "统一社会信用代码"), List.of("某某化工有限公司", "")));
    assertThat(office.get(plan + "/draft").body()).contains("新增 1 行", "某某化工有限公司");
    save(plan);
    assertThat(office.get(plan).body()).contains("91510303MA00000001");
    assertThat(office.get("/admin/base").body()).contains("2026 年检查计划");
  }

  private void site(Enrolment phone, String name, String code) throws Exception {
    String id = bureau.running().id();
    bureau
        .running()
        .push(
            phone.token(),
            Json.members()
                .put("id", id)
                .put("kind", "SiteRegistered")
                .put("subject", id)
                .put("at", "2026-03-01T02:03:04Z")
                .put("businessDate", "2026-03-01")
                .put("author", "wang")
                .put("device", "phone")
                .put(
                    "public",
                    Json.members()
                        .put("name", name)
                        .put("credit_code", code.isEmpty() ? null : code)
                        .build())
                .build());
  }
}
