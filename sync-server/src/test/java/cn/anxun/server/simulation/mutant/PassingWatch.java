package cn.anxun.server.simulation.mutant;

import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.TransactionWatch;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;

/** Passes everything on to what watches a disk; a bug overrides where it errs. */
class PassingWatch implements TransactionWatch {
  private final TransactionWatch watch;

  PassingWatch(TransactionWatch watch) {
    this.watch = watch;
  }

  @Override
  public void begun(Database database, Handle handle) {
    watch.begun(database, handle);
  }

  @Override
  public void committing(Database database, Handle handle) {
    watch.committing(database, handle);
  }

  @Override
  public void committed(Database database, Handle handle) {
    watch.committed(database, handle);
  }

  /** Whether this is a bureau's ledger at the server. */
  static boolean isLedger(Database database) {
    return Path.of(database.describe()).getParent().endsWith("bureaus");
  }
}
