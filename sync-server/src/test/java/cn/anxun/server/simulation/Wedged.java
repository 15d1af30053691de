package cn.anxun.server.simulation;

/** A simulation that did not come to an end; what its threads did then was printed. */
final class Wedged extends AssertionError {
  private static final long serialVersionUID = 1;

  Wedged() {
    super("no end within " + Watchdog.MOST_SECONDS + " s");
  }
}
