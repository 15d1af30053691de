package cn.anxun.server.storage;

import java.time.Instant;
import java.util.List;

/**
 * The databases of a server: the directory, and one for each bureau. Whoever opens one closes it.
 */
public interface Databases {

  /** Whether this process may write what it opens here. */
  boolean isWritable();

  /** Opens the database of accounts, grants and devices, to write where this process may. */
  Database openDirectory();

  /**
   * Opens the database of a bureau, to write where this process may; then it is made if need be.
   *
   * @param bureau 1 to 63 of a–z, 0–9 and hyphens, not starting with a hyphen
   * @throws IllegalArgumentException for a name that is not of this form
   */
  Database openBureau(String bureau);

  /** Whether the bureau has a ledger here. */
  boolean hasBureau(String bureau);

  /** Whether the bureau had a ledger here, which is elsewhere now. */
  boolean isMovedAway(String bureau);

  /**
   * Keeps the bureau's ledger aside, where nothing opens it any more; not to be called while it is
   * open.
   *
   * @param head the end of what was moved
   * @throws StorageException where the ledger does not end there
   */
  void moveAway(String bureau, Head head, Instant now);

  /** The names of the bureaus that have a ledger here, sorted. */
  List<String> bureaus();
}
