package cn.anxun.server.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.ServerOptions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 设备: which phone has not synced, what it has sent, and what revoking does. */
final class DevicePagesTest {
  private static final String DEVICES = "/admin/devices";
  private RunningServer running;
  private SettableClock clock;

  @BeforeEach
  void start() {
    clock = new SettableClock("2026-03-02T01:00:00Z");
    running = RunningServer.start(ServerOptions.inProcess(), clock);
    running.addAccount("admin", Grant.of(RunningServer.BUREAU, Role.ADMINISTRATOR));
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private TestBrowser browser() throws Exception {
    return new TestBrowser(running.address()).login("admin");
  }

  private int drill(Enrolment phone) throws Exception {
    return running
        .push(
            phone.token(),
            RunningServer.drill(running.id(), "2026-03-01")
                .put("public", Json.members().put("participants", 20).build())
                .build())
        .statusCode();
  }

  @Test
  void devices_whenOneIsSilent_showThatFirst() throws Exception {
    Enrolment early = running.enrol("zhang", Role.INSPECTOR);
    drill(early);
    clock.forward(Duration.ofDays(2));
    running.enrol("li", Role.INSPECTOR);

    String page = browser().get(DEVICES).body();

    assertThat(page).contains("有 1 部手机今天还没有同步", "今天未同步", "2026年3月2日 09:00");
    assertThat(page.indexOf(">zhang<")).isLessThan(page.indexOf(">li<"));
    assertThat(browser().get(DEVICES + "/" + early.device()).body())
        .contains("zhang", early.letters(), "已报送", "<td class=\"number\">1</td>");
  }

  @Test
  void revoke_endsTheTokenAndWhatStillComesGoesToTheInbox() throws Exception {
    Enrolment phone = running.enrol("zhang", Role.INSPECTOR);
    TestBrowser browser = browser();
    String path = DEVICES + "/" + phone.device();

    assertThat(browser.get(path).body()).contains("注销后立即不能再同步");
    assertThat(browser.send(path + "/revoke", Map.of(), path).body()).contains("已于").contains("注销");
    assertThat(running.get("/api/v1/entries", phone.token()).statusCode()).isEqualTo(401);
    drill(phone);
    assertThat(browser.get(path).body()).contains("注销后送来的 1 条记录待处理");
    assertThat(browser.send(path + "/enrol", Map.of("address", "http://10.0.0.1"), path).body())
        .contains("<svg", "http://10.0.0.1");
  }

  @Test
  void device_whenItIsOfAnotherBureau_isNotThere() throws Exception {
    running.server().directory().bureaus().create(new Bureau("other", "别处", "510304"), "test");
    Enrolment phone = running.enrol("far", Grant.of("other", Role.INSPECTOR));
    TestBrowser browser = browser();
    String path = DEVICES + "/" + phone.device();

    assertThat(browser.get(path).statusCode()).isEqualTo(404);
    assertThat(browser.send(path + "/revoke", Map.of(), "/admin/people").statusCode())
        .isEqualTo(404);
    assertThat(browser.get(DEVICES).body()).doesNotContain("far");
    assertThat(running.get("/api/v1/entries", phone.token()).statusCode()).isEqualTo(200);
  }
}
