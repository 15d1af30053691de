package cn.anxun.server.console.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A year closed in the browser. */
final class YearEndPagesTest {
  private static final String END = "/year-end?year=2026";

  private OfficeYear year;
  private TestBrowser office;

  @BeforeEach
  void start() throws Exception {
    year = OfficeYear.startAt(new SettableClock("2027-01-05T02:00:00Z"));
    office = new TestBrowser(year.running().address()).login("office");
  }

  @AfterEach
  void stop() {
    year.close();
  }

  private HttpResponse<String> close(String override, String edition) throws Exception {
    return office.send(
        END,
        Map.of("seq", office.value(END, "seq"), "override", override, "edition", edition),
        END);
  }

  @Test
  void year_isClosed_thenALateRecordIsListed_andASecondEditionStandsBesideTheFirst()
      throws Exception {
    assertThat(office.get(END).body()).contains("没有待处理的事项", "以“office”的名义签署 2026 年度");
    assertThat(close("", "").body()).contains("共 1 版", "签署的数值与台账一致", "签署人");
    assertThat(office.get("/forms/safety?year=2026").body()).contains("已关账（第 1 版", "3个");

    String late = year.find(false);
    assertThat(office.get(END).body())
        .contains("/record/" + late, "发现隐患", "3个", "4个")
        .doesNotContain("签署的数值与台账一致");
    assertThat(office.get("/forms/safety?year=2026").body()).contains(">3个</a>");
    assertThat(office.get("/forms/safety?year=2026&asOf=latest").body()).contains(">4个</a>");

    assertThat(close("", "").body()).contains("再次关账须写明原因");
    assertThat(close("", "补录一条").body()).contains("共 2 版", "第 2 版", "补录一条", "各版之间不同的数值");
    assertThat(year.running().server().directory().audit().list(RunningServer.BUREAU, 0, 100))
        .extracting(row -> row.event().action() + ' ' + row.event().object())
        .contains("year-closed 2026/1", "year-closed 2026/2");
  }

  @Test
  void close_whenTheLedgerHasGrownMeanwhile_asksToLookAgain() throws Exception {
    String seq = office.value(END, "seq");
    year.find(false);
    HttpResponse<String> answer = office.send(END, Map.of("seq", seq), END);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("台账又有新的内容", "尚未关账");
  }

  @Test
  void close_whileTheYearRuns_needsAReasonThatIsPrinted() throws Exception {
    try (OfficeYear running = OfficeYear.start()) {
      TestBrowser clerk = new TestBrowser(running.running().address()).login("office");
      String end = "/year-end?year=2099";
      assertThat(clerk.get(end).body()).contains("2099 年度尚未结束", "还没有同步");
      Map<String, String> fields = Map.of("seq", clerk.value(end, "seq"));
      assertThat(clerk.send(end, fields, end).body()).contains("请先处理，或写明仍要关账的理由");
      assertThat(
              clerk
                  .send(end, Map.of("seq", clerk.value(end, "seq"), "override", "机构撤并"), end)
                  .body())
          .contains("共 1 版", "机构撤并", "未处理的事项");
    }
  }

  @Test
  void close_byOneWhoMayNot_isRefused() throws Exception {
    year.running().addAccount("sun", Grant.of(RunningServer.BUREAU, Role.SUPERVISOR));
    TestBrowser sun = new TestBrowser(year.running().address()).login("sun");
    assertThat(sun.get(END).body()).contains("只有办公室和管理员可以关账").doesNotContain("的名义签署");
    assertThat(sun.send(END, Map.of("seq", "1"), END).statusCode()).isEqualTo(403);
    assertThat(office.post(END, Map.of("csrf", "guess")).statusCode()).isEqualTo(403);
  }
}
