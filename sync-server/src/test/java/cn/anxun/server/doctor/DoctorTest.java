package cn.anxun.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.server.backup.NightlyCommand;
import cn.anxun.server.command.Language;
import cn.anxun.server.doctor.CheckResult.Check;
import cn.anxun.server.doctor.CheckResult.Status;
import cn.anxun.server.doctor.ServerChecks.Asked;
import cn.anxun.server.serve.Server;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.serve.ServerOptions.Transport;
import cn.anxun.server.serve.Serving;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.text.ServerTexts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Each check in each bad state, on a machine that is what the test says. */
final class DoctorTest {
  private static final URI LAN = URI.create("https://192.168.1.5:8443");

  @TempDir Path folder;
  private final TestMachine machine = new TestMachine();

  private Path data() {
    return folder.resolve("data");
  }

  private void makeData() throws Exception {
    try (DataDirectory data = DataDirectory.open(data(), "test")) {
      data.openDirectory().close();
      data.openBureau("gongjing").close();
      NightlyCommand.set(
          data,
          folder.resolve("second"),
          Optional.empty(),
          Optional.empty(),
          Clock.fixed(machine.now, ZoneId.of("UTC")));
    }
  }

  private CheckResult result(Check check) {
    return new Examination(machine, ServerTexts.CHINESE)
        .of(data(), 8080).stream()
            .filter(found -> found.check() == check)
            .findFirst()
            .orElseThrow();
  }

  private void assertFinds(Check check, Status status, String... words) {
    CheckResult result = result(check);
    assertThat(result.sentence(ServerTexts.CHINESE)).contains(words);
    assertThat(result.sentence(ServerTexts.ENGLISH)).isNotEmpty();
    assertThat(result.status()).isEqualTo(status);
  }

  @Test
  void machine_inEachBadState_isNamedWithWhatToDo() throws Exception {
    makeData();
    machine.java = 11;
    assertFinds(Check.JAVA, Status.BAD, "11", "JDK 17");
    machine.memory = 1_000_000_000;
    assertFinds(Check.MEMORY, Status.NOTE, "1.0 GB", "-Xmx256m");
    machine.memory = 0;
    assertFinds(Check.MEMORY, Status.NOTE, "没有告诉");
    machine.free = 900_000_000;
    assertFinds(Check.DISK, Status.BAD, "0.9 GB", "不要删除数据目录");
    machine.free = 9_000_000_000L;
    assertFinds(Check.DISK, Status.NOTE, "9.0 GB");
    machine.open = true;
    assertFinds(Check.DATA, Status.BAD, "chmod 700");
    machine.writable = false;
    assertFinds(Check.DATA, Status.BAD, "Read-only file system");
    machine.zone = ZoneId.of("UTC");
    assertFinds(Check.TIME_ZONE, Status.NOTE, "UTC", "set-timezone");
    machine.zone = ZoneId.of("Asia/Urumqi");
    assertFinds(Check.TIME_ZONE, Status.NOTE, "Asia/Urumqi");
    machine.synchronised = Optional.of(false);
    assertFinds(Check.TIME_SERVICE, Status.NOTE, "set-ntp true");
    machine.synchronised = Optional.empty();
    assertFinds(Check.TIME_SERVICE, Status.NOTE, "自行核对");
  }

  @Test
  void sqlite_onAProcessorWithoutALibrary_saysSo_andApartFromOneThatMayNotBeLoaded()
      throws Exception {
    makeData();
    machine.sqliteFails = Optional.of("no native library found");
    machine.platform = "Linux/loongarch64";
    machine.ships = false;
    assertFinds(Check.SQLITE, Status.BAD, "Linux/loongarch64", "aarch64", "org.sqlite.lib.path");
    machine.platform = "Linux/aarch64";
    machine.ships = true;
    machine.sqliteFails = Optional.of("Operation not permitted");
    assertFinds(Check.SQLITE, Status.BAD, "Operation not permitted", "org.sqlite.tmpdir");
  }

  @Test
  void clock_beforeWhatTheDataSays_isBad() throws Exception {
    makeData();
    machine.changed = Optional.of(machine.now.plus(Duration.ofMinutes(1)));
    assertFinds(Check.CLOCK, Status.WELL, "2026-03-06 09:00");
    machine.changed = Optional.of(machine.now.plus(Duration.ofDays(2)));
    assertFinds(Check.CLOCK, Status.BAD, "2026-03-08 09:00", "校准");
  }

