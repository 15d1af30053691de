package cn.anxun.server.console.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The forms of a year in the browser. */
final class FormPagesTest {
  private static final String YEAR = "?year=2026";

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

  @Test
  void forms_ofTheYear_areListedWithTheirTotalAndFiles() throws Exception {
    assertThat(office.get("/forms" + YEAR).body())
        .contains(
            "2026年度安全生产专项自评表",
            "尚未关账",
            "目标尚未冻结",
            "/forms/safety?year=2026",
            "/api/v1/forms/safety.xlsx?year=2026");
    assertThat(office.get("/forms?year=2025").body()).contains("还没有自评表");
    assertThat(office.get("/forms").uri().getQuery()).isEqualTo("year=2026");
  }

  @Test
  void form_showsActualsScoresRulesAndWhatIsToBeDone() throws Exception {
    String page = office.get("/forms/safety" + YEAR).body();
    assertThat(page)
        .contains(
            ">3个</a>",
            "/forms/safety/row/2?year=2026",
            ">66.67%</a>",
            "26.67",
            "等于指标值得满分",
            "定性指标，由办公室评分",
            "权重合计为 95，应为 100",
            "请填写偏差原因",
            "7.50",
            "&lt;b&gt;提高&lt;/b&gt;")
        .doesNotContain("<b>提高");
  }

  @Test
  void form_readInEnglish_saysInEnglishWhatIsToBeDone() throws Exception {
    office.send("/language", Map.of("language", "en"), "/forms" + YEAR);
    assertThat(office.get("/forms/safety" + YEAR).body())
        .contains("The weights sum to 95, not 100.", "Give the reason and the improvement.")
        .doesNotContain("权重合计");
  }

  @Test
  void row_showsTheRecordsBehindItsFigure() throws Exception {
    String open = year.find(false);
    assertThat(office.get("/forms/safety/row/2" + YEAR).body())
        .contains("2 ÷ 4 = 50.00 %", "/record/" + open, "未计入的记录（2）");
    assertThat(office.get("/forms/safety/row/3" + YEAR).statusCode()).isEqualTo(404);
    assertThat(office.get("/forms/safety/row/x" + YEAR).statusCode()).isEqualTo(404);
    assertThat(office.get("/forms/none" + YEAR).statusCode()).isEqualTo(404);
  }

  @Test
  void formThatCannotBeRead_saysWhy() throws Exception {
    year.define("bad", Json.members().put("title", "坏表").build());
    assertThat(office.get("/forms" + YEAR).body()).contains("无法读取", "bad：", "“rows”");
    assertThat(office.get("/forms/bad" + YEAR).statusCode()).isEqualTo(409);
  }

  @Test
  void forms_askedByAnInspector_areShownWithoutFilesAndEditing() throws Exception {
    year.running().addAccount("li", Grant.of(RunningServer.BUREAU, Role.INSPECTOR));
    TestBrowser li = new TestBrowser(year.running().address()).login("li");
    assertThat(li.get("/forms/safety" + YEAR).body())
        .contains("66.67%")
        .doesNotContain("safety.xlsx", "/typed");
    year.running()
        .addAccount("grid", new Grant(RunningServer.BUREAU, Role.GRID_WORKER, "", "510303001", 1));
    TestBrowser grid = new TestBrowser(year.running().address());
    grid.send("/login", Map.of("account", "grid", "password", RunningServer.PASSWORD), "/login");
    assertThat(grid.get("/forms" + YEAR).statusCode()).isEqualTo(403);
  }
}
