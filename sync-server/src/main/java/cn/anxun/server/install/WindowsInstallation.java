package cn.anxun.server.install;

import cn.anxun.server.install.Step.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A task that starts with Windows, whoever logs in, as LOCAL SERVICE: an account that may do no
 * more than any user. Begun again a minute after it failed.
 */
final class WindowsInstallation implements Installation {
  private static final String TASK = "Anxun";
  private static final String LOCAL_SERVICE = "S-1-5-19";
  private static final List<String> MAY_READ_DATA =
      List.of("*" + LOCAL_SERVICE + ":(OI)(CI)F", "*S-1-5-18:(OI)(CI)F", "*S-1-5-32-544:(OI)(CI)F");

  private final Path programs;

  /**
   * @param programs the folder of the program, such as {@code C:\Program Files\Anxun}
   */
  WindowsInstallation(Path programs) {
    this.programs = programs;
  }

  private Path jar() {
    return programs.resolve("anxun.jar");
  }

  private Path task() {
    return programs.resolve("anxun-task.xml");
  }

  @Override
  public Run administratorCheck() {
    return Run.of("net", "session");
  }

  @Override
  public List<Step> install(Plan plan) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step.Folder(programs));
    // A jar that is in use cannot be replaced here; the first time there is none.
    steps.add(stop(plan));
    steps.add(new Step.Copy(plan.jar(), jar()));
    steps.add(plan.layDownClasses(jar(), List.of()));
    steps.add(new Step.Folder(plan.data()));
    steps.add(grant(plan.data()));
    plan.backup().ifPresent(folder -> steps.addAll(backup(plan, folder)));
    steps.add(new Step.Write(task(), task(plan), StandardCharsets.UTF_16));
    steps.add(Run.of("schtasks", "/Create", "/TN", TASK, "/XML", task().toString(), "/F"));
    steps.add(closeFirewall());
    if (plan.reached()) {
      steps.add(
          Run.of(
              "netsh",
              "advfirewall",
              "firewall",
              "add",
              "rule",
              "name=" + TASK,
              "dir=in",
              "action=allow",
              "protocol=TCP",
              "localport=" + plan.port(),
              "profile=domain,private"));
    }
    steps.add(Run.of("schtasks", "/Run", "/TN", TASK));
    return steps;
  }

  private List<Step> backup(Plan plan, Path folder) {
    return List.of(new Step.Folder(folder), plan.nightly(jar(), folder), grant(folder));
  }

  /** For the server, the system and administrators alone. */
  private static Run grant(Path folder) {
    List<String> command = new ArrayList<>(List.of("icacls", folder.toString(), "/inheritance:r"));
    command.add("/grant:r");
    command.addAll(MAY_READ_DATA);
    return Run.of(command);
  }

  private Run stop(Plan plan) {
    return plan.command(jar(), "stop", "--data", plan.data().toString())
        .onlyIf("schtasks", "/Query", "/TN", TASK)
        .orNot();
  }

  private static Run closeFirewall() {
    return Run.of("netsh", "advfirewall", "firewall", "delete", "rule", "name=" + TASK).orNot();
  }

  @Override
  public List<Step> uninstall(Plan plan) {
    return List.of(
        stop(plan),
        Run.of("schtasks", "/Delete", "/TN", TASK, "/F").orNot(),
        closeFirewall(),
        new Step.Delete(task()),
        // Last, for a server that could not be stopped holds it. The jar stays: it may run this.
        new Step.Delete(Plan.archive(jar())));
  }

  /** The task, as the task scheduler's schema 1.2 has it. */
  String task(Plan plan) {
    String arguments =
        plan.arguments(jar(), List.of()).stream()
            .map(WindowsInstallation::word)
            .collect(Collectors.joining(" "));
    return """
    <?xml version="1.0" encoding="UTF-16"?>
    <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
      <RegistrationInfo>
        <Description>Anxun sync server</Description>
      </RegistrationInfo>
      <Triggers>
        <BootTrigger>
          <Enabled>true</Enabled>
        </BootTrigger>
      </Triggers>
      <Principals>
        <Principal id="Author">
          <UserId>%s</UserId>
          <RunLevel>LeastPrivilege</RunLevel>
        </Principal>
      </Principals>
      <Settings>
        <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
        <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
        <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
        <StartWhenAvailable>true</StartWhenAvailable>
        <RestartOnFailure>
          <Interval>PT1M</Interval>
          <Count>999</Count>
        </RestartOnFailure>
        <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
        <Priority>5</Priority>
      </Settings>
      <Actions Context="Author">
        <Exec>
          <Command>%s</Command>
          <Arguments>%s</Arguments>
          <WorkingDirectory>%s</WorkingDirectory>
        </Exec>
      </Actions>
    </Task>
    """
        .formatted(
            LOCAL_SERVICE, xml(plan.java().toString()), xml(arguments), xml(programs.toString()))
        .replace("\n", "\r\n");
  }

  /** A word of a command line: a path may have spaces, and cannot have a quotation mark. */
  private static String word(String text) {
    return text.isEmpty() || text.contains(" ") ? '"' + text + '"' : text;
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
