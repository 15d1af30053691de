package cn.anxun.server.install;

import cn.anxun.server.install.Step.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A unit of systemd, as a user of its own that may write its data and nothing else. */
final class SystemdInstallation implements Installation {
  static final Path UNIT = Path.of("/etc/systemd/system/anxun.service");
  static final Path PROGRAMS = Path.of("/opt/anxun");
  static final Path JAR = PROGRAMS.resolve("anxun.jar");
  static final Path CACHE = Path.of("/var/cache/anxun");

  /** Where SQLite's library is unpacked: /tmp may forbid programs. */
  private static final List<String> UNPACKED = List.of("-Dorg.sqlite.tmpdir=" + CACHE);

  private static final String USER = "anxun";
  private static final int PRIVILEGED = 1024;

  @Override
  public Run administratorCheck() {
    return Run.of("sh", "-c", "test \"$(id -u)\" -eq 0");
  }

  @Override
  public List<Step> install(Plan plan) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step.Folder(PROGRAMS));
    steps.add(new Step.Copy(plan.jar(), JAR));
    steps.add(Run.of("chmod", "0644", JAR.toString()));
    // systemd makes it at the first start, which is later.
    steps.add(new Step.Folder(CACHE));
    steps.add(plan.layDownClasses(JAR, UNPACKED));
    steps.add(
        Run.of("useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", USER)
            .unless("id", "-u", USER));
    steps.add(new Step.Folder(plan.data()));
    steps.add(Run.of("chown", "-R", USER + ":", plan.data().toString()));
    steps.add(Run.of("chmod", "0700", plan.data().toString()));
    plan.backup().ifPresent(folder -> steps.addAll(backup(plan, folder)));
    steps.add(new Step.Write(UNIT, unit(plan), StandardCharsets.UTF_8));
    steps.add(Run.of("chmod", "0644", UNIT.toString()));
    steps.add(Run.of("systemctl", "daemon-reload"));
    steps.add(Run.of("systemctl", "enable", Plan.NAME));
    steps.add(Run.of("systemctl", "restart", Plan.NAME));
    if (plan.reached()) {
      steps.addAll(firewall(plan.port(), true));
    }
    return steps;
  }

  private static List<Step> backup(Plan plan, Path folder) {
    return List.of(
        plan.nightly(JAR, folder),
        Run.of("chown", "-R", USER + ":", plan.data().toString()),
        Run.of("chown", "-R", USER + ":", folder.toString()));
  }

  private static List<Step> firewall(int port, boolean open) {
    String firewalld = (open ? "--add-port=" : "--remove-port=") + port + "/tcp";
    List<String> ufw =
        open
            ? List.of("ufw", "allow", port + "/tcp")
            : List.of("ufw", "delete", "allow", port + "/tcp");
    return List.of(
        Run.of("firewall-cmd", "--permanent", firewalld).onlyIf("firewall-cmd", "--state").orNot(),
        Run.of("firewall-cmd", "--reload").onlyIf("firewall-cmd", "--state").orNot(),
        Run.of(ufw).onlyIf("sh", "-c", "ufw status | grep -q '^Status: active'").orNot());
  }

  @Override
  public List<Step> uninstall(Plan plan) {
    List<Step> steps = new ArrayList<>();
    steps.add(Run.of("systemctl", "disable", "--now", Plan.NAME).orNot());
    steps.add(new Step.Delete(UNIT));
    steps.add(Run.of("systemctl", "daemon-reload"));
    steps.addAll(firewall(plan.port(), false));
    steps.add(new Step.Delete(JAR));
    steps.add(new Step.Delete(Plan.archive(JAR)));
    return steps;
  }

  /** The unit; see systemd.exec(5). */
  static String unit(Plan plan) {
    List<String> arguments = plan.arguments(JAR, UNPACKED);
    StringBuilder command = new StringBuilder(word(plan.java().toString()));
    arguments.forEach(argument -> command.append(' ').append(word(argument)));
    StringBuilder paths = new StringBuilder(word(plan.data().toString()));
    // A disk that is not there keeps the server from nothing but the backup.
    plan.backup().ifPresent(folder -> paths.append(" -").append(word(folder.toString())));
    String capability = plan.port() < PRIVILEGED ? "CAP_NET_BIND_SERVICE" : "";
    return String.format(
        Locale.ROOT,
        """
        [Unit]
        Description=Anxun sync server
        After=network-online.target time-sync.target
        Wants=network-online.target
        RequiresMountsFor=%1$s

        [Service]
        User=anxun
        Group=anxun
        UMask=0077
        Environment=LC_ALL=C.UTF-8
        # What a killed server has unpacked stays, a megabyte each time.
        ExecStartPre=-/usr/bin/find %6$s -name "sqlite-*" -delete
        ExecStart=%2$s
        Restart=on-failure
        RestartSec=5
        TimeoutStopSec=90
        LimitNOFILE=65536
        # SQLite's library is unpacked here: /tmp may forbid programs.
        CacheDirectory=anxun
        ReadWritePaths=%3$s
        ProtectSystem=strict
        ProtectHome=%4$s
        PrivateTmp=yes
        PrivateDevices=yes
        ProtectKernelTunables=yes
        ProtectKernelModules=yes
        ProtectControlGroups=yes
        NoNewPrivileges=yes
        RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
        RestrictNamespaces=yes
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        LockPersonality=yes
        SystemCallArchitectures=native
        CapabilityBoundingSet=%5$s
        AmbientCapabilities=%5$s

        [Install]
        WantedBy=multi-user.target
        """,
        word(plan.data().toString()),
        command,
        paths,
        isAtHome(plan) ? "no" : "yes",
        capability,
        CACHE);
  }

  private static boolean isAtHome(Plan plan) {
    return List.of(plan.java(), plan.data(), plan.backup().orElse(plan.data())).stream()
        .anyMatch(path -> path.startsWith("/home") || path.startsWith("/root"));
  }

  /** A word of a unit's line: what means something to systemd is quoted. */
  private static String word(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%");
    return escaped.chars().allMatch(SystemdInstallation::isPlain) ? escaped : '"' + escaped + '"';
  }

  private static boolean isPlain(int character) {
    return character > ' ' && character != '"' && character != '\'' && character != ';';
  }
}
