package cn.anxun.server.console.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.console.form.OfficeYear;
import cn.anxun.server.http.v1.RunningServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The 自评报告 in the browser. */
final class NarrativePagesTest {
  private static final String YEAR = "?year=2026";
  private static final String REPORT = "/forms/safety/narrative" + YEAR;
  private static final String TEMPLATE = "/narratives" + YEAR;

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

  private HttpResponse<String> save(String path, String... texts) throws Exception {
    Map<String, String> fields = new TreeMap<>();
    fields.put("seen", office.value(path, "seen"));
    for (int i = 0; i < texts.length; i++) {
      fields.put("heading." + i, "第" + i + "节");
      fields.put("text." + i, texts[i]);
    }
    return office.send(path, fields, path);
  }

  private String document() throws Exception {
    byte[] file = office.bytes("/forms/safety/narrative.docx" + YEAR).body();
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
      return document.getParagraphs().stream()
          .map(XWPFParagraph::getText)
          .collect(Collectors.joining("\n"));
    }
  }

  @Test
  void report_ofTheStandardTemplate_hasTheYearsNumbers_andAgreesWithTheForm() throws Exception {
    String page = office.get(REPORT).body();
    assertThat(page)
        .contains(
            "贡井区应急管理局对2026年度",
            "全年执行数6.00万元",
            "预算执行率75.00%，得7.50分",
            "隐患整改率：年度指标值=100%，实际完成66.67%，得26.67分",
            "自评得分64.17分",
            "尚未保存",
            "文中数字与本表一致",
            "安全意识 &lt;b&gt;提高&lt;/b&gt;：年度指标值明显提高。")
        .doesNotContain("{{", "[[", "<b>提高");
    assertThat(document()).contains("一、基本情况", "自评得分64.17分", "台账链值");
    assertThat(office.get("/forms/safety" + YEAR).body()).contains(REPORT);
    assertThat(year.running().server().directory().audit().list(RunningServer.BUREAU, 0, 100))
        .extracting(row -> row.event().object())
        .contains("2026/safety/narrative.docx");
  }

  @Test
  void report_thatTheOfficeWrote_isKept_andCheckedAgainWhenFiguresMove() throws Exception {
    assertThat(save(REPORT, "隐患整改率为66.67%，<i>完成</i>良好。").body())
        .contains("隐患整改率为66.67%", "已保存的文字", "文中数字与本表一致")
        .doesNotContain("<i>完成");
    year.find(false);
    assertThat(office.get(REPORT).body())
        .contains("隐患整改率为66.67%，", "文中有 1 处", "<q>隐患整改率为66.67%", "现为 50.00%");
    assertThat(office.get(REPORT + "&fresh=true").body()).contains("实际完成50.00%", "原来保存的文字还在");
    assertThat(document()).contains("隐患整改率为66.67%");
  }

  @Test
  void report_savedOverAnothers_orTooLong_keepsWhatWasTyped() throws Exception {
    HttpResponse<String> stale =
        office.send(REPORT, Map.of("seen", "x", "heading.0", "甲", "text.0", "我写的"), REPORT);
    assertThat(stale.statusCode()).isEqualTo(400);
    assertThat(stale.body()).contains("已有人保存了新的内容", "我写的");
    HttpResponse<String> tooLong = save(REPORT, "长".repeat(18_001));
    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(tooLong.body()).contains("最多 18000 字", "长长长");
    assertThat(save(REPORT).body()).contains("报告没有内容");
  }

  @Test
  void template_ofTheYear_isEdited_andItsUnknownNamesAreTold() throws Exception {
    assertThat(office.get(TEMPLATE).body()).contains("{{row.actual}}", "2026年自评报告模板");
    save(TEMPLATE, "整改{{row.隐患整改率.value}}，{{totl}}。\n分项{{row.name}}得{{row.score}}");
    assertThat(office.get(TEMPLATE).body()).contains("{{totl}}");
    assertThat(office.get("/narratives?year=2027").body()).contains("{{totl}}");
    assertThat(office.get("/narratives?year=2025").body()).doesNotContain("{{totl}}");
    assertThat(office.get(REPORT).body())
        .contains("整改66.67，{{totl}}。", "名称“totl”没有对应的数值", "分项排查隐患得30.00")
        .doesNotContain("分项群众满意度");
    assertThat(office.get(TEMPLATE + "&standard=true").body()).contains("{{row.actual}}");
  }

  @Test
  void report_askedByOthers_isShownToThoseWhoSeeFigures_andChangedByTheOfficeAlone()
      throws Exception {
    year.running().addAccount("li", Grant.of(RunningServer.BUREAU, Role.INSPECTOR));
    TestBrowser li = new TestBrowser(year.running().address()).login("li");
    assertThat(li.get(REPORT).body())
        .contains("66.67%")
        .doesNotContain("narrative.docx", "保存</button>");
    assertThat(li.get("/forms/safety/narrative.docx" + YEAR).statusCode()).isEqualTo(403);
    assertThat(li.get(TEMPLATE).statusCode()).isEqualTo(403);
    assertThat(li.send(REPORT, Map.of("seen", "", "text.0", "x"), REPORT).statusCode())
        .isEqualTo(403);
    assertThat(office.get("/forms/none/narrative" + YEAR).statusCode()).isEqualTo(404);
  }
}
