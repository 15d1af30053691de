package cn.anxun.server.backup;

import cn.anxun.core.text.Texts;
import cn.anxun.server.command.DataOption;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore}: makes a data directory of a backup, where there is none yet. */
@Command(name = "restore")
public final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Parameters(index = "0", paramLabel = "DIR")
  private Path backup = Path.of("");

  @Override
  public Integer call() {
    Texts texts = Language.texts(spec);
    BackupManifest manifest =
        Restore.restore(
            backup,
            data.path(),
            new SecureRandom(),
            file -> spec.commandLine().getErr().println(texts.text("backup.progress", file)));
    spec.commandLine()
        .getOut()
        .println(
            texts.text(
                "backup.restored", data.path().toAbsolutePath(), manifest.created().toString()));
    for (BackupManifest.CopiedLedger ledger : manifest.ledgers()) {
      spec.commandLine()
          .getOut()
          .println(texts.text("backup.ledger", ledger.bureau(), ledger.seq(), ledger.head()));
    }
    return ExitCode.OK;
  }
}
