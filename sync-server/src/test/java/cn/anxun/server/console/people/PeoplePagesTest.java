package cn.anxun.server.console.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.wire.v1.EnrolmentJson;
import cn.anxun.server.auth.Audit;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 账号: who is made, changed, disabled, and what they are given. */
final class PeoplePagesTest {
  private static final String PEOPLE = "/admin/people";
  private static final Pattern CODE = Pattern.compile("class=\"secret\">([^<]+)<");

  private RunningServer running;
  private TestBrowser browser;

  @BeforeEach
  void start() throws Exception {
    running = RunningServer.start();
    running.addAccount("admin", Grant.of(RunningServer.BUREAU, Role.ADMINISTRATOR));
    browser = new TestBrowser(running.address()).login("admin");
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private Directory directory() {
    return running.server().directory();
  }

  private HttpResponse<String> create(String account, String name, String role, String division)
      throws Exception {
    return browser.send(
        PEOPLE + "/new",
        Map.of(
            "account",
            account,
            "name",
            name,
            "role",
            role,
            "unit",
            "",
            "division",
            division,
            "address",
            "https://10.1.2.3:8443"),
        PEOPLE + "/new");
  }

  private HttpResponse<String> act(String account, String what, Map<String, String> fields)
      throws Exception {
    return browser.send(PEOPLE + "/account/" + account + "/" + what, fields, PEOPLE);
  }

  @Test
  void create_withTheCharacterZero_isRefusedNamingTheField() throws Exception {
    HttpResponse<String> page = create("wang", "王\0五", "inspector", "");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("“name”", "U+0000");
    assertThat(directory().accounts().find("wang")).isEmpty();
  }

  private static String secret(HttpResponse<String> page) {
    Matcher matcher = CODE.matcher(page.body());
    assertThat(matcher.find()).as(page.body()).isTrue();
    return matcher.group(1);
  }

  private String audit() {
    StringBuilder all = new StringBuilder();
    for (String bureau : List.of("", RunningServer.BUREAU)) {
      for (Audit.Row row : directory().audit().list(bureau, 0, 1_000)) {
        all.append(row.event()).append('\n');
      }
    }
    return all.toString();
  }

  @Test
  void create_whenAllIsRight_givesACodeThatEnrolsOnePhoneAndStandsInNoAddressNorAudit()
      throws Exception {
    HttpResponse<String> page = create("li.si", "李四<b>", "grid-worker", "510303001");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("李四&lt;b&gt;", "https://10.1.2.3:8443", "<svg", "有效期至")
        .contains("/admin/people/account/li.si");
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).isEqualTo("no-store");
    String code = secret(page);
    assertThat(page.uri().toString()).doesNotContain(code);
    assertThat(audit()).contains("enrolment-code-created").doesNotContain(code);
    byte[] request = EnrolmentJson.write(new EnrolmentRequest(code, "phone-9", "手机", ""));
    assertThat(running.post("/api/v1/devices", "", request).statusCode()).isEqualTo(200);
    assertThat(browser.get(PEOPLE + "?q=李四").body()).contains("li.si", "网格员", "510303001");
    assertThat(browser.get(PEOPLE + "?q=王五").body()).contains("没有符合条件的账号");
    assertThat(browser.get(PEOPLE + "?role=office").body()).doesNotContain("li.si");
  }

  @Test
  void create_whenSomethingIsWrong_saysWhatAndKeepsWhatWasTyped() throws Exception {
    assertThat(create("李四", "李四", "inspector", "").body()).contains("账号“李四”不可用", "value=\"李四\"");
    assertThat(create("lisi", "李四", "grid-worker", "").body()).contains("须指明辖区代码");
    assertThat(create("lisi", "李四", "grid-worker", "5103").body()).contains("应为 6 至 24 位数字");
    assertThat(create("admin", "李四", "office", "").body()).contains("已存在");
    HttpResponse<String> role = create("lisi", "李四", "king", "");
    assertThat(role.statusCode()).isEqualTo(400);
    assertThat(role.body()).contains("role");
    assertThat(directory().accounts().find("lisi")).isEmpty();
  }

  @Test
  void create_whenTheAddressIsNone_makesNothing() throws Exception {
    HttpResponse<String> page =
        browser.send(
            PEOPLE + "/new",
            Map.of("account", "lisi", "name", "李四", "role", "office", "address", "javascript:x"),
            PEOPLE + "/new");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("应为手机能访问的服务器地址");
    assertThat(directory().accounts().find("lisi")).isEmpty();
  }

  @Test
  void password_whenGivenOut_isChangedAtTheNextLoginAndEndsWhatWasBefore() throws Exception {
    running.addAccount("office", Grant.of(RunningServer.BUREAU, Role.OFFICE));
    TestBrowser office = new TestBrowser(running.address()).login("office");

    String given = secret(act("office", "password", Map.of()));

    assertThat(audit()).contains("password-set").doesNotContain(given);
    assertThat(office.get("/").uri().getPath()).isEqualTo("/login");
    HttpResponse<String> login =
        office.send("/login", Map.of("account", "office", "password", given), "/login");
    assertThat(login.body()).contains("当前密码由管理员设置", "action=\"/password\"");
    assertThat(office.get("/").uri().getPath()).isEqualTo("/login");
    assertThat(change(office, given, "Weak", "Weak").body()).contains("密码须为 8");
    assertThat(change(office, given, given, given).body()).contains("新密码不能与原密码相同");
    assertThat(change(office, given, "My-own-7-words", "other").body()).contains("不一致");
    assertThat(change(office, "Wrong-word-1", "My-own-7-words", "My-own-7-words").statusCode())
        .isEqualTo(401);
    assertThat(change(office, given, "My-own-7-words", "My-own-7-words").uri().getPath())
        .isEqualTo("/");
    assertThat(office.get("/records").statusCode()).isEqualTo(200);
    assertThat(audit()).contains("password-changed").doesNotContain("My-own");
  }

