package cn.anxun.server.console.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.report.paper.SamplePapers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 文书 in the browser. */
final class PaperPagesTest {
  private final int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
  private static final Pattern FIELD =
      Pattern.compile(
          "<(?:input type=\"text\" name=\"([^\"]+)\" value=\"([^\"]*)\""
              + "|textarea name=\"([^\"]+)\"[^>]*>([^<]*)<)");

  private RunningServer running;
  private Enrolment phone;

  @BeforeEach
  void start() throws Exception {
    running = RunningServer.start();
    phone = running.enrol("li", Role.INSPECTOR);
    for (Role role : List.of(Role.SUPERVISOR, Role.OFFICE, Role.AUDITOR, Role.INSPECTOR)) {
      running.addAccount(role.wire(), new Grant(RunningServer.BUREAU, role, "", "", 1));
    }
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void paper_isShownAsPrinted_withPersonsForThoseAloneWhoMay() throws Exception {
    String paper = issue(0);
    TestBrowser chief = login(Role.SUPERVISOR);
    TestBrowser auditor = login(Role.AUDITOR);

    assertThat(chief.get("/papers").body())
        .contains("每一个文号都有去向", "（区）应急责改〔" + year + "〕1号", "已签发", "某某精密机械制造有限公司");
    assertThat(chief.get("/papers/" + paper).body())
        .contains("责令限期整改指令书", "李明（证号：43060001）", "行政复议", "<svg viewBox=", "<path d=\"M");
    assertThat(auditor.get("/papers/" + paper).body())
        .contains("责令限期整改指令书", "不予显示")
        .doesNotContain("李明", "43060001", "<path d=\"M");
    HttpResponse<byte[]> docx = chief.bytes("/papers/" + paper + "/file/docx");
    assertThat(docx.statusCode()).isEqualTo(200);
    assertThat(docx.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
    assertThat(new String(docx.body(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    HttpResponse<byte[]> pdf = chief.bytes("/papers/" + paper + "/file/pdf");
    assertThat(pdf.statusCode()).isIn(200, 409);
    assertThat(chief.bytes("/papers/export?paper=order").statusCode()).isEqualTo(200);
  }

  @Test
  void voids_whenASupervisorGivesAReason_keepsTheNumberInTheRegister() throws Exception {
    String paper = issue(0);
    TestBrowser chief = login(Role.SUPERVISOR);
    TestBrowser inspector = login(Role.INSPECTOR);
    Map<String, String> reason = Map.of("reason", "单位名称写错");

    assertThat(inspector.send("/papers/" + paper + "/void", reason, "/papers").statusCode())
        .isEqualTo(403);
    assertThat(chief.send("/papers/" + paper + "/void", Map.of(), "/papers").statusCode())
        .isEqualTo(400);
    assertThat(chief.send("/papers/" + paper + "/void", reason, "/papers").body())
        .contains("本文书已作废。原因：单位名称写错");
    assertThat(chief.get("/papers?state=VOID").body())
        .contains("（区）应急责改〔" + year + "〕1号", "单位名称写错", "每一个文号都有去向");
  }

  @Test
  void register_whenAPhoneIsLost_takesItsNumbersBack_andHonoursOneThatItUsed() throws Exception {
    String asked = "{\"paper\":\"责令限期整改指令书\",\"year\":" + year + ",\"count\":3}";
    running.post("/api/v1/numbers", phone.token(), asked.getBytes(StandardCharsets.UTF_8));
    TestBrowser chief = login(Role.SUPERVISOR);
    assertThat(chief.get("/papers").body()).contains("1–3 号", "在设备上未用");
    Map<String, String> back = new HashMap<>();
    back.put("paper", Paper.ORDER.label());
    back.put("year", Integer.toString(year));
    back.put("first", "1");
    back.put("last", "3");
    back.put("device", phone.device());
    back.put("reason", "手机遗失");

    assertThat(chief.send("/papers/return", back, "/papers").body())
        .contains("已退回", "手机遗失")
        .doesNotContain("1–3 号");
    issue(2);
    assertThat(chief.get("/papers").body()).contains("已签发", "每一个文号都有去向");
    issue(9);
    assertThat(chief.get("/papers").body()).contains("去向不符").doesNotContain("每一个文号都有去向");
  }

  @Test
  void wording_whenTheOfficeChangesIt_isPreviewedCheckedAndHolds() throws Exception {
    TestBrowser office = login(Role.OFFICE);
    Map<String, String> fields = typed(office.get("/papers/wording").body());
    fields.put("seen", "");
    fields.put("bureau.short", "岳楼");
    fields.put("order.remedies", "找{judge}");
    assertThat(office.send("/papers/wording", fields, "/papers/wording").body())
        .contains("责令限期整改指令书 救济途径");

    fields.put("order.remedies", "可以自收到之日起六十日内向{government}申请行政复议。");
    fields.put("preview", "on");
    assertThat(office.send("/papers/wording", fields, "/papers/wording").body())
        .contains("（岳楼）应急责改〔2026〕1号", "六十日内向本级人民政府申请行政复议。");
    fields.remove("preview");
    assertThat(office.send("/papers/wording", fields, "/papers/wording").statusCode())
        .isEqualTo(200);
    issue(0);
    assertThat(office.get("/papers").body()).contains("（岳楼）应急责改〔" + year + "〕1号");
  }

  private TestBrowser login(Role role) throws Exception {
    return new TestBrowser(running.address()).login(role.wire());
  }

  /** What stands in the inputs of a page. */
  private static Map<String, String> typed(String page) {
    Map<String, String> fields = new HashMap<>();
    Matcher matcher = FIELD.matcher(page);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        fields.put(matcher.group(1), matcher.group(2));
      } else {
        fields.put(matcher.group(3), matcher.group(4));
      }
    }
    return fields;
  }

  /** Pushes an order of today; without a number for 0, so that the server gives it one. */
  private String issue(int serial) throws Exception {
    Fields.Builder fields = SamplePapers.of(Paper.ORDER, 3, false).toBuilder();
    fields
        .raw("paper_no", serial == 0 ? null : Json.of("（区）应急责改〔" + year + "〕" + serial + "号"))
        .raw("paper_year", serial == 0 ? null : Json.of(year))
        .raw("paper_serial", serial == 0 ? null : Json.of(serial))
        .raw("hazards", null)
        .raw("inspection", null)
        .raw("site", null);
    String id = running.id();
    LocalDate day = LocalDate.of(year, 1, 5);
    Header header =
        new Header(id, id, null, Instant.parse("2026-03-02T02:03:04Z"), day, "li", "p", List.of());
    byte[] bytes = EntryJson.write(PaperIssued.KIND.entry(header, fields.build())).bytes();
    HttpResponse<byte[]> answer = running.push(phone.token(), JsonText.read(bytes));
    assertThat(RunningServer.text(answer)).contains("\"seq\"");
    return id;
  }
}
