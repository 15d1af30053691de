package cn.anxun.server.simulation.mutant;

import cn.anxun.server.simulation.Wiring;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.TransactionWatch;
import org.jdbi.v3.core.Handle;

/**
 * {@code synchronous=OFF} from the second transaction on, by a setting that nobody reads back: a
 * power cut takes what was receipted, or seen saved.
 */
final class NeverSyncsTheDisk {
  private NeverSyncsTheDisk() {}

  static Wiring onTheServer() {
    return new Wiring() {
      @Override
      public TransactionWatch serverDisk(TransactionWatch disk) {
        return unsynced(disk, true);
      }
    };
  }

  static Wiring onThePhone() {
    return new Wiring() {
      @Override
      public TransactionWatch phoneDisk(int phone, TransactionWatch disk) {
        return unsynced(disk, false);
      }
    };
  }

  private static TransactionWatch unsynced(TransactionWatch disk, boolean ledgerAlone) {
    return new PassingWatch(disk) {
      @Override
      public void committed(Database database, Handle handle) {
        super.committed(database, handle);
        if (!ledgerAlone || isLedger(database)) {
          handle.execute("PRAGMA synchronous = OFF");
        }
      }
    };
  }
}
