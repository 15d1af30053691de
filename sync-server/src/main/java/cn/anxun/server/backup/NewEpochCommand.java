package cn.anxun.server.backup;

import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Sessions;
import cn.anxun.server.command.DataOption;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.Head;
import cn.anxun.server.storage.StorageException;
import cn.anxun.server.storage.StoredBureauLedger;
import cn.anxun.server.text.ServerTexts;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code new-epoch}: after PostgreSQL was restored from a backup of its own, gives each ledger
 * another epoch, so that phones offer again what the backup had not. {@code restore} does it by
 * itself for files.
 */
@Command(name = "new-epoch")
public final class NewEpochCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    Texts texts = Language.texts(spec);
    DataDirectory.view(data.path()).close();
    try (DataDirectory directory = DataDirectory.open(data.path(), "new-epoch")) {
      if (directory.postgres().isEmpty()) {
        throw new StorageException(ServerTexts.both("epoch.of-files", data.path()), null);
      }
      if (directory.postgresHasOthers()) {
        throw new StorageException(
            ServerTexts.both("move.running", directory.postgres().get()), null);
      }
      SecureRandom random = new SecureRandom();
      LedgerFold fold = new LedgerFold();
      for (String bureau : directory.bureaus()) {
        try (Database database = directory.openBureau(bureau)) {
          StoredBureauLedger.beginEpoch(database, random, fold);
          Head head = StoredBureauLedger.view(database, fold).head();
          spec.commandLine()
              .getOut()
              .println(texts.text("backup.ledger", bureau, head.seq(), head.hash()));
        }
      }
      try (Database accounts = directory.openDirectory()) {
        Sessions.endAll(accounts);
      }
    }
    spec.commandLine().getOut().println(texts.text("epoch.begun"));
    return ExitCode.OK;
  }
}
