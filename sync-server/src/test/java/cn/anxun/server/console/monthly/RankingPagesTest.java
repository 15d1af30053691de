package cn.anxun.server.console.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

final class RankingPagesTest {
  private static final String RANKING = "/monthly/ranking?" + MonthlyPagesTest.MARCH;
  private static final String RULE = "/monthly/ranking/rule";

  @Test
  void ranking_showsTheArithmetic_andWhyAUnitHasNoRank() throws Exception {
    try (MarchLedger march = new MarchLedger()) {
      String page = march.office().get(RANKING).body();
      assertThat(cells(page, "东街街道")).startsWith("1|新上榜|东街街道|100.00|4|100.00|");
      assertThat(page).contains("(75.00×50 + ", "(100−100.00)×30) ÷ ", "不参加排名：到期应整改隐患数 0，少于 3");
      assertThat(cells(page, "北街街道")).startsWith("—|—|北街街道||0|/|");
      assertThat(march.office().get("/monthly/ranking").uri().getQuery())
          .isEqualTo("from=2026-04-01&until=2026-04-30");
      try (XSSFWorkbook workbook =
          new XSSFWorkbook(
              new ByteArrayInputStream(
                  march.file("/monthly/file/xlsx?" + MonthlyPagesTest.MARCH)))) {
        assertThat(workbook.getSheet("排名")).isNotNull();
      }
    }
  }

  @Test
  void rule_whenTheOfficeChangesIt_ranksByIt() throws Exception {
    try (MarchLedger march = new MarchLedger()) {
      TestBrowser office = march.office();
      HttpResponse<String> saved =
          office.send(RULE, rule("quarter", "hazard.found", "4", "hazard.rate", "100"), RULE);
      assertThat(saved.uri().toString())
          .endsWith("/monthly/ranking?from=2026-04-01&until=2026-06-30");
      String page = office.get(RANKING).body();
      assertThat(page).contains("(75.00×100) ÷ 100 = 75.00", "“排查隐患数”不少于 4");
      assertThat(office.get(RULE).body()).contains("value=\"quarter\" selected");
    }
  }

  @Test
  void rule_whenWrong_saysWhatToDo_andKeepsWhatWasTyped() throws Exception {
    try (MarchLedger march = new MarchLedger()) {
      HttpResponse<String> page =
          march.office().send(RULE, rule("month", "hazard.due", "x7", "hazard.rate", "90"), RULE);
      assertThat(page.statusCode()).isEqualTo(400);
      assertThat(page.body()).contains("应为 100，现为 90", "value=\"x7\"", "value=\"90\"");
    }
  }

  @Test
  void rule_isTheOfficesAlone() throws Exception {
    try (MarchLedger march = new MarchLedger()) {
      march.running().addAccount("boss", Grant.of(RunningServer.BUREAU, Role.SUPERVISOR));
      TestBrowser boss = new TestBrowser(march.running().address()).login("boss");
      assertThat(boss.get(RANKING).body()).doesNotContain(RULE);
      assertThat(boss.get(RULE).statusCode()).isEqualTo(403);
      assertThat(boss.send(RULE, rule("month", "hazard.due", "1", "hazard.rate", "100"), RANKING))
          .extracting(HttpResponse::statusCode)
          .isEqualTo(403);
      assertThat(march.office().post(RULE, Map.of("csrf", "guess")).statusCode()).isEqualTo(403);
    }
  }

  private static Map<String, String> rule(
      String period, String basis, String least, String indicator, String weight) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("period", period);
    fields.put("basis", basis);
    fields.put("least", least);
    fields.put("weight." + indicator, weight);
    return fields;
  }

  /** The row of the unit, its cells apart. */
  private static String cells(String page, String unit) {
    int at = page.indexOf("<th scope=\"row\">" + unit + "</th>");
    String row = page.substring(page.lastIndexOf("<tr>", at), page.indexOf("</tr>", at));
    return row.replaceAll("</t[hd]>\\s*<t[hd][^>]*>", "|").replaceAll("<[^>]*>", "").trim();
  }
}
