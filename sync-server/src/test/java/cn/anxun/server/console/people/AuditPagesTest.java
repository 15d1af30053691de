package cn.anxun.server.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.ServerOptions;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 审计: what is found in it, and that nothing else is done with it. */
final class AuditPagesTest {
  private static final String AUDIT = "/admin/audit";
  private SettableClock clock;
  private RunningServer running;
  private TestBrowser browser;

  @BeforeEach
  void start() throws Exception {
    clock = new SettableClock(Instant.now());
    running = RunningServer.start(ServerOptions.inProcess(), clock);
    running.addAccount("admin", Grant.of(RunningServer.BUREAU, Role.ADMINISTRATOR));
    running.addAccount("office", Grant.of(RunningServer.BUREAU, Role.OFFICE));
    running.server().directory().bureaus().create(new Bureau("other", "别处", "510304"), "test");
    running.addAccount("stranger", Grant.of("other", Role.OFFICE));
    browser = new TestBrowser(running.address()).login("admin");
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private String rows(String query) throws Exception {
    String page = browser.get(AUDIT + query).body();
    return page.contains("<tbody>") ? page.substring(page.indexOf("<tbody>")) : "";
  }

  @Test
  void audit_showsWhatWasDoneInTheBureauAndByItsPeopleAlone() throws Exception {
    assertThat(rows("")).contains("登录", "新建账号", "授予权限", "office").doesNotContain("stranger");
    assertThat(rows("?person=office")).contains("office").doesNotContain("登录");
    assertThat(rows("?person=stranger")).isEmpty();
    assertThat(rows("?action=login")).contains("登录").doesNotContain("授予权限");
    String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    assertThat(rows("?from=" + today + "&until=" + today)).contains("登录");
    assertThat(rows("?until=2020-01-01")).isEmpty();
    assertThat(browser.get(AUDIT + "?from=gestern").statusCode()).isEqualTo(400);
  }

  @Test
  void audit_ofSomebodyWhoLeft_endsWithTheGrant() throws Exception {
    Directory directory = running.server().directory();
    directory.accounts().grant("stranger", Grant.of(RunningServer.BUREAU, Role.OFFICE), "test");
    directory.audit().record(AuditEvent.of("stranger", "login"));
    clock.forward(Duration.ofMinutes(1));
    directory.accounts().revokeGrant("stranger", RunningServer.BUREAU, "test");
    clock.forward(Duration.ofMinutes(1));
    directory.audit().record(AuditEvent.of("stranger", "login-failed"));
    directory.audit().record(AuditEvent.of("test", "password-changed").about("stranger"));

    assertThat(rows("?person=stranger&action=login")).contains("stranger");
    assertThat(rows("?person=stranger&action=login-failed")).isEmpty();
    assertThat(rows("?person=stranger&action=password-changed")).isEmpty();
    assertThat(directory.audit().listActions(RunningServer.BUREAU))
        .contains("login")
        .doesNotContain("login-failed", "password-changed");
  }

  @Test
  void audit_whenThereIsMuch_isPaged() throws Exception {
    List<AuditEvent> many =
        IntStream.range(0, 150)
            .mapToObj(
                i -> AuditEvent.of("office", "export").in(RunningServer.BUREAU).about("n" + i))
            .toList();
    running.server().directory().audit().record(many);

    assertThat(rows("?action=export")).contains("n149", "n50").doesNotContain(">n49<");
    assertThat(rows("?action=export&offset=100")).contains(">n49<", ">n0<").doesNotContain("n50");
  }

  @Test
  void export_hasTheFilteredRowsAndNoFormula() throws Exception {
    running.server().directory().accounts().rename("office", "=1+1", "office");
    running
        .server()
        .directory()
        .audit()
        .record(AuditEvent.of("office", "export").in(RunningServer.BUREAU).about("=cmd|x"));

    byte[] file = browser.bytes(AUDIT + "/export?person=office&action=export").body();

    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows).hasSize(2);
      for (Cell cell : rows.get(1)) {
        assertThat(cell == null ? CellType.STRING : cell.getType()).isEqualTo(CellType.STRING);
      }
      assertThat(rows.get(1).getCellText(1)).isEqualTo("=1+1 office");
      assertThat(rows.get(1).getCellText(4)).isEqualTo("=cmd|x");
    }
    assertThat(rows("?action=audit-exported")).contains("导出审计记录", "person=office");
    assertThat(browser.post(AUDIT, Map.of()).statusCode()).isEqualTo(405);
  }
}
