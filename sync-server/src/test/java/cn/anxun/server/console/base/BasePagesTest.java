package cn.anxun.server.console.base;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.Office;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bureau's tables: rows by hand, the preview, saving, conflicts, history. */
final class BasePagesTest {
  private static final String UNITS = "/admin/base/units";

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

  private TestBrowser colleague() throws Exception {
    bureau.running().addAccount("li", Grant.of(RunningServer.BUREAU, Role.OFFICE));
    return new TestBrowser(bureau.running().address()).login("li");
  }

  private static HttpResponse<String> put(
      TestBrowser browser, String table, String id, String... fields) throws Exception {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("id", id);
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return browser.send(table + "/row", all, table + "/row");
  }

  private static HttpResponse<String> save(TestBrowser browser, String table) throws Exception {
    return save(browser, table, browser.value(table + "/draft", "seen"), Map.of());
  }

  private static HttpResponse<String> save(
      TestBrowser browser, String table, String seen, Map<String, String> more) throws Exception {
    Map<String, String> fields = new LinkedHashMap<>(more);
    fields.put("seen", seen);
    return browser.send(table + "/draft", fields, table + "/draft");
  }

  private static void unit(TestBrowser browser, String code, String name) throws Exception {
    assertThat(put(browser, UNITS, "", "code", code, "name", name).statusCode()).isEqualTo(200);
  }

  @Test
  void unit_onceSaved_isCalledByItsNameOnEveryPage() throws Exception {
    String hazard = bureau.find("2026-03-01", "unit", "U01", "description", "通道堵塞");
    assertThat(office.get("/record/" + hazard).body()).contains("U01");
    unit(office, "U01", "长土街道 <b>办</b>");
    assertThat(office.get("/record/" + hazard).body()).doesNotContain("长土街道");
    assertThat(office.get(UNITS + "/draft").body()).contains("新增 1 行", "长土街道 &lt;b&gt;");
    assertThat(save(office, UNITS).uri().getPath()).isEqualTo(UNITS);
    assertThat(office.get("/record/" + hazard).body()).contains("长土街道 &lt;b&gt;办");
    assertThat(office.get("/records/hazard").body()).contains("长土街道");
    assertThat(office.get("/record/" + hazard + "/amend/" + hazard).body())
        .contains("长土街道 &lt;b&gt;办&lt;/b&gt;</option>");
    assertThat(office.get("/admin/base").body()).contains("office，20");
    assertThat(office.get(UNITS).body()).contains("最近由 office，20", ">1</td>");
  }

  @Test
  void draft_isKeptForWhoMadeIt_untilItIsGivenUp() throws Exception {
    unit(office, "U01", "长土街道");
    assertThat(office.get("/admin/base").body()).contains("有 1 处修改未保存");
    assertThat(colleague().get(UNITS).body()).doesNotContain("长土街道");
    office.send(UNITS + "/draft/discard", Map.of(), UNITS + "/draft");
    assertThat(office.get(UNITS).body()).doesNotContain("长土街道");
    assertThat(office.get(UNITS + "/draft").body()).contains("没有要保存的修改");
  }

  @Test
  void row_thatIsWrong_isNamedByItsColumn_andStaysInTheForm() throws Exception {
    HttpResponse<String> noName = put(office, UNITS, "", "code", "U01", "name", " ");
    assertThat(noName.statusCode()).isEqualTo(400);
    assertThat(noName.body()).contains("“单位名称”没有填写", "value=\"U01\"");
    unit(office, "U01", "长土街道");
    assertThat(put(office, UNITS, "", "code", "U01", "name", "又一个").body())
        .contains("“单位编码”的“U01”与前面重复", "value=\"又一个\"");
    HttpResponse<String> division =
        put(
            office,
            "/admin/base/divisions",
            "",
            "code",
            "51030",
            "name",
            "某街道",
            "from",
            "2026-13-01");
    assertThat(division.body()).contains("“起始日期”的格式不对", "2026-13-01");
    assertThat(put(office, "/admin/base/grids", "", "code", "5103", "name", "一网格").body())
        .contains("“网格代码”的“5103”写法不对");
  }

