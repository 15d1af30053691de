package cn.anxun.server.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Accounts;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.http.v1.RunningServer;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts, phones, the audit and several bureaus as an administrator of a city sees them. */
final class PeopleBrowserTest {
  private static final String OTHER = "rongxian";
  private static final String PEOPLE = "/admin/people";
  @TempDir Path folder;
  private RunningServer running;
  private Enrolment phone;

  @BeforeEach
  void start() throws Exception {
    running = RunningServer.start();
    running.server().directory().bureaus().create(new Bureau(OTHER, "荣县应急管理局", "510321"), "test");
    RunningServer.addAccount(
        running.server(), "admin", "周明", Grant.of(RunningServer.BUREAU, Role.ADMINISTRATOR));
    Accounts accounts = running.server().directory().accounts();
    accounts.grant("admin", Grant.of(OTHER, Role.ADMINISTRATOR), "test");
    phone = running.enrol("zhang", Role.INSPECTOR);
    accounts.rename("zhang", "张建国", "test");
    Enrolment there = running.enrol("li", Grant.of(OTHER, Role.INSPECTOR));
    push(phone, 120);
    push(phone, 36);
    push(there, 1_650);
    accounts.createAll(
        List.of(
            new Accounts.Applicant(
                "wangfang",
                "王芳",
                new Grant(RunningServer.BUREAU, Role.GRID_WORKER, "", "510303001", 1)),
            new Accounts.Applicant(
                "zhao.office", "赵敏", Grant.of(RunningServer.BUREAU, Role.OFFICE)),
            new Accounts.Applicant("shenji", "孙审", Grant.of(RunningServer.BUREAU, Role.AUDITOR))),
        "admin");
    accounts.setDisabled("shenji", true, "admin");
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private void push(Enrolment from, int participants) throws Exception {
    running.push(
        from.token(),
        RunningServer.drill(running.id(), "2026-03-01")
            .put("public", Json.members().put("participants", participants).build())
            .build());
  }

  private Path table() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("账号", "姓名", "角色", "单位", "辖区"));
    for (int i = 1; i <= 9; i++) {
      rows.add(List.of("grid" + i, "网格员" + i + "号", "网格员", "长土街道", "51030300" + i));
    }
    rows.add(List.of("bangong", "欧阳文静", "办公室", "办公室", ""));
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("人员");
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < 5; column++) {
          sheet.value(row, column, rows.get(row).get(column));
        }
      }
    }
    return Files.write(folder.resolve("人员.xlsx"), out.toByteArray());
  }

  private static void page(Chromium browser, String path, String name) throws Exception {
    browser.go(path);
    ConsoleBrowserTest.page(browser, name);
  }

  @Test
  void everyPage_isDrawn_fitsAndKeepsNobodyOut() throws Exception {
    try (Chromium browser = Chromium.open(running.address(), "zh-CN")) {
      browser.go("/login");
      browser.type("account", "admin");
      browser.type("password", RunningServer.PASSWORD);
      browser.click("button.main");
      browser.await(() -> browser.path().equals("/bureaus"));
      page(browser, "/bureaus?year=2026", "bureaus");
      page(browser, PEOPLE, "people");
      page(browser, PEOPLE + "/account/zhang", "people-account");
      page(browser, PEOPLE + "/new", "people-new");
      page(browser, PEOPLE + "/table", "people-table");
      page(browser, "/admin/devices", "devices");
      page(browser, "/admin/devices/" + phone.device(), "device");
      page(browser, "/admin/bureaus", "admin-bureaus");
      page(browser, "/admin/audit", "audit");
      page(browser, "/password", "password");
    }
  }

  @Test
  void slips_areMadeFromATableAndFillA4() throws Exception {
    try (Chromium browser = Chromium.open(running.address(), "zh-CN")) {
      browser.go("/login");
      browser.type("account", "admin");
      browser.type("password", RunningServer.PASSWORD);
      browser.click("button.main");
      browser.await(() -> browser.path().equals("/bureaus"));
      browser.go(PEOPLE + "/table");
      browser.attach("file", table());
      browser.click("main button.main");
      browser.await(() -> browser.text("main").contains("共 10 人"));
      ConsoleBrowserTest.page(browser, "people-preview");
      browser.type("address", "https://192.168.10.5:8443");
      browser.click("main button.main");
      browser.await(() -> browser.list(".slip").size() == 11);
      ConsoleBrowserTest.page(browser, "slips");
      assertThat(browser.list(".slip svg")).hasSize(10);
      assertThat(browser.printedOn("slips", 29.7, 21.0)).isEqualTo(2);
    }
  }
}
