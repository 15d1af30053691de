package cn.anxun.server.console.entry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.console.Office;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.storage.BureauLedger;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New records, written at a desk. */
final class DeskPagesTest {
  private final String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

  private Office office;
  private TestBrowser clerk;

  @BeforeEach
  void start() throws Exception {
    office = Office.open();
    clerk = office.login(Role.OFFICE);
  }

  @AfterEach
  void stop() {
    office.close();
  }

  private BureauLedger ledger() {
    return office.running().server().ledger(RunningServer.BUREAU);
  }

  private LedgerState state() {
    return ledger().state(new Cutoff(ledger().lastSeq(), LocalDate.of(2099, 12, 31)));
  }

  private static String hidden(String page, String name) {
    Matcher matcher = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(matcher.find()).as(name).isTrue();
    return matcher.group(1);
  }

  /** What a form drawn now sends, with these fields filled in, by turns name and text. */
  private Map<String, String> form(String type, String... filled) throws Exception {
    String page = clerk.get("/entry/new/" + type).body();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("csrf", hidden(page, "csrf"));
    fields.put("id", hidden(page, "id"));
    if (page.contains("site_id")) {
      fields.put("site_id", hidden(page, "site_id"));
    }
    fields.put("date", today);
    for (int i = 0; i < filled.length; i += 2) {
      fields.put(filled[i], filled[i + 1]);
    }
    return fields;
  }

  private HttpResponse<String> save(String type, Map<String, String> form) throws Exception {
    return clerk.post("/entry/new/" + type, form);
  }

  private Map<String, String> hazard(String site) throws Exception {
    return form(
        "hazard", "site", site, "description", "通道<b>堵塞</b>", "level", "一般", "major_fire", "false");
  }

  @Test
  void hazard_atANewSite_isRecordedWithIt_once() throws Exception {
    Map<String, String> form = hazard("清河超市");
    form.put("site_new", "true");
    form.put("industry", "工贸");

    HttpResponse<String> saved = save("hazard", form);
    assertThat(saved.uri().getPath()).isEqualTo("/record/" + form.get("id"));
    assertThat(saved.body()).contains("通道&lt;b&gt;堵塞").contains("清河超市");
    save("hazard", form);

    assertThat(ledger().lastSeq()).isEqualTo(2);
    FoldedRecord hazard = state().list("hazard").get(0);
    FoldedRecord site = state().list("site").get(0);
    assertThat(hazard.fields().text(RecordFields.SITE)).isEqualTo(site.subject());
    assertThat(hazard.fields().is(HazardFound.MAJOR_FIRE)).isFalse();
    assertThat(site.fields().text(SiteRegistered.NAME)).isEqualTo("清河超市");
    assertThat(site.fields().text(RecordFields.INDUSTRY)).isEqualTo("工贸");
  }

  @Test
  void hazard_atAKnownSite_findsIt_howeverItIsWritten() throws Exception {
    Map<String, String> first = hazard("清河超市");
    first.put("site_new", "true");
    save("hazard", first);

    assertThat(clerk.get("/entry/sites?site=%E6%B8%85%E6%B2%B3").body()).contains("value=\"清河超市\"");
    save("hazard", hazard(" 清河 超市 "));
    assertThat(state().list("site")).hasSize(1);
    assertThat(state().list("hazard"))
        .extracting(hazard -> hazard.fields().text(RecordFields.SITE))
        .containsOnly(state().list("site").get(0).subject());
  }

  @Test
  void site_thatNobodyKnows_isAskedBack_andNothingTypedIsLost() throws Exception {
    Map<String, String> first = hazard("清河超市");
    first.put("site_new", "true");
    save("hazard", first);
    long before = ledger().lastSeq();

    Map<String, String> form = hazard("清河");
    HttpResponse<String> asked = save("hazard", form);
    assertThat(asked.statusCode()).isEqualTo(400);
    assertThat(asked.body())
        .contains("台账里没有“清河”")
        .contains("name=\"site_choice\"")
        .contains("通道&lt;b&gt;堵塞")
        .contains("value=\"" + form.get("id") + "\"");
    assertThat(ledger().lastSeq()).isEqualTo(before);

    form.put("site_choice", state().list("site").get(0).subject());
    assertThat(save("hazard", form).uri().getPath()).isEqualTo("/record/" + form.get("id"));
    assertThat(state().list("site")).hasSize(1);
  }

  @Test
  void form_changedAfterItWasSaved_isNotLostNorSavedUnasked() throws Exception {
    Map<String, String> form = hazard("清河超市");
    form.put("site_new", "true");
    save("hazard", form);
    form.put("description", "另一处隐患");

    HttpResponse<String> again = save("hazard", form);
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("已经保存过一次").contains("另一处隐患").contains("/record/");
    assertThat(hidden(again.body(), "id")).isNotEqualTo(form.get("id"));
    assertThat(state().list("hazard")).hasSize(1);
    form.put("id", hidden(again.body(), "id"));
    assertThat(save("hazard", form).statusCode()).isEqualTo(200);
    assertThat(state().list("hazard")).hasSize(2);
  }

