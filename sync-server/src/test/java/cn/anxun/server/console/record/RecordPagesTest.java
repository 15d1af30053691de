package cn.anxun.server.console.record;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.place.FieldPoint;
import cn.anxun.server.console.Office;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hazard's page and what is done on it. */
final class RecordPagesTest {
  /** In Beijing, where the published maps draw it at 39.913345, 116.384047. */
  private static final FieldPoint POINT =
      new FieldPoint(
          39.911954, 116.377817, 12.3, Instant.parse("2026-03-02T01:00:00Z"), "gps", true);

  private Office office;
  private String hazard = "";

  @BeforeEach
  void start() throws Exception {
    office = Office.open();
    hazard = office.find("2026-03-01", "description", "通道堆物", "deadline", "2026-03-08");
  }

  @AfterEach
  void stop() {
    office.close();
  }

  private static Map<String, String> form(TestBrowser browser, String page, String... fields)
      throws Exception {
    Map<String, String> form = new HashMap<>();
    form.put("csrf", browser.secret(page));
    form.put("seen", browser.value(page, "seen"));
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return form;
  }

  @Test
  void steps_leadFromFoundToClosed() throws Exception {
    TestBrowser browser = office.login(Role.SUPERVISOR);
    String page = "/record/" + hazard;
    assertThat(browser.get(page).body()).contains("未整改", "/say/Rectified", "通道堆物");

    String rectify = page + "/say/Rectified";
    browser.post(rectify, form(browser, rectify, "date", "2026-03-05", "measures_taken", "已清理"));
    assertThat(browser.get(page).body()).contains("已清理").doesNotContain("/say/Rectified");

    String review = page + "/say/Reviewed";
    browser.post(review, form(browser, review, "date", "2026-03-06", "passed", "true"));
    assertThat(browser.get(page).body()).contains("已销号", "/say/CloseOutApproved");
  }

  @Test
  void place_isShownAsStored_andAsMapsInChinaDrawIt_andANewOneNamesNone() throws Exception {
    String drill = office.running().id();
    office
        .running()
        .push(
            office.running().enrol("wang", Role.INSPECTOR).token(),
            RunningServer.drill(drill, "2026-03-01")
                .put(
                    "public",
                    Json.members()
                        .put("participants", 20)
                        .put(RecordFields.POINT.name(), POINT.json())
                        .build())
                .build());
    TestBrowser browser = office.login(Role.SUPERVISOR);
    assertThat(browser.get("/record/" + drill).body())
        .contains(
            "<strong id=\"wgs84\">39.911954, 116.377817</strong>",
            "高德/腾讯地图坐标",
            "<strong id=\"gcj02\">39.913345, 116.384047</strong>",
            "精度 ±13 米，2026年3月2日 09:00 卫星定位",
            "不能证明到场",
            "39.911954, 116.377817（WGS-84，");
    assertThat(browser.get("/record/" + hazard).body()).doesNotContain("WGS-84");
  }

  @Test
  void step_withoutWhatItNeeds_keepsWhatWasTyped_andSaysWhy() throws Exception {
    TestBrowser browser = office.login(Role.SUPERVISOR);
    String extend = "/record/" + hazard + "/say/Extended";
    var page = browser.post(extend, form(browser, extend, "date", "2026-03-05", "reason", "等待设备"));
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("等待设备", "role=\"alert\"", "整改期限");
    assertThat(browser.get("/record/" + hazard).body()).doesNotContain("等待设备");
  }

  @Test
  void correction_countsAtOnce_andTheValueBeforeStays() throws Exception {
    TestBrowser browser = office.login(Role.OFFICE);
    String amend = "/record/" + hazard + "/amend/" + hazard;
    var form = form(browser, amend, "description", "三楼通道堆物", "why", "写漏了楼层");
    browser.post("/record/" + hazard + "/correct/" + hazard, form);
    assertThat(browser.get("/record/" + hazard).body()).contains("三楼通道堆物", "写漏了楼层", "通道堆物");
    assertThat(browser.get("/records/hazard").body()).contains("三楼通道堆物");
  }

  @Test
  void correction_ofOneField_leavesWhatWasNeverSet() throws Exception {
    TestBrowser browser = office.login(Role.OFFICE);
    String amend = "/record/" + hazard + "/amend/" + hazard;
    assertThat(browser.get(amend).body())
        .containsPattern("name=\"major_fire\">\\s*<option value=\"true\">")
        .containsPattern("<option value=\"false\" selected>");
  }

  @Test
  void void_withoutAReason_isRefused_andWithOneTakesTheRecordOutOfTheLedger() throws Exception {
    TestBrowser browser = office.login(Role.OFFICE);
    String amend = "/record/" + hazard + "/amend/" + hazard;
    String voids = "/record/" + hazard + "/void/" + hazard;
    assertThat(browser.post(voids, form(browser, amend, "why", "")).statusCode()).isEqualTo(400);
    browser.post(voids, form(browser, amend, "why", "重复登记"));
    assertThat(browser.get("/record/" + hazard).body()).contains("不计入统计", "重复登记");
    assertThat(browser.get("/records/hazard").body()).doesNotContain(hazard);
  }

  @Test
  void whatOthersSaid_isNotOfferedToAnInspectorToCorrect() throws Exception {
    TestBrowser browser = office.login(Role.INSPECTOR);
    assertThat(browser.get("/record/" + hazard).body())
        .doesNotContain("/amend/", "/say/Listed", "/say/CloseOutApproved")
        .contains("/say/Rectified");
  }

  @Test
  void unknownRecord_andUnknownStep_areNotFound() throws Exception {
    TestBrowser browser = office.login(Role.OFFICE);
    assertThat(browser.get("/record/nothing").statusCode()).isEqualTo(404);
    assertThat(browser.get("/record/" + hazard + "/say/Nothing").statusCode()).isEqualTo(404);
    assertThat(browser.get("/record/" + hazard + "/amend/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void markup_inAnyField_isShownAsText() throws Exception {
    String evil = office.find("2026-03-02", "description", "<img src=x onerror=alert(1)>");
    TestBrowser browser = office.login(Role.OFFICE);
    for (String page :
        new String[] {"/record/" + evil, "/records/hazard", "/figures/hazard.rate"}) {
      assertThat(browser.get(page).body()).doesNotContain("<img src=x").contains("&lt;img src=x");
    }
  }
}
