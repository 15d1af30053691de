package cn.anxun.server.console.measure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.FieldLabels;
import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.console.form.OfficeYear;
import cn.anxun.server.http.v1.RunningServer;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Indicators defined by choosing: three hazards of 2026, two of them rectified. */
final class MeasurePagesTest {
  private static final String LIST = "/admin/measures";
  private static final String EDIT = "/admin/measures/edit";
  private static final String HISTORY = "/admin/measures/history";

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

  /** A rate of ordinary hazards that are rectified or closed. */
  private Map<String, String> rate(String name, String action) throws Exception {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", "");
    fields.put("key", "own.1");
    fields.put("name", name);
    fields.put("unit", "%");
    fields.put("direction", "higher");
    fields.put("from", "2026-01-01");
    fields.put("until", "2026-12-31");
    fields.put("rate", "true");
    for (String side : new String[] {"part", "whole"}) {
      fields.put(side + ".0.type", "hazard");
      fields.put(side + ".0.how", "count");
      fields.put(side + ".0.when", "date");
    }
    fields.put("part.0.c.0.of", "state");
    fields.put("part.0.c.0.field", "state");
    fields.put("part.0.c.0.value", "rectified");
    fields.put("do", action);
    fields.put("seen", office.value(EDIT, "seen"));
    return fields;
  }

  @Test
  void trying_showsTheSentenceTheFigureAndItsRecords_andSavesNothing() throws Exception {
    HttpResponse<String> tried = office.send(EDIT, rate("我的整改率", "try"), EDIT);
    assertThat(tried.statusCode()).isEqualTo(200);
    assertThat(tried.body())
        .contains("状态为待复查", "2 ÷ 3 = 66.67 %", "未计入的前 1 条，共 1 条", "疏散通道堆物", "value=\"我的整改率\"");
    assertThat(office.get(LIST).body()).doesNotContain("我的整改率");
    String records =
        tried.body().replaceAll("(?s).*href=\"(/admin/measures/records[^\"]*of=part)\".*", "$1");
    assertThat(office.get(records.replace("&amp;", "&")).body())
        .contains("2 ÷ 3 = 66.67 %", "计入的记录（2）");
  }

  @Test
  void saving_addsTheIndicator_whichIsListedAndComputed() throws Exception {
    HttpResponse<String> saved = office.send(EDIT, rate("我的<b>率</b>", "save"), EDIT);
    assertThat(saved.uri().getPath()).isEqualTo(LIST);
    assertThat(saved.body())
        .contains("指标“我的&lt;b&gt;率&lt;/b&gt;”已保存", "本局自定", "2 ÷ 3 = 66.67 %")
        .doesNotContain("我的<b>");
    assertThat(office.get("/figures/own.1").body()).contains("66.67");
    assertThat(office.get(HISTORY).body()).contains("新增“我的&lt;b&gt;率&lt;/b&gt;”", "现行");
  }

  @Test
  void saving_whatIsWrong_namesTheField_andKeepsWhatWasTyped() throws Exception {
    Map<String, String> fields = rate("", "save");
    fields.put("key", "自 1");
    fields.put("part.0.how", "sum");
    fields.put("whole.0.c.0.of", "level");
    fields.put("whole.0.c.0.field", "level");
    HttpResponse<String> answer = office.send(EDIT, fields, EDIT);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(
            "请填写“名称”",
            "“编号”“自 1”只能由",
            "分子：请选择合计哪个“字段”",
            "分母：条件“" + label("level") + "”还没有选值",
            "value=\"自 1\"");
    assertThat(office.get(LIST).body()).doesNotContain("本局自定");
  }

  private static String label(String field) {
    return FieldLabels.chinese(field);
  }

  @Test
  void saving_whatTheVocabularyDoesNotHave_isRefusedInASentence() throws Exception {
    Map<String, String> fields = rate("怪指标", "save");
    fields.put("part.0.type", "spaceship<script>");
    HttpResponse<String> answer = office.send(EDIT, fields, EDIT);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("spaceship&lt;script&gt;").doesNotContain("<script>");
    fields.put("part.0.type", "hazard");
    fields.put("rate", "false");
    fields.put("unit", "万元");
    fields.put("from", "昨天");
    assertThat(office.send(EDIT, fields, EDIT).body()).contains("“单位”不能用“万元”", "“试算期间”的日期不对");
  }

  @Test
  void saving_afterAnother_isNotTakenUnseen() throws Exception {
    Map<String, String> first = rate("第一", "save");
    Map<String, String> second = rate("第二", "save");
    second.put("key", "own.2");
    office.send(EDIT, first, EDIT);
    HttpResponse<String> late = office.send(EDIT, second, EDIT);
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(late.body()).contains("已有人保存了新的指标定义", "value=\"第二\"");
    second.put("seen", office.value(EDIT, "seen"));
    assertThat(office.send(EDIT, second, EDIT).body()).contains("第一", "第二", "own.2");
  }

  @Test
  void saving_afterAnotherAndWithAMistake_saysBoth() throws Exception {
    Map<String, String> late = rate("", "save");
    office.send(EDIT, rate("第一", "save"), EDIT);
    assertThat(office.send(EDIT, late, EDIT).body()).contains("请填写“名称”", "已有人保存了新的指标定义");
  }

