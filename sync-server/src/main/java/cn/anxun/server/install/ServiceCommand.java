package cn.anxun.server.install;

import cn.anxun.core.text.Texts;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code install} and {@code uninstall} have in common. */
abstract class ServiceCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin private InstallOptions options = new InstallOptions();

  @Option(names = "--dry-run")
  private boolean dryRun;

  private final Runner runner;
  private final Map<String, String> properties;

  ServiceCommand(Runner runner, Map<String, String> properties) {
    this.runner = runner;
    this.properties = Map.copyOf(properties);
  }

  /** What this JVM says of the system that it runs on. */
  static Map<String, String> thisSystem() {
    return Map.of(
        "os.name", System.getProperty("os.name", ""),
        "java.home", System.getProperty("java.home", ""),
        "programs", System.getenv().getOrDefault("ProgramFiles", "C:\\Program Files"),
        "data", System.getenv().getOrDefault("ProgramData", "C:\\ProgramData"));
  }

  @Override
  public Integer call() throws IOException, URISyntaxException {
    Texts texts = Language.texts(spec);
    String system = properties.getOrDefault("os.name", "");
    boolean windows = system.startsWith("Windows");
    if (!windows && !system.equals("Linux")) {
      spec.commandLine().getErr().println(texts.text("install.other-system", system));
      return ExitCode.FAILED;
    }
    Installation installation =
        windows
            ? new WindowsInstallation(Path.of(properties.getOrDefault("programs", ""), "Anxun"))
            : new SystemdInstallation();
    Path usualData =
        windows ? Path.of(properties.getOrDefault("data", ""), "Anxun") : Path.of("/var/lib/anxun");
    Path java =
        Path.of(properties.getOrDefault("java.home", ""), "bin", windows ? "java.exe" : "java");
    Plan plan = options.plan(usualData, java);
    List<Step> steps = steps(installation, plan);
    Installer installer = new Installer(runner, texts, spec.commandLine().getOut());
    if (dryRun) {
      installer.tell(steps);
      return ExitCode.OK;
    }
    if (!Files.isRegularFile(plan.jar())) {
      spec.commandLine().getErr().println(texts.text("install.no-jar", plan.jar()));
      return ExitCode.FAILED;
    }
    int exit = installer.install(installation.administratorCheck(), steps);
    if (exit == ExitCode.OK) {
      spec.commandLine().getOut().println(texts.text(done(), plan.data()));
    }
    return exit;
  }

  abstract List<Step> steps(Installation installation, Plan plan);

  /** The key of what is said at the end. */
  abstract String done();
}
