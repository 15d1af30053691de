package cn.anxun.server.simulation;

/**
 * One thing that happens. Each says all of itself, so that leaving out others does not change it.
 */
sealed interface Move {
  /** The server, where a move is about one of the processes. */
  int SERVER = -1;

  /** Somebody does something on a phone. */
  record Act(int phone, long seed) implements Move {}

  /** Somebody records so many things on a phone, one after the other. */
  record Bulk(int phone, long seed, int count) implements Move {}

  /** A phone syncs; so many of a hundred of its requests are befallen. */
  record Sync(int phone, long seed, int percent) implements Move {}

  /**
   * A phone syncs as above, and after so many steps of it its owner does something.
   *
   * @param deed seed of what is done
   */
  record Overlapped(int phone, long seed, int percent, Overlap.Place place, int after, long deed)
      implements Move {}

  /** Two phones sync, and the second one's push arrives while the first one's is being kept. */
  record Together(int phone, int other) implements Move {}

  /** A process will die at a transaction of its own. */
  record Kill(int process, Fate.Kill kill) implements Move {}

  /** A process finds its disk full for so many transactions. */
  record Fill(int process, int transactions) implements Move {}

  /** A clock jumps. */
  record Jump(int process, long seconds) implements Move {}

  record BackUp() implements Move {}

  /** The newest backup is restored; nothing where there is none. */
  record Restore() implements Move {}

  /** The office withdraws a phone. */
  record Revoke(int phone) implements Move {}

  /** The account of the phone's owner is disabled, or enabled again. */
  record Disable(int phone, boolean disabled) implements Move {}

  /**
   * The grant of the phone's account is given anew, for this of the divisions where it is a grid
   * worker's, so that it has to fetch all again.
   */
  record Rescope(int phone, int division) implements Move {}

  /**
   * An administrator decides on what waits in the inbox, on so many of a hundred entries: most are
   * taken, some refused.
   */
  record Decide(long seed, int percent) implements Move {}

  /** The server is put back to a version that does not know trainings yet, or set up anew. */
  record ServerVersion(boolean old) implements Move {}

  /** The server begins anew on the tables of the first release, which hold what it has. */
  record UpgradeTables() implements Move {}

  /** The app is one that does not know trainings yet, or is brought up to date, work and all. */
  record AppVersion(int phone, boolean old) implements Move {}
}