  private static HttpResponse<String> change(
      TestBrowser who, String present, String chosen, String again) throws Exception {
    return who.send(
        "/password",
        Map.of("account", "office", "password", present, "chosen", chosen, "again", again),
        "/password");
  }

  @Test
  void disable_whenItIsTheLastAdministrator_isRefused() throws Exception {
    HttpResponse<String> refused = act("admin", "disable", Map.of());
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("最后一名能登录的管理员");
    assertThat(act("admin", "grant", Map.of("role", "office")).body()).contains("最后一名能登录的管理员");
    assertThat(act("admin", "revoke", Map.of()).body()).contains("最后一名能登录的管理员");

    running.addAccount("second", Grant.of(RunningServer.BUREAU, Role.ADMINISTRATOR));
    assertThat(act("admin", "grant", Map.of("role", "office")).uri().getPath())
        .as("another role is another session")
        .isEqualTo("/login");
    assertThat(directory().accounts().listGrants("admin").get(0).role()).isEqualTo(Role.OFFICE);
  }

  @Test
  void disable_endsTheSessionUntilEnabledAgain() throws Exception {
    running.addAccount("office", Grant.of(RunningServer.BUREAU, Role.OFFICE));
    TestBrowser office = new TestBrowser(running.address()).login("office");

    assertThat(act("office", "disable", Map.of()).body()).contains("已停用", "启用账号");
    assertThat(office.get("/").uri().getPath()).isEqualTo("/login");
    assertThat(act("office", "enable", Map.of()).body()).contains("在用");
    assertThat(act("office", "name", Map.of("name", "办公室李四")).body()).contains("办公室李四");
    assertThat(act("office", "name", Map.of("name", " ")).statusCode()).isEqualTo(400);
    assertThat(act("office", "revoke", Map.of()).body()).contains("已无权限");
    assertThat(audit())
        .contains("account-disabled", "account-enabled", "account-renamed", "grant-revoked");
  }

  @Test
  void account_whenItIsOfAnotherBureau_isNotThereAndOneOfBothIsChangedHereAlone() throws Exception {
    directory().bureaus().create(new Bureau("other", "别处", "510304"), "test");
    running.addAccount("stranger", Grant.of("other", Role.OFFICE));
    running.addAccount("both", Grant.of("other", Role.ADMINISTRATOR));
    directory().accounts().grant("both", Grant.of(RunningServer.BUREAU, Role.SUPERVISOR), "test");

    assertThat(browser.get(PEOPLE).body()).contains("both").doesNotContain("stranger");
    assertThat(browser.get(PEOPLE + "/account/stranger").statusCode()).isEqualTo(404);
    for (String what : List.of("name", "grant", "revoke", "disable", "password", "enrol")) {
      assertThat(act("stranger", what, Map.of("role", "office")).statusCode()).isEqualTo(404);
    }
    for (String what : List.of("name", "disable", "enable", "password")) {
      assertThat(act("both", what, Map.of("name", "x")).statusCode()).as(what).isEqualTo(403);
    }
    assertThat(
            act("both", "grant", Map.of("role", "administrator", "bureau", "other")).statusCode())
        .isEqualTo(403);
    assertThat(act("both", "grant", Map.of("role", "auditor")).statusCode()).isEqualTo(200);
    assertThat(directory().accounts().listGrants("both"))
        .extracting(Grant::bureau, Grant::role)
        .containsExactly(
            tuple(RunningServer.BUREAU, Role.AUDITOR), tuple("other", Role.ADMINISTRATOR));
  }

  @Test
  void auditor_seesAndExportsButChangesNothingAndHasNoPhone() throws Exception {
    var zhang = running.enrol("zhang", Role.INSPECTOR);
    HttpResponse<String> made = create("shen", "审计员", "auditor", "");
    assertThat(made.body()).contains("网页初始密码").doesNotContain("<svg");
    assertThat(act("shen", "enrol", Map.of("address", "https://a.b")).body()).contains("不登记手机");
    directory().accounts().setPassword("shen", RunningServer.PASSWORD, "test");
    TestBrowser auditor = new TestBrowser(running.address()).login("shen");

    assertThat(auditor.get("/").body()).contains("台账", "自评表").doesNotContain(">待办<", ">管理<");
    assertThat(auditor.get("/records/hazard/export").statusCode()).isEqualTo(200);
    assertThat(auditor.get("/work").statusCode()).isEqualTo(403);

    directory().accounts().grant("zhang", Grant.of(RunningServer.BUREAU, Role.AUDITOR), "test");
    String id = running.id();
    running.push(
        zhang.token(),
        RunningServer.drill(id, "2026-03-01")
            .put("public", Json.members().put("participants", 20).build())
            .build());
    assertThat(running.server().ledger(RunningServer.BUREAU).find(id)).isEmpty();
    assertThat(directory().inbox().listUndecided(RunningServer.BUREAU)).hasSize(1);
  }
}