  @Test
  void table_changedByAnotherMeanwhile_showsBoth_andLosesNothing() throws Exception {
    unit(office, "U01", "长土街道");
    unit(office, "U02", "筱溪街道");
    save(office, UNITS);
    TestBrowser other = colleague();
    put(office, UNITS, "U01", "code", "U01", "name", "长土街道办事处");
    unit(office, "U03", "贡井街道");
    String seen = office.value(UNITS + "/draft", "seen");
    put(other, UNITS, "U01", "code", "U01", "name", "长土镇");
    put(other, UNITS, "U02", "code", "U02", "name", "筱溪镇");
    save(other, UNITS);

    HttpResponse<String> stale = save(office, UNITS, seen, Map.of());
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body())
        .contains("最近保存：li", "别人也改了", "长土镇", "长土街道办事处", "贡井街道")
        .doesNotContain("筱溪");
    HttpResponse<String> undecided = save(office, UNITS);
    assertThat(undecided.statusCode()).isEqualTo(400);
    assertThat(undecided.body()).contains("请先逐行选择");
    String again = office.value(UNITS + "/draft", "seen");
    assertThat(save(office, UNITS, again, Map.of("take.0", "mine")).statusCode()).isEqualTo(200);
    assertThat(office.get(UNITS).body()).contains("长土街道办事处", "筱溪镇", "贡井街道");
  }

  @Test
  void conflict_decidedForTheOther_keepsTheOther() throws Exception {
    unit(office, "U01", "长土街道");
    save(office, UNITS);
    TestBrowser other = colleague();
    put(office, UNITS, "U01", "code", "U01", "name", "长土街道办事处");
    other.send(UNITS + "/row/remove", Map.of("id", "U01", "how", "remove"), UNITS + "/row");
    save(other, UNITS);
    assertThat(office.get(UNITS + "/draft").body()).contains("（已删除）");
    String seen = office.value(UNITS + "/draft", "seen");
    save(office, UNITS, seen, Map.of("take.0", "theirs"));
    assertThat(office.get(UNITS).body()).doesNotContain("长土街道").contains("还没有内容");
  }

  @Test
  void rowInUse_isRemovedWithAWarning_orEndedWhereItCanBe() throws Exception {
    bureau.find("2026-03-01", "unit", "U01", "division", "510303001001");
    bureau.find("2026-03-02", "unit", "U01");
    unit(office, "U01", "长土街道");
    save(office, UNITS);
    assertThat(office.get(UNITS + "/row?id=U01").body()).contains("有 2 条记录正在使用它", "删除这一行");
    office.send(UNITS + "/row/remove", Map.of("id", "U01", "how", "remove"), UNITS + "/row");
    assertThat(office.get(UNITS + "/draft").body()).contains("删除 1 行", "2 条记录在用");
    String divisions = "/admin/base/divisions";
    put(office, divisions, "", "code", "510303001", "name", "筱溪街道");
    save(office, divisions);
    assertThat(office.get(divisions + "/row?id=510303001").body())
        .contains("有 1 条记录正在使用它", "今天起截止");
    office.send(
        divisions + "/row/remove",
        Map.of("id", "510303001", "how", "withdraw"),
        divisions + "/row");
    assertThat(office.get(divisions + "/draft").body()).contains("修改 1 行", "<ins>20");
    office.send(
        divisions + "/row/remove", Map.of("id", "510303001", "how", "undo"), divisions + "/row");
    assertThat(office.get(divisions + "/draft").body()).contains("没有要保存的修改");
  }

  @Test
  void history_comparesTwoRevisions_andPutsAnOldOneBackAsANewOne() throws Exception {
    unit(office, "U01", "长土街道");
    save(office, UNITS);
    put(office, UNITS, "U01", "code", "U01", "name", "长土镇");
    unit(office, "U02", "筱溪街道");
    save(office, UNITS);
    String history = office.get(UNITS + "/history").body();
    assertThat(history)
        .contains("第 2 版 · office", "<del>长土街道</del> <ins>长土镇</ins>", "新增 1 行，修改 1 行");
    String first = office.value(UNITS + "/history", "seq");
    office.send(UNITS + "/history", Map.of("seq", first), UNITS + "/history");
    assertThat(office.get(UNITS + "/draft").body()).contains("<ins>长土街道</ins>", "修改 1 行，删除 1 行");
    HttpResponse<String> twice =
        office.send(UNITS + "/history", Map.of("seq", first), UNITS + "/history");
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(twice.body()).contains("尚未保存的修改");
    save(office, UNITS);
    assertThat(office.get(UNITS).body()).contains("长土街道").doesNotContain("筱溪街道");
    assertThat(office.get(UNITS + "/history").body()).contains("第 3 版");
  }

  @Test
  void codeList_revised_offersItsChoices() throws Exception {
    String list = "/admin/base/code-list.industry";
    assertThat(office.get(list).body()).contains("工贸", "冶金");
    put(office, list, "", "value", "低空经济", "en", "Low-altitude economy", "parent", "");
    put(office, list, "冶金", "value", "冶金", "parent", "没有这个");
    assertThat(office.get(list + "/draft").body()).contains("新增 1 行").doesNotContain("没有这个");
    save(office, list);
    String hazard = bureau.find("2026-03-01", "description", "通道堵塞");
    assertThat(office.get("/record/" + hazard + "/amend/" + hazard).body()).contains("低空经济");
    assertThat(office.get("/admin/base").body()).contains("随程序附带，未改过");
  }

  @Test
  void library_keepsWhatShips_andHoldsTheOfficesOwn() throws Exception {
    String library = "/admin/base/hazard-library";
    put(office, library, "", "key", "drone", "text", "无人机电池违规充电", "category", "消防", "level", "一般");
    office.send(
        library + "/row/remove", Map.of("id", "exit-blocked", "how", "withdraw"), library + "/row");
    assertThat(office.get(library + "/row?id=exit-blocked").body()).doesNotContain("删除这一行");
    assertThat(put(office, library, "", "key", "major", "text", "重大隐患", "level", "重大").body())
        .contains("“重大判定标准”没有填写", "“隐患类别”没有填写");
    save(office, library);
    assertThat(office.get(library + "?q=%E6%97%A0%E4%BA%BA%E6%9C%BA").body())
        .contains("无人机电池违规充电")
        .doesNotContain("exit-blocked");
    assertThat(office.get(library + "/history").body()).contains("新增 1 行，修改 1 行，删除 0 行");
  }

  @Test
  void recordKind_isMadeOfItsNameAndFields() throws Exception {
    assertThat(office.get("/admin/base?family=record-kind&name=hazard").body())
        .contains("不能作记录类型的代号");
    String kind = "/admin/base/record-kind.patrol";
    assertThat(office.get("/admin/base?family=record-kind&name=patrol").uri().getPath())
        .isEqualTo(kind);
    put(office, kind, "", "name", "length_km", "label", "巡查里程", "type", "decimal");
    assertThat(save(office, kind).body()).contains("“类型名称”没有填写");
    put(office, kind, "#head", "label", "林区巡查");
    assertThat(put(office, kind, "", "name", "unit", "label", "单位", "type", "text").body())
        .contains("“字段代号”的“unit”与前面重复");
    save(office, kind);
    assertThat(office.get(kind).body()).contains("林区巡查", "巡查里程", "数字");
    assertThat(office.get("/admin/base").body()).contains("林区巡查");
  }

  @Test
  void plannedDrill_isShownAtTheMeeting_besideTheOneThatWasHeld() throws Exception {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    LocalDate lastWeek =
        today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(5);
    unit(office, "U01", "长土街道");
    save(office, UNITS);
    assertThat(office.get("/monthly/meeting").body()).doesNotContain("演练计划");
    drill(lastWeek, "燃气泄漏演练");
    drill(lastWeek, "防汛演练");
    assertThat(office.get("/monthly/meeting").body())
        .contains("演练计划（上周、本周） 2", "燃气泄漏演练", "防汛演练", "未见记录")
        .doesNotContain("已开展");
    Enrolment phone = bureau.running().enrol("wang", Role.INSPECTOR);
    String held = bureau.running().id();
    bureau
        .running()
        .push(
            phone.token(),
            RunningServer.drill(held, lastWeek.plusDays(1).toString())
                .put("public", Json.members().put("name", "防汛演练").put("unit", "U01").build())
                .build());
    assertThat(office.get("/monthly/meeting").body())
        .contains("<a href=\"/record/" + held + "\">已开展</a>", "未见记录", "长土街道");
  }

  private void drill(LocalDate day, String name) throws Exception {
    String plan = "/admin/base/drill-plan." + day.getYear();
    HttpResponse<String> put =
        put(office, plan, "", "date", day.toString(), "name", name, "unit", "U01");
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    save(office, plan);
  }

  private static String seen(TestBrowser browser, String table, String id) throws Exception {
    return browser.value(table + "/row?id=" + id, "seen").replace("&#34;", "\"");
  }

  private static void remove(TestBrowser browser, String table, String id, String seen)
      throws Exception {
    browser.send(
        table + "/row/remove", Map.of("id", id, "how", "remove", "seen", seen), table + "/row");
  }

  @Test
  void row_savedByAnotherWhileItsFormIsOpen_isAConflict() throws Exception {
    unit(office, "U01", "长土街道");
    unit(office, "U02", "筱溪街道");
    save(office, UNITS);
    String first = seen(office, UNITS, "U01");
    String second = seen(office, UNITS, "U02");
    assertThat(first).contains("长土街道");
    TestBrowser other = colleague();
    put(other, UNITS, "U01", "code", "U01", "name", "长土镇");
    put(other, UNITS, "U02", "code", "U02", "name", "筱溪镇");
    save(other, UNITS);

    HttpResponse<String> wrong =
        put(office, UNITS, "U01", "code", "U01", "name", "", "seen", first);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("长土街道&#34;").doesNotContain("长土镇");
    put(office, UNITS, "U01", "code", "U01", "name", "长土街道办事处", "seen", first);
    remove(office, UNITS, "U02", second);
    assertThat(office.get(UNITS + "/draft").body())
        .contains("别人也改了", "长土镇", "长土街道办事处", "筱溪镇", "（已删除）");
    assertThat(save(office, UNITS).statusCode()).isEqualTo(400);
    assertThat(put(office, UNITS, "U01", "code", "U01", "name", "长土", "seen", "{").statusCode())
        .isEqualTo(400);
  }

  @Test
  void row_removedByAnotherWhileItsFormIsOpen_losesNothingTyped() throws Exception {
    unit(office, "U01", "长土街道");
    unit(office, "U02", "筱溪街道");
    save(office, UNITS);
    String first = seen(office, UNITS, "U01");
    String second = seen(office, UNITS, "U02");
    TestBrowser other = colleague();
    remove(other, UNITS, "U01", first);
    remove(other, UNITS, "U02", second);
    save(other, UNITS);

    put(office, UNITS, "U01", "code", "U01", "name", "长土街道办事处", "seen", first);
    remove(office, UNITS, "U02", second);
    assertThat(office.get(UNITS + "/draft").body())
        .contains("别人也改了", "（已删除）", "长土街道办事处")
        .doesNotContain("筱溪街道");
  }

  @Test
  void row_seenAsItStands_isNoConflict() throws Exception {
    unit(office, "U01", "长土街道");
    save(office, UNITS);
    String seen = seen(office, UNITS, "U01");
    put(office, UNITS, "U01", "code", "U01", "name", "长土镇", "seen", seen);
    assertThat(seen(office, UNITS, "U01")).isEqualTo(seen);
    put(office, UNITS, "U01", "code", "U01", "name", "长土乡", "seen", seen);
    assertThat(office.get(UNITS + "/draft").body()).doesNotContain("别人也改了");
    save(office, UNITS);
    assertThat(office.get(UNITS).body()).contains("长土乡");
  }

  @Test
  void row_removedAndAddedAgain_stands() throws Exception {
    unit(office, "U01", "长土街道");
    unit(office, "U02", "筱溪街道");
    save(office, UNITS);
    remove(office, UNITS, "U01", seen(office, UNITS, "U01"));
    unit(office, "U01", "长土街道");
    assertThat(office.get(UNITS + "/draft").body()).contains("没有要保存的修改");
    remove(office, UNITS, "U02", seen(office, UNITS, "U02"));
    unit(office, "U02", "筱溪镇");
    assertThat(office.get(UNITS + "/draft").body())
        .contains("修改 1 行，删除 0 行")
        .doesNotContain("别人也改了");
    save(office, UNITS);
    assertThat(office.get(UNITS).body()).contains("长土街道", "筱溪镇").doesNotContain("筱溪街道");
  }

  @Test
  void number_ofAVastExponent_isRefusedAndStaysInTheForm() throws Exception {
    for (String vast : List.of("1E999999999", "1E-999999999", "9".repeat(60))) {
      HttpResponse<String> refused =
          put(
              office,
              "/admin/base/hazard-library",
              "",
              "key",
              "drone",
              "text",
              "无人机电池违规充电",
              "category",
              "消防",
              "level",
              "一般",
              "deadline_days",
              vast);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("“整改天数”", "value=\"" + vast + "\"");
    }
  }
}
