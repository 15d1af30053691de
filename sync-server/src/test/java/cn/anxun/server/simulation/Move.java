package cn.anxun.server.simulation;

/**
 * One thing that happens. Each says all of itself, so that leaving out others does not change it.
 */
sealed interface Move {
  /** The server, where a move is about one of the processes. */
  int SERVER = -1;

  /** Somebody does something on a phone. */
  record Act(int phone, long seed) implements Move {}

  /** A phone syncs; so many of a hundred of its requests are befallen. */
  record Sync(int phone, long seed, int percent) implements Move {}

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

  /** The grant of the phone's account is given anew, so that it has to fetch all again. */
  record Rescope(int phone) implements Move {}
}