  @Test
  void saving_whatAnotherRemovedMeanwhile_keepsWhatWasTyped_andDefinesItAnew() throws Exception {
    office.send(EDIT, rate("整改率", "save"), EDIT);
    String edit = EDIT + "?id=own.1";
    Map<String, String> fields = rate("整改率（改）", "save");
    fields.put("id", "own.1");
    Map<String, String> remove = new LinkedHashMap<>();
    remove.put("id", "own.1");
    remove.put("seen", office.value(edit, "seen"));
    office.send("/admin/measures/remove", remove, edit);

    HttpResponse<String> answer = office.send(EDIT, fields, EDIT);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("指标“own.1”在您修改期间已被删除", "value=\"整改率（改）\"", "name=\"key\" value=\"own.1\"");
    fields.put("kept", "own.1");
    assertThat(office.send(EDIT, fields, EDIT).body()).contains("口径也随之没有了", "value=\"整改率（改）\"");
    Map<String, String> anew = rate("整改率（改）", "save");
    assertThat(office.send(EDIT, anew, EDIT).body()).contains("指标“整改率（改）”已保存");
  }

  @Test
  void standardIndicator_isChangedAndPutBack_andOneInUseIsNotRemovedSilently() throws Exception {
    String edit = EDIT + "?id=hazard.found";
    assertThat(office.get(edit).body()).contains("2026年《2026年度安全生产专项自评表》的“排查隐患”");
    Map<String, String> fields = rate("排查隐患总数", "save");
    fields.put("id", "hazard.found");
    fields.put("rate", "false");
    fields.put("unit", "个");
    fields.remove("part.0.c.0.field");
    assertThat(office.send(EDIT, fields, EDIT).body()).contains("排查隐患总数", "标准，本局已改");

    Map<String, String> remove = new LinkedHashMap<>();
    remove.put("id", "hazard.found");
    remove.put("seen", office.value(edit, "seen"));
    HttpResponse<String> refused = office.send("/admin/measures/remove", remove, edit);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("这个指标正在使用", "的“排查隐患”", "恢复标准定义");
    remove.put("confirmed", "true");
    assertThat(office.send("/admin/measures/remove", remove, edit).body())
        .doesNotContain("排查隐患总数", "标准，本局已改");

    String history = office.get(HISTORY).body();
    assertThat(history).contains("新增“排查隐患总数”", "删除“排查隐患总数”");
    Map<String, String> back = new LinkedHashMap<>();
    back.put("seen", office.value(HISTORY, "seen"));
    back.put("entry", office.value(HISTORY, "entry"));
    assertThat(office.send(HISTORY, back, HISTORY).statusCode()).isEqualTo(200);
    assertThat(office.get(LIST).body()).contains("排查隐患总数");
    assertThat(office.send(HISTORY, back, HISTORY).body()).contains("没有恢复");
  }

  @Test
  void buttons_addAndDropConditionsAndTerms_withoutAScript() throws Exception {
    assertThat(office.send(EDIT, rate("率", "add-condition.part.0"), EDIT).body())
        .contains("part.0.c.1.field");
    assertThat(office.send(EDIT, rate("率", "drop-condition.part.0.0"), EDIT).body())
        .doesNotContain("part.0.c.0.field");
    HttpResponse<String> two = office.send(EDIT, rate("率", "add-term.whole"), EDIT);
    assertThat(two.body()).contains("whole.1.type", "减去第 2 项");
    Map<String, String> other = rate("率", "try");
    other.put("part.0.c.0.field", "level");
    assertThat(office.send(EDIT, other, EDIT).body()).contains("条件“" + label("level") + "”还没有选值");
  }

  @Test
  void defining_byOneWhoMayNot_isRefused() throws Exception {
    year.running().addAccount("sun", Grant.of(RunningServer.BUREAU, Role.SUPERVISOR));
    TestBrowser sun = new TestBrowser(year.running().address()).login("sun");
    assertThat(sun.get(LIST).body()).contains("排查隐患数").doesNotContain(EDIT, HISTORY, "管理</a>");
    assertThat(sun.get(EDIT).statusCode()).isEqualTo(403);
    assertThat(sun.get(HISTORY).statusCode()).isEqualTo(403);
    assertThat(sun.send(EDIT, Map.of("do", "save"), LIST).statusCode()).isEqualTo(403);
    assertThat(sun.send("/admin/measures/remove", Map.of("id", "own.1"), LIST).statusCode())
        .isEqualTo(403);
    assertThat(sun.get("/admin/measures/records?measure=%7B%7D&unit=x").statusCode())
        .isEqualTo(403);
    assertThat(office.post(EDIT, Map.of("csrf", "guess")).statusCode()).isEqualTo(403);
    assertThat(office.get("/admin/measures/records?measure=%7B%7D&unit=x").statusCode())
        .isEqualTo(400);
    assertThat(office.get(EDIT + "?id=nothing").statusCode()).isEqualTo(404);
  }
}
