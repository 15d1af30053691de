package cn.anxun.server.backup;

import cn.anxun.core.text.Texts;
import cn.anxun.server.command.DataOption;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.storage.DataDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup}: copies a data directory, also while a server runs on it. */
@Command(name = "backup")
public final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Parameters(index = "0", paramLabel = "DIR")
  private Path target = Path.of("");

  @Override
  public Integer call() {
    Texts texts = Language.texts(spec);
    try (DataDirectory directory = DataDirectory.view(data.path())) {
      BackupManifest manifest =
          Backup.make(
              directory,
              target,
              Clock.systemUTC(),
              file -> spec.commandLine().getErr().println(texts.text("backup.progress", file)));
      spec.commandLine()
          .getOut()
          .println(texts.text("backup.made", target.toAbsolutePath(), manifest.files().size()));
      for (BackupManifest.CopiedLedger ledger : manifest.ledgers()) {
        spec.commandLine()
            .getOut()
            .println(texts.text("backup.ledger", ledger.bureau(), ledger.seq(), ledger.head()));
      }
    }
    return ExitCode.OK;
  }
}
