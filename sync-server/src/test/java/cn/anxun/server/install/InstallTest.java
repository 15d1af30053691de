package cn.anxun.server.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is written and run, on a machine that only remembers it. */
final class InstallTest {
  private static final Map<String, String> LINUX =
      Map.of("os.name", "Linux", "java.home", "/usr/lib/jvm/java-17");

  @TempDir Path folder;
  private final RecordingRunner runner = new RecordingRunner();
  private String out = "";

  private static Plan plan(int port) {
    return new Plan(
        Path.of("/usr/lib/jvm/java-17/bin/java"),
        Path.of("/tmp/anxun.jar"),
        Path.of("/srv/安巡 数据/100%"),
        List.of("--port", Integer.toString(port), "--lan"),
        port,
        true,
        512,
        Optional.of(Path.of("/mnt/backup")),
        3);
  }

  private int install(Installation on, List<Step> steps) throws IOException {
    StringWriter printed = new StringWriter();
    int exit =
        new Installer(runner, ServerTexts.CHINESE, new PrintWriter(printed, true))
            .install(on.administratorCheck(), steps);
    out = printed.toString();
    return exit;
  }

  @Test
  void unit_letsTheServerWriteItsDataAndBackup_andNothingElse() {
    assertThat(SystemdInstallation.unit(plan(8443)))
        .contains(
            "User=anxun\n",
            "ExecStartPre=-/usr/bin/find /var/cache/anxun -name \"sqlite-*\" -delete\n",
            "ExecStart=/usr/lib/jvm/java-17/bin/java -Xmx512m -XX:+UseSerialGC"
                + " -XX:+ExitOnOutOfMemoryError -XX:SharedArchiveFile=/opt/anxun/anxun.jsa"
                + " -Dorg.sqlite.tmpdir=/var/cache/anxun -jar"
                + " /opt/anxun/anxun.jar serve --data \"/srv/安巡 数据/100%%\" --port 8443 --lan\n",
            "ReadWritePaths=\"/srv/安巡 数据/100%%\" -/mnt/backup\n",
            "ProtectSystem=strict\n",
            "ProtectHome=yes\n",
            "NoNewPrivileges=yes\n",
            "CapabilityBoundingSet=\n",
            "Restart=on-failure\n",
            "TimeoutStopSec=90\n");
    assertThat(SystemdInstallation.unit(plan(443)))
        .contains("AmbientCapabilities=CAP_NET_BIND_SERVICE\n");
  }

  @Test
  void unit_passesTheChecksOfSystemd() throws Exception {
    Path unit = folder.resolve("anxun.service");
    Plan real =
        new Plan(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            Path.of("/tmp/anxun.jar"),
            Path.of("/srv/anxun data"),
            List.of("--port", "8443", "--lan"),
            8443,
            true,
            512,
            Optional.of(Path.of("/mnt/backup")),
            3);
    Files.writeString(unit, SystemdInstallation.unit(real));
    Process process;
    try {
      process =
          new ProcessBuilder("systemd-analyze", "verify", unit.toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "skipped: no systemd-analyze here");
      return;
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said.lines().filter(line -> line.contains("anxun.service"))).as(said).isEmpty();
  }

  @Test
  void linux_whenInstalled_makesUserFoldersUnitAndStarts_andTwiceTheUserOnlyOnce()
      throws Exception {
    SystemdInstallation systemd = new SystemdInstallation();
    runner.fails.add("id -u anxun");
    assertThat(install(systemd, systemd.install(plan(8443)))).isZero();
    assertThat(runner.ran)
        .containsSubsequence(
            "/usr/lib/jvm/java-17/bin/java -Dorg.sqlite.tmpdir=/var/cache/anxun -jar"
                + " /opt/anxun/anxun.jar class-archive /opt/anxun/anxun.jsa",
            "useradd --system --no-create-home --shell /usr/sbin/nologin anxun",
            "chown -R anxun: /srv/安巡 数据/100%",
            "/usr/lib/jvm/java-17/bin/java -jar /opt/anxun/anxun.jar nightly --data /srv/安巡 数据/100%"
                + " --to /mnt/backup --hour 3",
            "chown -R anxun: /mnt/backup",
            "systemctl daemon-reload",
            "systemctl enable anxun",
            "systemctl restart anxun",
            "firewall-cmd --permanent --add-port=8443/tcp",
            "ufw allow 8443/tcp");
    assertThat(runner.changed)
        .contains(
            new Step.Copy(Path.of("/tmp/anxun.jar"), Path.of("/opt/anxun/anxun.jar")),
            new Step.Write(
                Path.of("/etc/systemd/system/anxun.service"),
                SystemdInstallation.unit(plan(8443)),
                StandardCharsets.UTF_8));
    assertThat(out).contains("执行：systemctl enable anxun");

    runner.ran.clear();
    runner.fails.clear();
    runner.fails.add("firewall-cmd --state");
    assertThat(install(systemd, systemd.install(plan(8443)))).isZero();
    assertThat(runner.ran)
        .noneMatch(line -> line.startsWith("useradd") || line.contains("--add-port"));
  }

