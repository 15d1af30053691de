package cn.anxun.server.console.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.LoginOutcome;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who administers two bureaus: what is done in which. */
final class SeveralBureausTest {
  private static final String OTHER = "rongxian";
  private static final String OTHER_CHOSEN = "selected>荣县应急管理局";
  private static final String NEW = "/admin/people/new";
  private static final String ADDRESS = "https://10.1.2.3:8443";
  private static final String CHOSEN = "My-own-7-words";

  private RunningServer running;
  private TestBrowser browser;

  @BeforeEach
  void start() throws Exception {
    running = RunningServer.start();
    directory().bureaus().create(new Bureau(OTHER, "荣县应急管理局", "510321"), "test");
    running.addAccount("admin", Grant.of(RunningServer.BUREAU, Role.ADMINISTRATOR));
    browser = new TestBrowser(running.address()).login("admin");
    directory().accounts().grant("admin", Grant.of(OTHER, Role.ADMINISTRATOR), "test");
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private Directory directory() {
    return running.server().directory();
  }

  private void enter(String bureau) throws Exception {
    assertThat(browser.send("/bureau", Map.of("bureau", bureau), "/bureaus").statusCode())
        .isEqualTo(200);
  }

  /** Sends the form of a new account as it was when it was shown. */
  private HttpResponse<String> create(String account, String secret) throws Exception {
    return browser.post(
        NEW,
        Map.of(
            "csrf", secret, "account", account, "name", "李四", "role", "office", "address",
            ADDRESS));
  }

  @Test
  void newAccount_isOfTheBureauOneIsIn_soNoOtherIsToBeChosen() throws Exception {
    String page = browser.get(NEW).body();

    assertThat(page.substring(page.indexOf("<main"))).doesNotContain("name=\"bureau\"");
    assertThat(create("lisi", browser.secret(NEW)).statusCode()).isEqualTo(200);
    assertThat(directory().accounts().listGrants("lisi"))
        .extracting(Grant::bureau)
        .containsExactly(RunningServer.BUREAU);
  }

  @Test
  void form_ofTheBureauBefore_isRefusedUntilOneIsBack() throws Exception {
    String before = browser.secret(NEW);
    enter(OTHER);

    HttpResponse<String> refused = create("lisi", before);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("此页面已过期");
    assertThat(directory().accounts().find("lisi")).isEmpty();
    enter(RunningServer.BUREAU);
    assertThat(create("lisi", before).statusCode()).isEqualTo(200);
  }

  @Test
  void form_ofSomebodyElse_isRefused_butLeadsOut() throws Exception {
    String before = browser.secret(NEW);
    running.addAccount("second", Grant.of(RunningServer.BUREAU, Role.ADMINISTRATOR));
    browser.login("second");

    assertThat(create("lisi", before).statusCode()).isEqualTo(403);
    assertThat(browser.post("/logout", Map.of("csrf", before)).uri().getPath()).isEqualTo("/login");
  }

  @Test
  void grant_inAnotherBureau_understandsTheUnitsOfThatOne() throws Exception {
    running.addAccount("office", Grant.of(RunningServer.BUREAU, Role.OFFICE));
    unit("U01", "长土街道");
    enter(OTHER);
    unit("U07", "旭阳镇");
    enter(RunningServer.BUREAU);

    HttpResponse<String> page =
        browser.send(
            "/admin/people/account/office/grant",
            Map.of("bureau", OTHER, "role", "office", "unit", "旭阳镇"),
            NEW);

    assertThat(directory().accounts().listGrants("office"))
        .extracting(Grant::bureau, Grant::unit)
        .containsExactly(tuple(RunningServer.BUREAU, ""), tuple(OTHER, "U07"));
    assertThat(page.body()).contains("<td>旭阳镇</td>");
  }

  private void unit(String code, String name) throws Exception {
    String units = "/admin/base/units";
    browser.send(units + "/row", Map.of("id", "", "code", code, "name", name), units + "/row");
    Map<String, String> save = Map.of("seen", browser.value(units + "/draft", "seen"));
    browser.send(units + "/draft", save, units + "/draft");
    assertThat(browser.get(units).body()).contains(name);
  }

  private HttpResponse<String> changePassword(String account) throws Exception {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("account", account);
    fields.put("password", RunningServer.PASSWORD);
    fields.put("chosen", CHOSEN);
    fields.put("again", CHOSEN);
    return browser.send("/password", fields, "/password");
  }

  @Test
  void password_whenChanged_leavesOneInTheBureauOneWasIn() throws Exception {
    enter(OTHER);

    assertThat(changePassword("admin").body()).contains(OTHER_CHOSEN);
  }

  @Test
  void password_ofOneWithoutABureau_isSaidToBeOfNoUseAndStaysAsItWas() throws Exception {
    running.addAccount("gone", Grant.of(OTHER, Role.OFFICE));
    directory().accounts().revokeGrant("gone", OTHER, "test");

    assertThat(changePassword("gone").statusCode()).isEqualTo(403);
    assertThat(directory().logins().login("gone", RunningServer.PASSWORD))
        .isInstanceOf(LoginOutcome.Accepted.class);
  }
}
