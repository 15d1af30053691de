package cn.anxun.server.install;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code install}: the server starts with the machine from here on; again, with a newer jar. */
@Command(name = "install")
public final class InstallCommand extends ServiceCommand {

  public InstallCommand() {
    this(new ThisMachine(), thisSystem());
  }

  InstallCommand(Runner runner, Map<String, String> properties) {
    super(runner, properties);
  }

  @Override
  List<Step> steps(Installation installation, Plan plan) {
    return installation.install(plan);
  }

  @Override
  String done() {
    return "install.done";
  }
}
