package cn.anxun.server.admin;

import cn.anxun.server.auth.Audit;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.command.ExitCode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bureau}: the bureaus of this server. */
@Command(
    name = "bureau",
    subcommands = {
      BureauCommand.Add.class,
      BureauCommand.ListAll.class,
      BureauCommand.AuditOf.class
    })
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

  /** Prints the audit of a bureau; without one, that of the whole server: logins, accounts. */
  @Command(name = "audit")
  static final class AuditOf extends AdminCommand {
    private static final int AT_ONCE = 1_000;

    @Parameters(paramLabel = "BUREAU", arity = "0..1", defaultValue = "")
    private String bureau = "";

    @Override
    int run(Office open) {
      List<Audit.Row> rows = open.directory().audit().list(bureau, 0, AT_ONCE);
      while (!rows.isEmpty()) {
        rows.forEach(this::print);
        rows = open.directory().audit().list(bureau, rows.get(rows.size() - 1).id(), AT_ONCE);
      }
      return ExitCode.OK;
    }

    private void print(Audit.Row row) {
      AuditEvent event = row.event();
      out()
          .println(
              String.join(
                  "\t",
                  row.at().toString(),
                  event.actor(),
                  event.device(),
                  event.action(),
                  event.object(),
                  event.detail()));
    }
  }
}
