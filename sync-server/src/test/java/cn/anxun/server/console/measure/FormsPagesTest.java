package cn.anxun.server.console.measure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.console.form.OfficeYear;
import cn.anxun.server.http.v1.RunningServer;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms put together in the browser: the one of 2026, and new ones from it and from a standard. */
final class FormsPagesTest {
  private static final String LIST = "/admin/forms?year=2026";
  private static final String EDIT = "/admin/forms/edit?year=2026&key=safety";
  private static final String SEND = "/admin/forms/edit?year=2026";
  private static final String HISTORY = "/admin/forms/history?year=2026&key=safety";
  private static final Pattern INPUT =
      Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*? value=\"([^\"]*)\"");
  private static final Pattern SELECT =
      Pattern.compile("(?s)<select name=\"([^\"]+)\".*?value=\"([^\"]*)\" selected");

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

  /** What the page's form would send as it stands. */
  private Map<String, String> fields(String path) throws Exception {
    String page = office.get(path).body();
    String form =
        page.substring(page.indexOf("class=\"form-edit\""), page.indexOf("id=\"preview\""));
    Map<String, String> fields = new LinkedHashMap<>();
    for (Pattern pattern : new Pattern[] {INPUT, SELECT}) {
      Matcher found = pattern.matcher(form);
      while (found.find()) {
        fields.put(found.group(1), found.group(2).replace("&lt;", "<").replace("&amp;", "&"));
      }
    }
    fields.put("do", "save");
    return fields;
  }

  @Test
  void savingUnchanged_keepsEverything() throws Exception {
    String before = office.get("/forms/safety?year=2026").body();
    HttpResponse<String> saved = office.send(SEND, fields(EDIT), EDIT);
    assertThat(saved.uri().getPath()).isEqualTo("/admin/forms");
    String after = office.get("/forms/safety?year=2026").body();
    assertThat(table(after)).isEqualTo(table(before)).contains("提高&lt;/b&gt;");
    assertThat(after).contains("排查并整改隐患", "75.00 %");
    assertThat(office.get(HISTORY).body()).contains("内容不变", "现行");
  }

  private static String table(String page) {
    return page.substring(page.indexOf("<tbody>"), page.indexOf("</table>"));
  }

  @Test
  void page_showsTheWeightsTheFindingsAndTheFormAsItPrints() throws Exception {
    assertThat(office.get(EDIT).body())
        .contains("合计 95 分", "权重合计为 95，应为 100", "现为 3个，得 30.00 分", "年度\n总体\n目标", "66.67%")
        .contains("达到指标值得满分");
    assertThat(office.get(LIST).body()).contains("2026年度安全生产专项自评表", ">95<", "标准表：项目支出绩效自评表");
  }

  @Test
  void rows_areAddedMovedAndRemoved_withTheirIndicator() throws Exception {
    Map<String, String> fields = fields(EDIT);
    fields.put("do", "add.0");
    String added = office.send(SEND, fields, EDIT).body();
    assertThat(added).contains("row.4.name", "第 2 行：请填写一级指标和三级指标的名称");
    fields.put("do", "up.1");
    String moved = office.send(SEND, fields, EDIT).body();
    assertThat(moved.indexOf("value=\"隐患整改率\"")).isLessThan(moved.indexOf("value=\"排查隐患\""));
    fields.put("do", "drop.3");
    assertThat(office.send(SEND, fields, EDIT).body()).doesNotContain("value=\"群众满意度\"");

    fields.put("do", "save");
    fields.put("row.3.name", "演练<i>次数</i>");
    fields.put("row.3.indicator", "drill.times");
    fields.put("row.3.target", "1");
    fields.put("row.3.weight", "10");
    HttpResponse<String> saved = office.send(SEND, fields, EDIT);
    assertThat(saved.body()).contains(">100<");
    assertThat(office.get("/forms/safety?year=2026").body())
        .contains("演练&lt;i&gt;次数&lt;/i&gt;", "≥1次", "0次")
        .doesNotContain("<i>次数");
    assertThat(office.get(HISTORY).body()).contains("新增“演练&lt;i&gt;次数&lt;/i&gt;”；删除“群众满意度”");
  }

  @Test
  void wrongInput_isNamedByItsRow_andKept() throws Exception {
    Map<String, String> fields = fields(EDIT);
    fields.put("title", "");
    fields.put("row.0.weight", "三十");
    fields.put("row.1.target", "≥100%");
    fields.put("row.1.indicator", "no.such");
    fields.put("row.2.level1", "");
    fields.put("row.3.rule", "pass-line");
    fields.put("row.3.number", "160");
    HttpResponse<String> answer = office.send(SEND, fields, EDIT);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(
            "请填写“表单”的名称",
            "第 1 行“排查隐患”的分值的“三十”应为不小于 0 的数字",
            "“第 2 行“隐患整改率””的年度指标值“=≥100%”",
            "没有编号为“no.such”的指标",
            "提高&lt;/b&gt;”：请填写一级指标",
            "第 4 行“群众满意度”：计分方式的数“160”不对",
            "value=\"三十\"",
            "value=\"160\"");
    assertThat(office.get(HISTORY).body()).doesNotContain("三十");
  }

  @Test
  void savedByAnotherMeanwhile_isNotOverwrittenUnseen_andCanBePutBack() throws Exception {
    Map<String, String> first = fields(EDIT);
    Map<String, String> second = fields(EDIT);
    first.put("title", "甲改的表");
    second.put("title", "乙改的表");
    office.send(SEND, first, EDIT);
    HttpResponse<String> late = office.send(SEND, second, EDIT);
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(late.body()).contains("已有人保存了这张表的新版本", "value=\"乙改的表\"");
    second.put("seen", office.value(EDIT, "seen"));
    assertThat(office.send(SEND, second, EDIT).body()).contains("乙改的表");
    Map<String, String> back = new LinkedHashMap<>();
    back.put("seen", office.value(HISTORY, "seen"));
    back.put("entry", office.value(HISTORY, "entry"));
    assertThat(office.send(HISTORY, back, HISTORY).statusCode()).isEqualTo(200);
    assertThat(office.get(LIST).body()).contains("甲改的表").doesNotContain(">乙改的表<");
  }

  @Test
  void savedByAnotherMeanwhile_whereSomethingElseIsWrongToo_isSaidBeforeItIsOverwritten()
      throws Exception {
    Map<String, String> first = fields(EDIT);
    Map<String, String> second = fields(EDIT);
    first.put("title", "甲改的表");
    second.put("row.0.weight", "三十");
    office.send(SEND, first, EDIT);
    assertThat(office.send(SEND, second, EDIT).body()).contains("已有人保存了这张表的新版本", "“三十”");
    assertThat(office.get(LIST).body()).contains("甲改的表");
  }

  @Test
  void newForm_ofATakenKey_isNoRevisionOfTheOtherForm() throws Exception {
    String standard = "/admin/forms/edit?year=2026&from=standard-0";
    Map<String, String> fields = fields(standard);
    fields.put("key", "safety");
    String taken = office.send(SEND, fields, standard).body();
    assertThat(taken)
        .contains("在这一年已有一张表", "name=\"seen\" value=\"\"")
        .doesNotContain("已有人保存了这张表的新版本");
  }

  @Test
  void sign_ofFullWidthOrUnknown_staysAsItIs() throws Exception {
    Json.Members row =
        Json.members()
            .put("l1", "产出指标")
            .put("l3", "亡人事故")
            .put("target", "＝0起")
            .put("weight", 5)
            .build();
    year.define(
        "zero",
        Json.members()
            .put("title", "零事故表")
            .put("template", "项目支出绩效自评表")
            .put("rows", Json.items(List.of(row)))
            .build());
    String edit = "/admin/forms/edit?year=2026&key=zero";
    Map<String, String> fields = fields(edit);
    assertThat(fields).containsEntry("row.0.operator", "=").containsEntry("row.0.target", "0起");
    office.send(SEND, fields, edit);
    assertThat(office.get("/forms/zero?year=2026").body()).contains("=0起").doesNotContain("≥0起");
    fields.put("row.0.operator", "≈");
    fields.put("do", "try");
    assertThat(office.send(SEND, fields, edit).body()).contains("<option value=\"≈\" selected");
  }

  @Test
  void newForm_fromAStandardOneAndFromThisYears_leavesOutWhatWasTyped() throws Exception {
    String standard = "/admin/forms/edit?year=2027&from=standard-0";
    Map<String, String> fields = fields(standard);
    assertThat(fields)
        .containsEntry("key", "form-1")
        .containsEntry("row.3.indicator", "hazard.rate");
    fields.put("key", "safety 2027");
    String send = "/admin/forms/edit?year=2027";
    assertThat(office.send(send, fields, standard).body()).contains("“代号”“safety 2027”只能由");
    fields.put("key", "safety");
    assertThat(office.send(send, fields, standard).body()).contains("项目支出绩效自评表", ">100<");
    assertThat(office.send(send, fields, standard).body()).contains("在这一年已有一张表");
    String like = "/admin/forms/edit?year=2028&from=" + office.value(EDIT, "base");
    Map<String, String> copy = fields(like);
    copy.put("key", "copy");
    office.send("/admin/forms/edit?year=2028", copy, like);
    assertThat(office.get("/forms/copy?year=2028").body())
        .contains("群众满意度", "≥90%")
        .doesNotContain("排查并整改隐患");
  }

  @Test
  void defining_byOneWhoMayNot_isRefused() throws Exception {
    year.running().addAccount("sun", Grant.of(RunningServer.BUREAU, Role.SUPERVISOR));
    TestBrowser sun = new TestBrowser(year.running().address()).login("sun");
    assertThat(sun.get(LIST).body()).contains("安全生产专项自评表").doesNotContain("/admin/forms/edit");
    assertThat(sun.get(EDIT).statusCode()).isEqualTo(403);
    assertThat(sun.get(HISTORY).statusCode()).isEqualTo(403);
    assertThat(sun.send(SEND, Map.of("do", "save"), LIST).statusCode()).isEqualTo(403);
    assertThat(sun.send(HISTORY, Map.of("entry", "x"), LIST).statusCode()).isEqualTo(403);
    assertThat(office.get("/admin/forms/edit?year=2026&key=nothing").statusCode()).isEqualTo(404);
    assertThat(office.get("/admin/forms/edit?year=2026&from=nothing").statusCode()).isEqualTo(404);
    assertThat(office.get("/admin/forms?year=99").statusCode()).isEqualTo(400);
  }
}