  @Test
  void data_thatIsMissingDamagedOrOfAnotherVersion_isNamed() throws Exception {
    assertFinds(Check.DATA, Status.BAD, data().toString(), "--data");
    makeData();
    assertFinds(Check.INTEGRITY, Status.WELL, "1 个单位");
    try (DataDirectory data = DataDirectory.open(data(), "test");
        SqliteDatabase directory = data.openDirectoryFile()) {
      directory.change(
          handle ->
              handle.execute(
                  "INSERT INTO audit (at, actor, device, bureau, action, object, detail) VALUES"
                      + " ('2026-03-01T00:00:00Z', 'li', '', '', 'login', '', '')"));
    }
    assertFinds(Check.INTEGRITY, Status.BAD, "审计", "1 处", "verify");
    Path bureau = data().resolve("bureaus/gongjing.db");
    byte[] bytes = Files.readAllBytes(bureau);
    for (int i = 8_192; i < bytes.length; i++) {
      bytes[i] = 17;
    }
    Files.write(bureau, bytes);
    assertFinds(Check.INTEGRITY, Status.BAD, "gongjing.db", "备份");
    Files.writeString(bureau, "nonsense", StandardOpenOption.TRUNCATE_EXISTING);
    assertFinds(Check.INTEGRITY, Status.BAD, "gongjing.db");
  }

  @Test
  void backup_thatIsStaleOrOff_isBad() throws Exception {
    makeData();
    assertFinds(Check.BACKUP, Status.WELL, "第一份尚未完成");
    machine.now = machine.now.plus(Duration.ofHours(37));
    assertFinds(Check.BACKUP, Status.BAD, "37 小时没有备份");
    Files.delete(data().resolve("nightly-backup.json"));
    assertFinds(Check.BACKUP, Status.BAD, "nightly --to");
  }

  private CheckResult asked(Check check, Serving serving) {
    Asked asked = new Asked(Optional.of(serving), 8080, Optional.of("own"));
    ServerChecks checks = new ServerChecks(machine);
    return switch (check) {
      case PORT -> checks.port(asked);
      case ADDRESS -> checks.address(asked);
      default -> checks.certificate(asked);
    };
  }

  private static Serving at(URI phones) {
    return new Serving(URI.create("https://127.0.0.1:8443"), Optional.of(phones), true);
  }

  private void shows(String fingerprint, Duration validFor) {
    machine.answers.put(
        LAN,
        new Machine.Answer(
            200,
            true,
            Optional.of(new Machine.Shown(machine.now.plus(validFor), fingerprint, "cn=anxun"))));
  }

  @Test
  void port_takenByAnother_silentOrIll_isBad() throws Exception {
    makeData();
    assertFinds(Check.PORT, Status.NOTE, "8080", "空闲");
    machine.portFree = false;
    assertFinds(Check.PORT, Status.BAD, "别的程序", "--port");
    assertThat(asked(Check.PORT, at(LAN)).outcome()).isEqualTo("silent");
    machine.answers.put(
        URI.create("https://127.0.0.1:8443"), new Machine.Answer(503, true, Optional.empty()));
    assertThat(asked(Check.PORT, at(LAN)).outcome()).isEqualTo("ill");
  }

  @Test
  void address_thatPhonesAreTold_isTriedAsTheyWould() {
    assertThat(asked(Check.ADDRESS, at(LAN)).outcome()).isEqualTo("silent");
    shows("own", Duration.ofDays(900));
    assertThat(asked(Check.ADDRESS, at(LAN)).status()).isEqualTo(Status.WELL);
    assertThat(asked(Check.ADDRESS, at(URI.create("https://anxun.example/"))).outcome())
        .isEqualTo("no-such-name");
    machine.names.put("localhost", "127.0.0.1");
    assertThat(asked(Check.ADDRESS, at(URI.create("https://localhost/"))).outcome())
        .isEqualTo("loopback");
    machine.answers.put(LAN, new Machine.Answer(404, false, Optional.empty()));
    assertThat(asked(Check.ADDRESS, at(LAN)).outcome()).isEqualTo("another");
    Serving unknown = new Serving(LAN, Optional.empty(), false);
    assertThat(asked(Check.ADDRESS, unknown).outcome()).isEqualTo("unknown");
  }

