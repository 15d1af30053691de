package cn.anxun.server.storage;

import static cn.anxun.server.storage.SampleEntries.CLOCK;
import static cn.anxun.server.storage.SampleEntries.INSPECTOR;

import cn.anxun.core.state.LedgerFold;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Accepts a few entries one by one and prints a line as each receipt is answered. */
final class ReceiptsForStrace {
  static final String MARK = "receipt answered";

  private ReceiptsForStrace() {}

  public static void main(String[] arguments) {
    SqliteDatabase database =
        SqliteDatabase.open(Path.of(arguments[0]), DataDirectory.BUREAU_MIGRATIONS);
    SampleEntries samples = new SampleEntries();
    try (StoredBureauLedger ledger =
        StoredBureauLedger.open(database, CLOCK, new Random(1), new LedgerFold())) {
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        ledger.accept(INSPECTOR, List.of(SampleEntries.bytes(samples.hazard())));
        System.out.println(MARK);
      }
    }
  }
}
