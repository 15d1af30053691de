package cn.anxun.server.storage;

import static cn.anxun.server.storage.SampleEntries.CLOCK;
import static cn.anxun.server.storage.SampleEntries.INSPECTOR;

import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerView;
import cn.anxun.core.state.LedgerState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Accepts a few entries one by one and prints a line as each receipt is answered. */
final class ReceiptsForStrace {
  static final String MARK = "receipt answered";

  private ReceiptsForStrace() {}

  public static void main(String[] arguments) {
    SqliteDatabase database =
        SqliteDatabase.open(Path.of(arguments[0]), DataDirectory.BUREAU_MIGRATIONS);
    SampleEntries samples = new SampleEntries();
    try (SqliteBureauLedger ledger =
        SqliteBureauLedger.open(database, CLOCK, new Random(1), ReceiptsForStrace::nothing)) {
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        ledger.accept(INSPECTOR, List.of(SampleEntries.bytes(samples.hazard())));
        System.out.println(MARK);
      }
    }
  }

  private static LedgerState nothing(LedgerView view, Cutoff cutoff) {
    return new LedgerState(cutoff, Map.of(), Map.of(), Map.of(), List.of(), Set.of());
  }
}