  @Test
  void linux_whenUninstalled_leavesDataAndBackups() throws Exception {
    SystemdInstallation systemd = new SystemdInstallation();
    assertThat(install(systemd, systemd.uninstall(plan(8443)))).isZero();
    assertThat(runner.ran)
        .contains(
            "systemctl disable --now anxun", "firewall-cmd --permanent --remove-port=8443/tcp");
    assertThat(runner.changed)
        .containsExactly(
            new Step.Delete(Path.of("/etc/systemd/system/anxun.service")),
            new Step.Delete(Path.of("/opt/anxun/anxun.jar")),
            new Step.Delete(Path.of("/opt/anxun/anxun.jsa")));
    assertThat(runner.ran.toString() + runner.changed).doesNotContain("安巡 数据", "/mnt/backup");
  }

  @Test
  void install_byNobodySpecial_changesNothing_andOneThatFailsStops() throws Exception {
    SystemdInstallation systemd = new SystemdInstallation();
    runner.fails.add("sh -c test");
    assertThat(install(systemd, systemd.install(plan(8443)))).isEqualTo(1);
    assertThat(out).contains("sudo", "以管理员身份运行");
    assertThat(runner.changed).isEmpty();
    assertThat(runner.ran).hasSize(1);

    runner.fails.clear();
    runner.fails.add("systemctl enable");
    assertThat(install(systemd, systemd.install(plan(8443)))).isEqualTo(1);
    assertThat(out).contains("没有成功：systemctl enable anxun（1）没有权限");
    assertThat(runner.ran).doesNotContain("systemctl restart anxun");
  }

  @Test
  void windows_whenInstalled_makesABootTaskAsLocalService_andOpensThePortOnce() throws Exception {
    WindowsInstallation windows = new WindowsInstallation(Path.of("C:/Program Files/Anxun"));
    assertThat(windows.administratorCheck().command()).containsExactly("net", "session");
    runner.fails.add("schtasks /Query");
    runner.fails.add("netsh advfirewall firewall delete");
    assertThat(install(windows, windows.install(plan(8443)))).isZero();
    assertThat(runner.ran)
        .containsSubsequence(
            "/usr/lib/jvm/java-17/bin/java -jar C:/Program Files/Anxun/anxun.jar class-archive"
                + " C:/Program Files/Anxun/anxun.jsa",
            "icacls /srv/安巡 数据/100% /inheritance:r /grant:r *S-1-5-19:(OI)(CI)F"
                + " *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F",
            "schtasks /Create /TN Anxun /XML C:/Program Files/Anxun/anxun-task.xml /F",
            "netsh advfirewall firewall delete rule name=Anxun",
            "netsh advfirewall firewall add rule name=Anxun dir=in action=allow protocol=TCP"
                + " localport=8443 profile=domain,private",
            "schtasks /Run /TN Anxun");
    assertThat(runner.ran).noneMatch(line -> line.contains(" stop --data"));
    assertThat(windows.task(plan(8443)))
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n")
        .contains(
            "<BootTrigger>",
            "<UserId>S-1-5-19</UserId>",
            "<RestartOnFailure>",
            "<ExecutionTimeLimit>PT0S</ExecutionTimeLimit>",
            "-jar \"C:/Program Files/Anxun/anxun.jar\" serve --data \"/srv/安巡 数据/100%\"");

    runner.ran.clear();
    runner.fails.clear();
    assertThat(install(windows, windows.install(plan(8443)))).isZero();
    assertThat(runner.ran).anyMatch(line -> line.contains("anxun.jar stop --data"));
  }

  @Test
  void dryRun_printsEveryStepAndTheUnit_andDoesNothing() {
    StringWriter printed = new StringWriter();
    CommandLine command = new CommandLine(new InstallCommand(runner, LINUX));
    command.setOut(new PrintWriter(printed, true));
    assertThat(
            command.execute("--dry-run", "--lan", "--port", "8443", "--backup-to", "/mnt/backup"))
        .isZero();
    assertThat(printed.toString())
        .contains(
            "执行：useradd --system",
            "写入文件：/etc/systemd/system/anxun.service",
            "    ExecStart=/usr/lib/jvm/java-17/bin/java",
            "serve --data /var/lib/anxun --port 8443 --lan",
            "执行：systemctl restart anxun");
    assertThat(runner.ran).isEmpty();
    assertThat(runner.changed).isEmpty();
  }

  @Test
  void install_onAnotherSystem_orWithoutAJar_saysSo() {
    StringWriter printed = new StringWriter();
    CommandLine mac =
        new CommandLine(
            new InstallCommand(runner, Map.of("os.name", "Mac OS X", "java.home", "/x")));
    mac.setErr(new PrintWriter(printed, true));
    assertThat(mac.execute()).isEqualTo(1);
    CommandLine classes = new CommandLine(new InstallCommand(runner, LINUX));
    classes.setErr(new PrintWriter(printed, true));
    assertThat(classes.execute()).isEqualTo(1);
    assertThat(printed.toString()).contains("Mac OS X", "anxun.jar");
    assertThat(runner.ran).isEmpty();
  }
}