  @Test
  void address_thatDoesNotAnswer_isAskedOnce() {
    Asked asked = new Asked(Optional.of(at(LAN)), 8080, Optional.of("own"));
    ServerChecks checks = new ServerChecks(machine);
    checks.port(asked);
    assertThat(checks.address(asked).outcome()).isEqualTo("silent");
    assertThat(checks.certificate(asked).outcome()).isEqualTo("unknown");
    assertThat(machine.asked).containsExactly(URI.create("https://127.0.0.1:8443"), LAN);
  }

  @Test
  void certificate_thatEndsIsOverOrAnothers_isTold() {
    shows("own", Duration.ofDays(900));
    assertThat(asked(Check.CERTIFICATE, at(LAN)).status()).isEqualTo(Status.WELL);
    shows("own", Duration.ofDays(29));
    assertThat(asked(Check.CERTIFICATE, at(LAN)).outcome()).isEqualTo("ends");
    shows("own", Duration.ofDays(-1));
    assertThat(asked(Check.CERTIFICATE, at(LAN)).outcome()).isEqualTo("over");
    shows("somebody's", Duration.ofDays(900));
    assertThat(asked(Check.CERTIFICATE, at(LAN)).outcome()).isEqualTo("other-key");
  }

  private record Ran(int exit, String out) {}

  private Ran run(Machine on, String... arguments) {
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new DoctorCommand(on));
    command.setResourceBundle(Language.of(List.of(), Map.of("LANG", "zh_CN")).usage());
    command.setOut(new PrintWriter(out, true));
    int exit = command.execute(arguments);
    return new Ran(exit, out.toString());
  }

  @Test
  void doctor_onThisMachineUnderARunningServer_checksEverything_andJsonSaysTheSame()
      throws Exception {
    makeData();
    try (Server server =
        Server.start(
            DataDirectory.open(data(), "test"),
            ServerOptions.inProcess().withTransport(new Transport.Lan()),
            Clock.systemUTC())) {
      assertThat(Serving.of(server.data().root()).orElseThrow().ownKey()).isTrue();
      machine.now = Instant.now();
      List<CheckResult> results =
          new Examination(new ThisMachine(), ServerTexts.CHINESE).of(data(), 8080);
      assertThat(results).extracting(CheckResult::check).containsExactly(Check.values());
      assertThat(results)
          .filteredOn(
              found -> List.of(Check.JAVA, Check.SQLITE, Check.DATA).contains(found.check()))
          .allMatch(found -> found.status() == Status.WELL);
    }
    Ran json = run(machine, "--data", data().toString(), "--json");
    Json.Members said = (Json.Members) JsonText.read(json.out().strip());
    assertThat(said.get("well")).isEqualTo(Json.of(json.exit() == 0));
    assertThat(((Json.Items) said.get("checks")).values()).hasSize(Check.values().length);
    machine.free = 1;
    Ran bad = run(machine, "--data", data().toString());
    assertThat(bad.exit()).isEqualTo(1);
    assertThat(bad.out()).contains("✗ 磁盘：只剩", "✓ Java：版本 17", "项要处理");
  }

  @Test
  void machine_thatThisIs_answersEachQuestion() throws Exception {
    ThisMachine here = new ThisMachine();
    assertThat(here.shipsSqlite()).isTrue();
    assertThat(here.loadSqlite()).startsWith("3.");
    assertThat(here.memory()).isPositive();
    assertThat(here.freeBytes(folder)).isPositive();
    assertThat(here.resolve("localhost")).isPresent();
    here.tryWriting(folder);
    try (Server server =
        Server.start(
            DataDirectory.open(data(), "test"),
            ServerOptions.inProcess().withTransport(new Transport.Lan()),
            Clock.systemUTC())) {
      Machine.Answer answer = here.ask(server.address());
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.product()).isTrue();
      assertThat(answer.certificate().orElseThrow().fingerprint())
          .isEqualTo(server.fingerprint().orElseThrow());
      assertThat(here.isFree(server.address().getPort())).isFalse();
    }
  }
}
