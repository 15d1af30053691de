package cn.anxun.server.console.backup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.backup.NightlyBackup;
import cn.anxun.server.backup.NightlyCommand;
import cn.anxun.server.backup.NightlySettings;
import cn.anxun.server.backup.NightlyStanding;
import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.storage.DataDirectory;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The warning on the first page, and 备份 in 管理. */
final class BackupPagesTest {
  @TempDir Path folder;
  private final SettableClock clock = new SettableClock("2026-03-05T18:00:10Z");
  private RunningServer server;

  @BeforeEach
  void start() {
    server =
        RunningServer.start(
            DataDirectory.open(folder.resolve("data"), "test"), ServerOptions.inProcess(), clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private TestBrowser login(Role role) throws Exception {
    server.addAccount(role.wire(), Grant.of(RunningServer.BUREAU, role));
    return new TestBrowser(server.address()).login(role.wire());
  }

  @Test
  void firstPage_tellsTheOfficeUntilThereIsABackup_andAgainWhenItIsStale() throws Exception {
    TestBrowser office = login(Role.OFFICE);
    TestBrowser inspector = login(Role.INSPECTOR);
    assertThat(office.get("/").body()).contains("没有设置每夜备份").doesNotContain("/admin/backup");
    assertThat(inspector.get("/").body()).doesNotContain("每夜备份");

    DataDirectory data = server.server().data();
    NightlyCommand.set(data, folder.resolve("second"), Optional.empty(), Optional.empty(), clock);
    assertThat(office.get("/").body()).doesNotContain("每夜备份");
    new NightlyBackup(data, clock, Optional::empty, () -> false)
        .run(NightlySettings.find(data).orElseThrow());
    clock.forward(NightlyStanding.STALE.minusMinutes(1));
    office = new TestBrowser(server.address()).login("office");
    assertThat(office.get("/").body()).doesNotContain("没有备份");
    clock.forward(NightlyStanding.STALE.dividedBy(36));
    office = new TestBrowser(server.address()).login("office");
    assertThat(office.get("/").body()).contains("已有 36 小时没有备份", "夜间是否开机");
  }

  @Test
  void backups_areShownToWhoeverIsOverAllBureaus_toOthersHowItStandsAlone() throws Exception {
    TestBrowser administrator = login(Role.ADMINISTRATOR);
    DataDirectory data = server.server().data();
    NightlyCommand.set(data, folder.resolve("second"), Optional.empty(), Optional.empty(), clock);
    new NightlyBackup(data, clock, Optional::empty, () -> false)
        .run(NightlySettings.find(data).orElseThrow());

    assertThat(administrator.get("/admin/backup").body())
        .contains("每夜备份正常", "anxun-20260306-020010", "写后已核验", "nightly --data");

    server.server().directory().bureaus().create(new Bureau("other", "别处", "510304"), "test");
    assertThat(administrator.get("/admin/backup").body())
        .contains("每夜备份正常")
        .doesNotContain("anxun-20260306-020010")
        .doesNotContain(folder.toString());
  }
}
