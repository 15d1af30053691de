package cn.anxun.server.hostile;

import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.verify.Finding;
import cn.anxun.server.verify.LedgerVerifier;
import java.util.List;

/** What {@code verify} says of the ledger of a server that runs. */
final class Verified {
  private Verified() {}

  static List<Finding> findings(RunningServer running) {
    try (DataDirectory view = DataDirectory.view(running.server().data().root());
        SqliteDatabase database = view.openBureauFile(RunningServer.BUREAU)) {
      return new LedgerVerifier(new LedgerFold())
          .verify(database, List.of(), walked -> {})
          .findings();
    }
  }
}