  @Test
  void mistake_namesItsField_andKeepsWhatWasTyped() throws Exception {
    assertThat(save("drill", form("drill", "name", "消防演练")).body())
        .contains("请填写“参加人次”。")
        .contains("value=\"消防演练\"");
    HttpResponse<String> wrong = save("drill", form("drill", "name", "消防演练", "participants", "很多"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("参加人次").contains("value=\"很多\"");
    Map<String, String> noDay = form("drill", "name", "消防演练", "participants", "20");
    noDay.put("date", "昨天");
    assertThat(save("drill", noDay).body()).contains("“日期”不是有效的日期");
    noDay.put("date", "2099-01-01");
    assertThat(save("drill", noDay).body()).contains("“日期”在今天之后");
    noDay.put("id", "x");
    assertThat(save("drill", noDay).statusCode()).isEqualTo(400);
    assertThat(ledger().lastSeq()).isZero();
  }

  @Test
  void everyKind_isDrawn_andTakenWithWhatItNeeds() throws Exception {
    Map<String, Map<String, String>> needed =
        Map.of(
            "inspection", Map.of("check", "日常", "authority", "行政检查", "inspectors", "2"),
            "drill", Map.of("name", "消防演练", "participants", "20", "level", "企业"),
            "training", Map.of("name", "网格员培训", "audience", "网格员", "attendees", "30"),
            "publicity", Map.of("name", "五进", "activity", "五进"),
            "enforcement", Map.of("action", "立案"),
            "accident", Map.of("description", "机械伤害"),
            "response", Map.of("hazard", "防汛"),
            "plan", Map.of("title", "总体预案"),
            "service", Map.of("service", "专家指导"));
    assertThat(clerk.get("/entry/new").body()).contains("/entry/new/tally");
    for (Map.Entry<String, Map<String, String>> kind : needed.entrySet()) {
      Map<String, String> form = form(kind.getKey(), "site", "清河超市", "site_new", "true");
      form.putAll(kind.getValue());
      HttpResponse<String> saved = save(kind.getKey(), form);
      assertThat(saved.uri().getPath()).as(kind.getKey()).isEqualTo("/record/" + form.get("id"));
      assertThat(state().list(kind.getKey())).as(kind.getKey()).hasSize(1);
    }
    assertThat(state().list("site")).hasSize(1);
  }

  @Test
  void tally_isOfAnIndicator() throws Exception {
    String page = clerk.get("/entry/new/tally").body();
    Matcher option =
        Pattern.compile("name=\"indicator\".*?<option value=\"([^\"]+)\"", Pattern.DOTALL)
            .matcher(page);
    assertThat(option.find()).isTrue();
    Map<String, String> form =
        form("tally", "unit", "U01", "quantity", "12", "from", "2026-01-01", "until", "2026-03-31");

    assertThat(save("tally", form).body()).contains("请填写“汇总哪一项”");
    form.put("indicator", option.group(1));
    assertThat(save("tally", form).uri().getPath()).isEqualTo("/record/" + form.get("id"));
    assertThat(state().list("tally")).hasSize(1);
  }

  @Test
  void preset_fillsInWhatIsUsual() throws Exception {
    assertThat(clerk.get("/entry/new/drill?preset=fire-evacuation").body())
        .contains("value=\"消防疏散演练\"")
        .contains("<option value=\"企业\" selected>");
  }

  @Test
  void button_isThereForThoseWhoMay() throws Exception {
    assertThat(clerk.get("/records/hazard").body()).contains("/entry/new/hazard");
    assertThat(clerk.get("/").body()).contains("href=\"/entry/new\"");
    assertThat(clerk.get("/records/site").body()).doesNotContain("/entry/new/");
    assertThat(clerk.get("/entry/new/site").statusCode()).isEqualTo(404);
    String link = office.running().server().createLink(RunningServer.BUREAU, 2026).getPath();
    TestBrowser reader = new TestBrowser(office.running().address());
    assertThat(reader.get(link).body()).doesNotContain("href=\"/entry/new\"");
    assertThat(reader.get("/entry/new").statusCode()).isEqualTo(403);
    assertThat(reader.get("/entry/sites?site=x").statusCode()).isEqualTo(403);
  }

  @Test
  void mistake_afterASiteWasChosen_keepsTheChoice() throws Exception {
    for (String address : List.of("东街", "西街")) {
      Map<String, String> site = hazard("清河超市" + address);
      site.put("site_new", "true");
      save("hazard", site);
    }
    String chosen = state().list("site").get(1).subject();
    Map<String, String> form = hazard("清河超市");
    form.put("site_choice", chosen);
    form.put("date", "2099-01-01");

    String again = save("hazard", form).body();
    assertThat(again)
        .contains("“日期”在今天之后", "清河超市东街", "清河超市西街")
        .containsPattern("name=\"site_choice\" value=\"" + chosen + "\" checked");
    form.put("site", "别的名字");
    assertThat(save("hazard", form).body())
        .containsPattern("name=\"site_choice\" value=\"" + chosen + "\" checked");
    form.put("date", today);
    form.put("major_fire", "");
    form.put("description", "字".repeat(2001));
    assertThat(save("hazard", form).body())
        .containsPattern("name=\"site_choice\" value=\"" + chosen + "\" checked");
    form.put("site_choice", "");
    form.put("date", "2099-01-01");
    assertThat(save("hazard", form).body()).doesNotContain("site_choice");
  }
}
