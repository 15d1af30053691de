package cn.anxun.server.console.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.console.Office;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hazards' ledger: what is asked of it in its address, and what is taken away. */
final class LedgerPagesTest {
  private Office office;
  private String blocked = "";
  private String empty = "";
  private String formula = "";

  @BeforeEach
  void start() throws Exception {
    office = Office.open();
    blocked = office.find("2026-03-01", "description", "疏散通道堆放纸箱", "unit", "城东");
    empty = office.find("2026-03-05", "description", "灭火器失压", "unit", "城西");
    formula = office.find("2026-03-09", "description", "=HYPERLINK(\"http://x\")");
  }

  @AfterEach
  void stop() {
    office.close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void ledger_showsTheLatestFirst() throws Exception {
    String page = office.login(Role.INSPECTOR).get("/records/hazard").body();
    assertThat(page.indexOf(formula)).isPositive().isLessThan(page.indexOf(empty));
    assertThat(page.indexOf(empty)).isLessThan(page.indexOf(blocked));
    String upwards = office.login(Role.OFFICE).get("/records/hazard?sort=date").body();
    assertThat(upwards.indexOf(blocked)).isPositive().isLessThan(upwards.indexOf(formula));
  }

  @Test
  void search_byTwoCharacters_findsWhatContainsThem() throws Exception {
    String page = office.login(Role.OFFICE).get("/records/hazard?q=" + encoded("通道")).body();
    assertThat(page).contains(blocked).doesNotContain(empty, formula);
  }

  @Test
  void filter_byUnitAndDays_keepsThoseAlone() throws Exception {
    TestBrowser browser = office.login(Role.OFFICE);
    assertThat(browser.get("/records/hazard?unit=" + encoded("城西")).body())
        .contains(empty)
        .doesNotContain(blocked, formula);
    assertThat(browser.get("/records/hazard?unit=-").body())
        .contains(formula)
        .doesNotContain(blocked, empty);
    assertThat(browser.get("/records/hazard?from=2026-03-02&until=2026-03-08").body())
        .contains(empty)
        .doesNotContain(blocked, formula);
  }

  @Test
  void filter_byAStreet_keepsWhatLiesInIt() throws Exception {
    String there = office.find("2026-03-02", "description", "在", "division", "510303001002");
    String page = office.login(Role.OFFICE).get("/records/hazard?division=510303001").body();
    assertThat(page).contains(there).doesNotContain(blocked, empty, formula);
  }

  @Test
  void badAddress_isRefusedByTheNameOfWhatIsWrong() throws Exception {
    TestBrowser browser = office.login(Role.OFFICE);
    for (String query :
        List.of("from=2026-13-01", "from=2026-02-01&until=2026-01-01", "q=" + "长".repeat(101))) {
      HttpResponse<String> page = browser.get("/records/hazard?" + query.replace("长", "%E9%95%BF"));
      assertThat(page.statusCode()).as(query).isEqualTo(400);
    }
    assertThat(browser.get("/records/nothing").statusCode()).isEqualTo(404);
    assertThat(browser.get("/records/hazard?offset=-1").statusCode()).isEqualTo(400);
  }

  @Test
  void export_holdsExactlyWhatIsFiltered_andNoFormula() throws Exception {
    TestBrowser browser = office.login(Role.OFFICE);
    HttpResponse<byte[]> file = browser.bytes("/records/hazard/export?unit=-");
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename*=UTF-8''");
    try (InputStream in = new ByteArrayInputStream(file.body());
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      List<Row> rows = workbook.getFirstSheet().read();
      String all = rows.toString();
      assertThat(rows).hasSize(3);
      assertThat(rows.get(2).getCellText(3)).isEqualTo("=HYPERLINK(\"http://x\")");
      assertThat(rows.get(2).getCell(3).getFormula()).isNull();
      assertThat(all).doesNotContain("纸箱");
    }
    assertThat(
            office
                .running()
                .server()
                .directory()
                .audit()
                .list(RunningServer.BUREAU, 0, 1000)
                .stream()
                .filter(row -> row.event().action().equals("ledger-exported")))
        .hasSize(1);
  }

  @Test
  void chart_isOfWhatIsFiltered_andEachMonthOpensItsOwn() throws Exception {
    office.find("2026-01-05", "description", "甲", "unit", "U01");
    office.find("2026-02-05", "description", "乙", "unit", "U09");
    office.find("2026-03-05", "description", "丙", "unit", "U09");
    office.find("2026-03-06", "description", "丁", "unit", "U09");
    TestBrowser browser = office.login(Role.SUPERVISOR);

    assertThat(browser.get("/records/hazard?unit=U09").body())
        .contains("data-chart", "class=\"plain save-chart\"", "2026-02", "2026-03")
        .doesNotContain("2026-01")
        .contains("/records/hazard?from=2026-03-01&amp;until=2026-03-31&amp;unit=U09\">2</a>");
    assertThat(browser.get("/records/hazard?unit=U09&from=2026-03-01").body())
        .doesNotContain("data-chart");
  }

  @Test
  void export_byAnInspector_isRefused() throws Exception {
    assertThat(office.login(Role.INSPECTOR).get("/records/hazard/export").statusCode())
        .isEqualTo(403);
  }
}
