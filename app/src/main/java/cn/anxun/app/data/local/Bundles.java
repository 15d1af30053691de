package cn.anxun.app.data.local;

import androidx.lifecycle.LiveData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;

/** What went into which bundle. An entry that is edited since is in none any more. */
public final class Bundles implements BundledEntries {
  private final BundledTable table;
  private final Transactions transactions;

  @Inject
  public Bundles(AnxunDatabase database) {
    table = database.bundled();
    transactions = new Transactions(database);
  }

  /**
   * Remembers that these entries are in this bundle.
   *
   * @param bundle its SHA-256
   */
  public void keep(String bundle, List<String> ids, Instant madeAt) {
    transactions.write(
        () -> {
          table.forgetSettled();
          List<BundledRow> rows = new ArrayList<>(ids.size());
          for (String id : ids) {
            rows.add(new BundledRow(bundle, id, madeAt.toString()));
          }
          table.insert(rows);
          return true;
        });
  }

  /** The entries of this bundle, as they are now; none where this phone knows of no such bundle. */
  public Set<String> list(String bundle) {
    return transactions.read(() -> new HashSet<>(table.list(bundle)));
  }

  @Override
  public void forgetAll() {
    transactions.write(
        () -> {
          table.clear();
          return true;
        });
  }

  @Override
  public int countLoose() {
    return transactions.read(table::count).loose();
  }

  /** How much of what is pending is in a bundle. */
  public LiveData<BundledCount> watchCount() {
    return table.watchCount();
  }
}
