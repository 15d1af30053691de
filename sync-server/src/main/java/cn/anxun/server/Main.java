package cn.anxun.server;

import cn.anxun.core.text.Texts;
import cn.anxun.server.admin.BureauCommand;
import cn.anxun.server.admin.CloseCommand;
import cn.anxun.server.admin.DeviceCommand;
import cn.anxun.server.admin.EnrolCommand;
import cn.anxun.server.admin.ImportCommand;
import cn.anxun.server.admin.LateCommand;
import cn.anxun.server.admin.StopCommand;
import cn.anxun.server.admin.UserCommand;
import cn.anxun.server.backup.BackupCommand;
import cn.anxun.server.backup.NewEpochCommand;
import cn.anxun.server.backup.NightlyCommand;
import cn.anxun.server.backup.RestoreCommand;
import cn.anxun.server.bench.BenchCommand;
import cn.anxun.server.bundle.ImportBundleCommand;
import cn.anxun.server.cases.CaseCommand;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.demo.DemoCommand;
import cn.anxun.server.doctor.DoctorCommand;
import cn.anxun.server.handout.AppCommand;
import cn.anxun.server.install.ClassArchiveCommand;
import cn.anxun.server.install.InstallCommand;
import cn.anxun.server.install.UninstallCommand;
import cn.anxun.server.move.MoveCommand;
import cn.anxun.server.report.command.EvidenceCommand;
import cn.anxun.server.report.command.ReportCommand;
import cn.anxun.server.serve.ServeCommand;
import cn.anxun.server.text.Explained;
import cn.anxun.server.verify.VerifyCommand;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * {@code java -jar anxun.jar COMMAND}. A new command is a class with {@code @Command} and a line
 * here; its help is in {@code usage_zh.properties} and {@code usage_en.properties}.
 */
@Command(
    name = "anxun",
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT)
public final class Main implements Runnable {
  private static final List<Class<?>> COMMANDS =
      List.of(
          ServeCommand.class,
          StopCommand.class,
          DoctorCommand.class,
          InstallCommand.class,
          ClassArchiveCommand.class,
          UninstallCommand.class,
          DemoCommand.class,
          CaseCommand.class,
          BenchCommand.class,
          UserCommand.class,
          BureauCommand.class,
          EnrolCommand.class,
          DeviceCommand.class,
          CloseCommand.class,
          LateCommand.class,
          ReportCommand.class,
          EvidenceCommand.class,
          ImportCommand.class,
          ImportBundleCommand.class,
          VerifyCommand.class,
          BackupCommand.class,
          NightlyCommand.class,
          RestoreCommand.class,
          NewEpochCommand.class,
          MoveCommand.class,
          AppCommand.class);

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Read before everything else, by {@link Language#of}. */
  @Option(names = Language.OPTION, paramLabel = "zh|en", scope = ScopeType.INHERIT)
  @SuppressWarnings("UnusedVariable")
  private String language = "";

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.getenv(), writer(System.out), writer(System.err)));
  }

  /** Runs a command as {@link #main} does, but prints to these and returns the exit code. */
  public static int run(
      List<String> arguments, Map<String, String> environment, PrintWriter out, PrintWriter err) {
    CommandLine commandLine = commandLine(arguments);
    commandLine.setResourceBundle(Language.of(arguments, environment).usage());
    commandLine.setOut(out);
    commandLine.setErr(err);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setParameterExceptionHandler(Main::misused);
    commandLine.setExecutionExceptionHandler(Main::failed);
    return commandLine.execute(arguments.toArray(new String[0]));
  }

  /**
   * Looks at the named command alone: to look at all of them takes a tenth of the time in which the
   * server starts. Without a name in front all are there, for the help and for what was misspelt.
   */
  static CommandLine commandLine(List<String> arguments) {
    CommandLine commandLine = new CommandLine(new Main());
    List<Class<?>> named =
        COMMANDS.stream()
            .filter(command -> !arguments.isEmpty() && name(command).equals(arguments.get(0)))
            .toList();
    (named.isEmpty() ? COMMANDS : named).forEach(commandLine::addSubcommand);
    return commandLine;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  /** UTF-8 whatever the system says, since the words are Chinese. */
  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static int misused(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    Texts texts = Language.texts(command.getCommandSpec());
    command
        .getErr()
        .println(
            texts.text(
                "command.misused",
                String.valueOf(e.getMessage()),
                command.getCommandSpec().qualifiedName()));
    return ExitCode.USAGE;
  }

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (e instanceof Explained) {
      err.println(e.getMessage());
    } else {
      err.println(
          Language.texts(command.getCommandSpec())
              .text("command.failed", String.valueOf(e.getMessage())));
      e.printStackTrace(err);
    }
    return ExitCode.FAILED;
  }

  /** Without a command, shows the help. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** What {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"安巡 Anxun " + (version == null ? "development" : version)};
    }
  }
}
