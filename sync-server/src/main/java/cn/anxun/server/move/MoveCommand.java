package cn.anxun.server.move;

import cn.anxun.core.text.Texts;
import cn.anxun.server.command.DataOption;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.command.PostgresOption;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Head;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code move-bureau}: moves a bureau to another data directory, to PostgreSQL or from it. */
@Command(name = "move-bureau")
public final class MoveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Parameters(index = "0", paramLabel = "BUREAU")
  private String bureau = "";

  @Option(names = "--to", paramLabel = "DIR", required = true)
  private Path to = Path.of("");

  @Mixin private PostgresOption postgres = new PostgresOption();

  @Override
  public Integer call() {
    Texts texts = Language.texts(spec);
    String actor = "command-line:" + System.getProperty("user.name", "");
    DataDirectory.view(data.path()).close();
    try (DataDirectory source = DataDirectory.open(data.path(), "move-bureau");
        DataDirectory target = DataDirectory.open(to, "move-bureau")) {
      postgres.tell(target);
      BureauMove.Moved moved =
          BureauMove.move(
              bureau,
              source,
              target,
              actor,
              Clock.systemUTC(),
              step -> spec.commandLine().getErr().println(texts.text(step, bureau)));
      PrintWriter out = spec.commandLine().getOut();
      Head head = moved.head();
      out.println(
          texts.text(
              "move.done", bureau, to.toAbsolutePath(), head.seq(), head.hash(), data.path()));
      moved.aside().forEach(folder -> out.println(texts.text("move.aside", folder)));
    }
    return ExitCode.OK;
  }
}
