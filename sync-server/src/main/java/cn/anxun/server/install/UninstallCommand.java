package cn.anxun.server.install;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code uninstall}: the server does not start by itself any more; data and backups stay. */
@Command(name = "uninstall")
public final class UninstallCommand extends ServiceCommand {

  public UninstallCommand() {
    this(new ThisMachine(), thisSystem());
  }

  UninstallCommand(Runner runner, Map<String, String> properties) {
    super(runner, properties);
  }

  @Override
  List<Step> steps(Installation installation, Plan plan) {
    return installation.uninstall(plan);
  }

  @Override
  String done() {
    return "install.gone";
  }
}
