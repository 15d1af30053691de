package cn.anxun.server.console.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import org.junit.jupiter.api.Test;

/** 数据体检 in the browser. */
final class CheckupPagesTest {
  private static final String CHECKUP = "/checkup?year=2026";

  @Test
  void checkup_linksEachFindingWithItsRecords_forThoseWhoAnswerForAll() throws Exception {
    try (OfficeYear year = OfficeYear.start()) {
      String rectified = year.find(true);
      TestBrowser office = new TestBrowser(year.running().address()).login("office");
      assertThat(office.get(CHECKUP).body())
          .contains("已整改但没有整改后照片（3）", "/record/" + rectified, "没有发现问题", "同一照片用于多条记录（0）");
      assertThat(office.get("/checkup?year=2025").body()).contains("已整改但没有整改后照片（0）");
      assertThat(office.get("/year-end?year=2026").body()).contains(CHECKUP);

      year.running().addAccount("li", Grant.of(RunningServer.BUREAU, Role.INSPECTOR));
      TestBrowser li = new TestBrowser(year.running().address()).login("li");
      assertThat(li.get(CHECKUP).statusCode()).isEqualTo(403);
    }
  }
}
