package cn.anxun.server.simulation;

/** The process is gone: no failure of the program, and nothing in it may live on. */
final class Killed extends Error {
  private static final long serialVersionUID = 1;

  Killed() {
    super("killed", null, false, false);
  }
}
