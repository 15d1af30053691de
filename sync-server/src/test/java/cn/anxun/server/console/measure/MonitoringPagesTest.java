package cn.anxun.server.console.measure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.console.form.OfficeYear;
import cn.anxun.server.http.v1.RunningServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The form of 2026 in the middle of the year: three hazards of 1 March, two rectified on 5 March.
 */
final class MonitoringPagesTest {
  private static final String MARCH = "/forms/safety/monitoring?year=2026&day=2026-03-31";
  private static final String BEFORE = "/forms/safety/monitoring?year=2026&day=2026-03-03";

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

  private Map<String, String> fields() throws Exception {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("seen", office.value(MARCH, "seen"));
    String[] names = {"排查隐患", "隐患整改率", "安全意识 <b>提高</b>", "群众满意度"};
    for (int i = 0; i < names.length; i++) {
      fields.put("row." + i, names[i]);
    }
    fields.put("spent", "2.5");
    fields.put("expected_spent", "8");
    fields.put("expected.0", "4个");
    fields.put("possibility.0", "certain");
    fields.put("reason.0", "预计多排查 <i>1</i> 个");
    fields.put("typed.3", "88%");
    fields.put("expected.3", "90%");
    return fields;
  }

  @Test
  void page_showsWhatWasDoneUntilTheDay_andDraftsTheReason() throws Exception {
    assertThat(office.get(MARCH).body())
        .contains("1—3月执行情况", "3个", "100.00 %", "66.67%", "草稿，尚未保存")
        .contains("提高&lt;/b&gt;");
    assertThat(office.get(BEFORE).body()).contains("截至2026年3月3日", "0.00%");
    assertThat(office.get("/forms/safety?year=2026").body()).contains("/forms/safety/monitoring");
  }

  @Test
  void whatIsSaid_isKeptByItsDay_andPrinted() throws Exception {
    HttpResponse<String> saved = office.send(MARCH, fields(), MARCH);
    assertThat(saved.statusCode()).isEqualTo(200);
    assertThat(saved.body())
        .contains("value=\"4个\"", "133.33 %", "31.25 %", "value=\"88%\"", "&lt;i&gt;1&lt;/i&gt;")
        .doesNotContain("草稿，尚未保存");
    assertThat(office.get(BEFORE).body()).doesNotContain("value=\"4个\"").contains("草稿");
    assertThat(office.get("/forms/safety?year=2026").body()).doesNotContain("88%", "预计多排查");

    HttpResponse<byte[]> xlsx = office.bytes(MARCH.replace("monitoring?", "monitoring/xlsx?"));
    assertThat(text(xlsx.body()))
        .contains("绩效运行监控表", "1—3月", "全年预计", "133.33%", "确定能", "预计多排查", "31.25");
    HttpResponse<byte[]> docx = office.bytes(MARCH.replace("monitoring?", "monitoring/docx?"));
    assertThat(text(docx.body())).contains("绩效运行监控表", "偏差原因及改进措施", "88%");
    assertThat(office.get(MARCH.replace("monitoring?", "monitoring/pdf?")).statusCode())
        .isEqualTo(404);
  }

  private static String text(byte[] file) throws Exception {
    StringBuilder text = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }

  @Test
  void wrongInput_isNamed_andKept() throws Exception {
    Map<String, String> fields = fields();
    fields.put("spent", "两万五");
    fields.put("expected.0", "很多");
    fields.put("possibility.0", "maybe");
    fields.put("row.3", "旧指标");
    HttpResponse<String> answer = office.send(MARCH, fields, MARCH);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(
            "“1—3月执行数（万元）”的“两万五”",
            "“排查隐患”的实际完成值“很多”里没有数字",
            "“排查隐患”的完成目标可能性",
            "指标“旧指标”不再有，您填写的是：88% 90%",
            "value=\"很多\"",
            "value=\"两万五\"");
    Map<String, String> missed = fields();
    missed.put("expected.3", "60%");
    assertThat(office.send(MARCH, missed, MARCH).body()).contains("“群众满意度”的全年预计与年度指标值偏离较大");
    missed.put("reason.3", "问卷改版");
    assertThat(office.send(MARCH, missed, MARCH).statusCode()).isEqualTo(200);
  }

  @Test
  void savedByAnotherMeanwhile_isNotOverwrittenUnseen() throws Exception {
    Map<String, String> first = fields();
    Map<String, String> second = fields();
    second.put("expected.0", "5个");
    office.send(MARCH, first, MARCH);
    HttpResponse<String> late = office.send(MARCH, second, MARCH);
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(late.body()).contains("已有人保存了新的内容", "value=\"5个\"");
    second.put("spent", "两万五");
    assertThat(office.send(MARCH, second, MARCH).body()).contains("已有人保存了新的内容", "“两万五”");
  }

  @Test
  void byOneWhoMayNot_isOnlySeen() throws Exception {
    year.running().addAccount("sun", Grant.of(RunningServer.BUREAU, Role.SUPERVISOR));
    TestBrowser sun = new TestBrowser(year.running().address()).login("sun");
    assertThat(sun.get(MARCH).body()).contains("66.67%").doesNotContain("expected.0", "草稿");
    assertThat(sun.send(MARCH, fields(), MARCH).statusCode()).isEqualTo(403);
    assertThat(office.get("/forms/safety/monitoring?year=2026&day=2025-12-31").statusCode())
        .isEqualTo(400);
    assertThat(office.get("/forms/safety/monitoring?year=2026&day=gestern").statusCode())
        .isEqualTo(400);
    assertThat(office.get("/forms/nothing/monitoring?year=2026").statusCode()).isEqualTo(404);
  }
}
