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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What is published, compared with what came later; the national table; the meeting. */
final class BulletinPagesTest {
  private static final String REPORT = "/monthly?" + MonthlyPagesTest.MARCH;
  private static final String BULLETINS = "/monthly/bulletins";
  private static final String FIRST = BULLETINS + "/2026-03-01/2026-03-31/1";

  @Test
  void bulletin_staysAsPublished_andShowsWhatChangedSince() throws Exception {
    try (MarchLedger march = new MarchLedger()) {
      TestBrowser office = march.office();
      HttpResponse<String> published =
          office.send(BULLETINS, shown(office, "应急通报〔2026〕3号"), REPORT);
      assertThat(published.uri().getPath()).isEqualTo(BULLETINS);
      assertThat(published.body()).contains("2026年3月", "应急通报〔2026〕3号", FIRST);
      assertThat(office.get(FIRST).body()).contains("发布后没有变动");

      String late = march.find("U02", "2026-03-20", "2026-03-28");
      String changes = office.get(FIRST).body();
      assertThat(MonthlyPagesTest.rows(changes))
          .contains("合计|新增|8|9", "西街街道|新增|4|5", "西街街道|整改率%|75.00|60.00")
          .noneMatch(row -> row.startsWith("东街街道"));
      assertThat(changes).contains("/record/" + late);
      assertThat(MonthlyPagesTest.rows(office.get(asPublished(published.body())).body()))
          .contains("西街街道|已报送|0|4|3|3|1|75.00|75.00|1|0|0|0|0");
      assertThat(office.get(REPORT).body()).contains(FIRST);

      office.send(BULLETINS, shown(office, ""), REPORT);
      assertThat(office.get(BULLETINS).body()).contains(BULLETINS + "/2026-03-01/2026-03-31/2");
      assertThat(office.get(FIRST).body()).contains("第 1 版");
    }
  }

  @Test
  void figure_showsWhatChangedSinceTheLastBulletin() throws Exception {
    try (MarchLedger march = new MarchLedger()) {
      TestBrowser office = march.office();
      String rate = "/figures/hazard.rate?" + MonthlyPagesTest.MARCH;
      assertThat(office.get(rate).body()).doesNotContain("自上期通报以来");
      office.send(BULLETINS, shown(office, ""), REPORT);
      assertThat(office.get(rate).body()).contains("自上期通报以来", "没有变动");

      String late = march.find("U02", "2026-03-20", "2026-03-28");
      String page = office.get(rate).body();
      String since = page.substring(page.indexOf("自上期通报以来"));
      assertThat(since)
          .contains(
              FIRST, "7 ÷ 8 = 87.50 %", "7 ÷ 9 = 77.78 %", "新进入上面这份清单的记录（1）", "/record/" + late)
          .doesNotContain("没有变动", "不再在清单里");
      assertThat(office.get(rate + "&by=unit&label=U02").body()).contains("（1）", "/record/" + late);
      assertThat(office.get("/figures/hazard.rate?year=2027").body()).doesNotContain("自上期通报以来");
    }
  }

  @Test
  void publish_isTheOfficesAlone_andRefusesWhatIsWrong() throws Exception {
    try (MarchLedger march = new MarchLedger()) {
      TestBrowser office = march.office();
      Map<String, String> fields = shown(office, "");
      march.running().addAccount("boss", Grant.of(RunningServer.BUREAU, Role.SUPERVISOR));
      TestBrowser boss = new TestBrowser(march.running().address()).login("boss");
      assertThat(boss.get(REPORT).body()).doesNotContain("cutoff_seq");
      assertThat(boss.send(BULLETINS, fields, REPORT).statusCode()).isEqualTo(403);
      fields.put("cutoff_seq", "99999");
      assertThat(office.send(BULLETINS, fields, REPORT).statusCode()).isEqualTo(400);
      fields.put("from", "soon");
      assertThat(office.send(BULLETINS, fields, REPORT).body()).contains("from");
      assertThat(office.get(FIRST).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void national_hasTheIndustries_andOpensTheirRecords() throws Exception {
    try (MarchLedger march = new MarchLedger()) {
      TestBrowser office = march.office();
      String page = office.get("/monthly/national?" + MonthlyPagesTest.MARCH).body();
      assertThat(MonthlyPagesTest.rows(page))
          .contains("危化|0|8|7|87.5|0|0|/|0|0|0|0|0.00", "合计|0|8|7|87.5|0|0|/|0|0|0|0|0.00");
      String rate =
          "/monthly/national/records?"
              + MonthlyPagesTest.MARCH
              + "&column=3&industry=%E5%8D%B1%E5%8C%96";
      assertThat(page).contains(rate.replace("&", "&amp;"));
      assertThat(office.get(rate).body()).contains("危化 · 整改率：87.5", "/record/");
      assertThat(office.get(rate.replace("=3", "=12")).statusCode()).isEqualTo(400);
      try (XSSFWorkbook workbook =
          new XSSFWorkbook(
              new ByteArrayInputStream(
                  march.file("/monthly/national/file/xlsx?" + MonthlyPagesTest.MARCH)))) {
        assertThat(workbook.getSheet("全国月报表")).isNotNull();
      }
    }
  }

  /** 10 April 2026 is a Friday; the week looked back at is from 30 March to 5 April. */
  @Test
  void meeting_hasLastWeek_whatIsOverdueAndDue_andWhoWasSilent() throws Exception {
    try (MarchLedger march = new MarchLedger()) {
      String due = march.find("U01", "2026-04-02", "2026-04-12");
      String page = march.office().get("/monthly/meeting").body();
      assertThat(page)
          .contains("2026年3月30日至2026年4月5日", "/record/" + due, "2026年4月12日")
          .contains("2 个：西街街道、北街街道", "<a href=\"/figures/hazard.overdue?");
    }
  }

  private static Map<String, String> shown(TestBrowser office, String number) throws Exception {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : new String[] {"cutoff_seq", "cutoff_date"}) {
      fields.put(name, office.value(REPORT, name));
    }
    fields.put("from", "2026-03-01");
    fields.put("until", "2026-03-31");
    fields.put("document_no", number);
    return fields;
  }

  private static String asPublished(String page) {
    Matcher link = Pattern.compile("href=\"(/monthly\\?[^\"]*asOf[^\"]*)\"").matcher(page);
    assertThat(link.find()).isTrue();
    return link.group(1).replace("&amp;", "&");
  }
}
