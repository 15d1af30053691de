package cn.anxun.server.console.phonerules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.PhoneRulesSet;
import cn.anxun.core.ledger.Role;
import cn.anxun.server.console.Office;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long photos may stay on phones, said by the office and pulled by every phone. */
final class PhoneRulesPagesTest {
  private static final String PAGE = "/admin/phones";

  private Office office;
  private TestBrowser browser;

  @BeforeEach
  void start() throws Exception {
    office = Office.open();
    browser = office.login(Role.OFFICE);
  }

  @AfterEach
  void stop() {
    office.close();
  }

  private HttpResponse<String> save(String days, String seen) throws Exception {
    return browser.post(PAGE, Map.of("csrf", browser.secret(PAGE), "seen", seen, "days", days));
  }

  @Test
  void days_whenSaved_areAnEntryThatPhonesPull_andTakenBackByNothing() throws Exception {
    assertThat(save("20", "").statusCode()).isEqualTo(200);
    assertThat(browser.value(PAGE, "days")).isEqualTo("20");
    assertThat(pulled()).contains("\"photo_days\":20", PhoneRulesSet.KIND.name());
    assertThat(save("", browser.value(PAGE, "seen")).statusCode()).isEqualTo(200);
    assertThat(browser.value(PAGE, "days")).isEmpty();
  }

  @Test
  void days_thatAreNone_orTypedUponAnOldPage_areRefusedAndKept() throws Exception {
    HttpResponse<String> wrong = save("0", "");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("请填 1 到 3,650 的整数", "value=\"0\"");
    assertThat(save("十天", "").statusCode()).isEqualTo(400);
    save("20", "");
    assertThat(save("30", "").statusCode()).isEqualTo(400);
    assertThat(browser.value(PAGE, "days")).isEqualTo("20");
  }

  private String pulled() throws Exception {
    RunningServer running = office.running();
    return RunningServer.text(
        running.get("/api/v1/entries?limit=100", running.enrol("wang", Role.INSPECTOR).token()));
  }
}
