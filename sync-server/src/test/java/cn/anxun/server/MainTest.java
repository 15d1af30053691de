package cn.anxun.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.command.Language;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.Server;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.storage.DataDirectory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The command line as people use it. */
final class MainTest {
  @TempDir Path folder;
  private String out = "";
  private String err = "";

  private int run(String... arguments) {
    return run(Map.of("LANG", "zh_CN.UTF-8"), arguments);
  }

  private int run(Map<String, String> environment, String... arguments) {
    StringWriter printed = new StringWriter();
    StringWriter complained = new StringWriter();
    int exit =
        Main.run(
            List.of(arguments),
            environment,
            new PrintWriter(printed, true),
            new PrintWriter(complained, true));
    out = printed.toString();
    err = complained.toString();
    return exit;
  }

  private String data() {
    return "--data=" + folder.resolve("data");
  }

  @Test
  void help_isInTheLanguageOfTheSystem_orTheOneAskedFor() {
    assertThat(run(Map.of("LANG", "zh_CN.UTF-8"), "--help")).isZero();
    assertThat(out).contains("用法", "启动服务器");
    run(Map.of("LANG", "en_US.UTF-8"), "--help");
    assertThat(out).contains("Usage", "Run the server");
    run(Map.of(), "--help");
    assertThat(out).contains("用法");
    run(Map.of("LANG", "en_US.UTF-8"), "serve", "--lang", "zh", "--help");
    assertThat(out).contains("用法");
    run(Map.of("LC_ALL", "zh_CN", "LANG", "en_US"), "--lang=en", "serve", "--help");
    assertThat(out).contains("Usage");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void help_describesEveryCommandAndEveryOption(Language language) {
    CommandLine commands = Main.commandLine(List.of());
    commands.setResourceBundle(language.usage());
    List<String> without = new ArrayList<>();
    collect(commands.getCommandSpec(), without);
    assertThat(without).isEmpty();
  }

  private static void collect(CommandSpec command, List<String> without) {
    if (command.usageMessage().description().length == 0) {
      without.add(command.qualifiedName());
    }
    for (ArgSpec argument : command.args()) {
      boolean described = argument.description().length > 0 && !argument.description()[0].isEmpty();
      if (!described && !argument.hidden()) {
        without.add(command.qualifiedName() + ' ' + argument);
      }
    }
    command.subcommands().values().forEach(sub -> collect(sub.getCommandSpec(), without));
  }

  @Test
  void version_isPrinted() {
    assertThat(run("--version")).isZero();
    assertThat(out).contains("Anxun");
  }

  @Test
  void command_thatIsMisused_exits2AndSaysWhereHelpIs() {
    assertThat(run("fly")).isEqualTo(2);
    assertThat(run("serve", "--port", "x")).isEqualTo(2);
    assertThat(run("serve", "--lan", "--behind-proxy")).isEqualTo(2);
    assertThat(run("user")).isEqualTo(2);
    assertThat(run("user", "add", "zhang", data())).isEqualTo(2);
    assertThat(err).contains("anxun user add --help");
    assertThat(run("user", "grant", "zhang", "--bureau", "b", "--role", "king", data()))
        .isEqualTo(2);
    assertThat(err).contains("grid-worker");
  }

  @Test
  void administration_worksOnTheDataDirectory() {
    assertThat(
            run("bureau", "add", "gongjing", "--name", "贡井区应急管理局", "--division", "510303", data()))
        .isZero();
    assertThat(run("bureau", "list", data())).isZero();
    assertThat(out).contains("gongjing\t贡井区应急管理局\t510303");
    assertThat(
            run(
                "user",
                "add",
                "zhang",
                "--name",
                "张三",
                "--bureau",
                "gongjing",
                "--role",
                "inspector",
                data()))
        .isZero();
    assertThat(run("user", "password", "zhang", data())).isZero();
    assertThat(run("user", "list", data())).isZero();
    assertThat(out).contains("zhang\t张三", "gongjing\tinspector");
    assertThat(run("user", "disable", "zhang", data())).isZero();
    assertThat(run("user", "enable", "zhang", data())).isZero();
    assertThat(run("user", "revoke", "zhang", "--bureau", "gongjing", data())).isZero();
    assertThat(run("bureau", "audit", "gongjing", data())).isZero();
    assertThat(out).contains("bureau-created", "granted", "grant-revoked");
  }

  @Test
  void administration_ofWhatIsNotThere_exits1AndSaysSo() {
    assertThat(run("user", "disable", "nobody", data())).isEqualTo(1);
    assertThat(err).contains("nobody").doesNotContain("Exception");
    assertThat(run("enrol", "nobody", "--bureau", "none", data())).isEqualTo(1);
    assertThat(run("device", "revoke", "none.A0", data())).isEqualTo(1);
    assertThat(run("user", "add", "李四", "--name", "李四", data())).isEqualTo(1);
    assertThat(
            run(
                "user",
                "add",
                "wang",
                "--name",
                "王五",
                "--bureau",
                "none",
                "--role",
                "grid-worker",
                data()))
        .isEqualTo(1);
  }

  @Test
  void enrol_printsCodeAddressAndAQr() {
    run("bureau", "add", "gongjing", "--name", "贡井区应急管理局", data());
    run(
        "user",
        "add",
        "zhang",
        "--name",
        "张三",
        "--bureau",
        "gongjing",
        "--role",
        "inspector",
        data());
    assertThat(run("enrol", "zhang", "--bureau", "gongjing", data())).isZero();
    assertThat(out).contains("--address");
    assertThat(
            run(
                "enrol",
                "zhang",
                "--bureau",
                "gongjing",
                "--address",
                "https://example.org",
                data()))
        .isZero();
    assertThat(out)
        .contains("https://example.org", "█")
        .containsPattern("[0-9A-Y]{4}-[0-9A-Y]{4}-[0-9A-Y]{4}");
  }

  @Test
  void password_fromTheStandardInput_isSetAndNotPrinted() {
    run("user", "add", "zhang", "--name", "张三", data());
    assertThat(
            withInput("Correct-horse-9\n", "user", "password", "zhang", "--password-stdin", data()))
        .isZero();
    assertThat(out + err).doesNotContain("Correct-horse-9");
    assertThat(withInput("short\n", "user", "password", "zhang", "--password-stdin", data()))
        .isEqualTo(1);
  }

  private int withInput(String input, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return run(arguments);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void administration_whileTheServerRuns_goesThroughIt() {
    try (Server server =
        Server.start(
            DataDirectory.open(folder.resolve("data"), "serve"),
            ServerOptions.inProcess(),
            Clock.systemUTC())) {
      server.directory().bureaus().create(new Bureau("gongjing", "贡井区应急管理局", ""), "test");
      assertThat(
              run(
                  "user",
                  "add",
                  "zhang",
                  "--name",
                  "张三",
                  "--bureau",
                  "gongjing",
                  "--role",
                  "inspector",
                  data()))
          .isZero();
      assertThat(server.directory().accounts().find("zhang")).isPresent();
      assertThat(
              withInput(
                  "Correct-horse-9\n", "user", "password", "zhang", "--password-stdin", data()))
          .isZero();

      assertThat(run("enrol", "zhang", "--bureau", "gongjing", "--lang", "en", data())).isZero();
      assertThat(out).contains("Enrolment code", server.address().toString());
      assertThat(run("user", "disable", "nobody", data())).isEqualTo(1);
      assertThat(err).contains("nobody");
      assertThat(run("user", "add", data())).isEqualTo(2);
    }
  }

  @Test
  void inbox_isListed_andAcceptedIntoTheLedger_orDiscarded() throws Exception {
    try (RunningServer running = RunningServer.start()) {
      String data = "--data=" + running.server().data().root();
      Enrolment zhang = running.enrol("zhang", Role.INSPECTOR);
      assertThat(run("device", "revoke", zhang.device(), data)).isZero();
      running.push(zhang.token(), RunningServer.drill(running.id(), "2026-03-01").build());
      assertThat(run("device", "inbox", "--bureau", RunningServer.BUREAU, data)).isZero();
      assertThat(out).contains(zhang.device());
      assertThat(running.server().ledger(RunningServer.BUREAU).lastSeq()).isZero();

      assertThat(run("device", "inbox", "--bureau", RunningServer.BUREAU, "--accept", data))
          .isZero();
      assertThat(running.server().ledger(RunningServer.BUREAU).lastSeq()).isEqualTo(1);
      running.push(zhang.token(), RunningServer.drill(running.id(), "2026-03-02").build());
      assertThat(run("device", "inbox", "--bureau", RunningServer.BUREAU, "--discard", data))
          .isZero();
      assertThat(running.server().ledger(RunningServer.BUREAU).lastSeq()).isEqualTo(1);
      assertThat(running.server().directory().inbox().listUndecided(RunningServer.BUREAU))
          .isEmpty();
      assertThat(run("device", "list", "--bureau", RunningServer.BUREAU, data)).isZero();
      assertThat(out).contains("停用");
    }
  }

  /** A server in a process of its own. */
  private ProcessBuilder serve(List<String> flags, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("serve", "--port", "0", data()));
    command.addAll(List.of(options));
    return new ProcessBuilder(command);
  }

  /** Java says that this is such a machine; the library that is shipped is chosen by that. */
  @Test
  void serve_onAProcessorWithoutSqlite_saysWhatToDo_andEnds(@TempDir Path around) throws Exception {
    Path output = around.resolve("output.txt");
    Process process =
        serve(List.of("-XX:TieredStopAtLevel=1", "-Dos.arch=loongarch64"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(120, TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(output);
    assertThat(ended).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(1);
    assertThat(said).contains("SQLite", "doctor").doesNotContain("\tat ");
  }

  @Test
  void serve_printsWhereItListens_andTheCodeForTheFirstAdministrator() throws Exception {
    Process process =
        serve(List.of(), "--lang", "en").redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).contains("http://127.0.0.1:");
      Matcher setup = Pattern.compile("one-time code ([0-9A-Y-]{14})").matcher(lines.readLine());
      assertThat(setup.find()).isTrue();
      assertThat(run("bureau", "add", "gongjing", "--name", "贡井区应急管理局", data())).isZero();
      process.destroy();
      process.waitFor();
      assertThat(run("bureau", "list", data())).as("the lock is free").isZero();
    } finally {
      process.destroyForcibly();
    }
  }
}
