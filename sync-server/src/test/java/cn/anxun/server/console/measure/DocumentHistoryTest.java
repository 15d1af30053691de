package cn.anxun.server.console.measure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.console.form.OfficeYear;
import cn.anxun.server.http.v1.RunningServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of the office's documents is a revision: that of the office, in each of their parts. */
final class DocumentHistoryTest {
  private static final String FORM = "/admin/forms/history?year=2026&key=safety";
  private static final String MEASURES = "/admin/measures/history";
  private static final String PART = "doc/indicators/2";

  private OfficeYear year;
  private TestBrowser office;
  private Enrolment inspector;

  @BeforeEach
  void start() throws Exception {
    year = OfficeYear.start();
    office = new TestBrowser(year.running().address()).login("office");
    inspector = year.running().enrol("zhang", Role.INSPECTOR);
  }

  @AfterEach
  void stop() {
    year.close();
  }

  private Json.MembersBuilder entry(String id, String kind, String subject, Json document) {
    return OfficeYear.entry(id, kind, subject, "2026-02-01")
        .put("public", Json.members().put("document", document).build());
  }

  /** Pushes it as the inspector; the id of the entry. */
  private String propose(String kind, String subject, Json document) throws Exception {
    String id = year.running().id();
    Json proposal = entry(id, kind, subject, document).put("author", "zhang").build();
    assertThat(RunningServer.text(year.running().push(inspector.token(), proposal)))
        .contains("\"seq\"");
    return id;
  }

  /** Pushes it as the office; the id of the entry. */
  private String define(String name) throws Exception {
    String id = year.running().id();
    year.push(entry(id, "IndicatorsDefined", PART, indicators(name)));
    return id;
  }

  private static Json indicators(String name) {
    Json hazards =
        Json.members()
            .put("id", "part.1")
            .put("name", name)
            .put("unit", "个")
            .put("direction", "higher")
            .put("measure", Json.members().put("count", "hazard").build())
            .build();
    return Json.members().put("indicators", Json.items(List.of(hazards))).build();
  }

  private int putBack(String history, String entry) throws Exception {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("seen", office.value(history, "seen"));
    fields.put("entry", entry);
    return office.send(history, fields, history).statusCode();
  }

  @Test
  void history_whenAnInspectorProposes_hasNoRevisionOfIt() throws Exception {
    year.define("safety", Json.members().put("title", "科室改的表").build());
    define("隐患甲");
    define("隐患乙");
    String form =
        propose(
            "FormDefined", "doc/form/2026/safety", Json.members().put("title", "检查员的表").build());
    String measure = propose("IndicatorsDefined", PART, indicators("检查员的指标"));

    assertThat(office.get(FORM).body()).contains("科室改的表").doesNotContain("检查员的表");
    assertThat(office.get(MEASURES).body()).contains("隐患乙").doesNotContain("检查员的指标");
    assertThat(putBack(FORM, form)).isEqualTo(404);
    assertThat(putBack(MEASURES, measure)).isEqualTo(404);
  }

  @Test
  void history_ofIndicatorsInAnotherPart_isShown_andPutBackThere() throws Exception {
    String first = define("隐患甲");
    define("隐患乙");
    assertThat(office.get(MEASURES).body()).contains("新增“隐患甲”", "修改“隐患乙”", "现行");
    assertThat(putBack(MEASURES, first)).isEqualTo(200);
    assertThat(office.get("/admin/measures").body()).contains("隐患甲").doesNotContain("隐患乙");
  }
}
