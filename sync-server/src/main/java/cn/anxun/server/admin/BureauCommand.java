package cn.anxun.server.admin;

import cn.anxun.server.auth.Bureau;
import cn.anxun.server.command.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bureau}: the bureaus of this server. */
@Command(
    name = "bureau",
    subcommands = {BureauCommand.Add.class, BureauCommand.ListAll.class})
public final class BureauCommand extends GroupCommand {

  /** Adds a bureau. */
  @Command(name = "add")
  static final class Add extends AdminCommand {
    @Parameters(paramLabel = "BUREAU")
    private String id = "";

    @Option(names = "--name", paramLabel = "NAME", required = true)
    private String name = "";

    @Option(names = "--division", paramLabel = "CODE", defaultValue = "")
    private String division = "";

    @Override
    int run(Office open) {
      open.directory().bureaus().create(new Bureau(id, name, division), open.actor());
      say("admin.bureau-added", id, name);
      return ExitCode.OK;
    }
  }

  /** Lists the bureaus. */
  @Command(name = "list")
  static final class ListAll extends AdminCommand {
    @Override
    int run(Office open) {
      for (Bureau bureau : open.directory().bureaus().list()) {
        out().println(bureau.id() + '\t' + bureau.name() + '\t' + bureau.division());
      }
      return ExitCode.OK;
    }
  }
}
