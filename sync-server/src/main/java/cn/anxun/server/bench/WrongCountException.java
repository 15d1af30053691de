package cn.anxun.server.bench;

/** What was done is not what was to be done: its time means nothing. */
final class WrongCountException extends Exception {
  private static final long serialVersionUID = 1L;

  WrongCountException(String message) {
    super(message);
  }

  /**
   * Holds a count against what it must be.
   *
   * @param what was counted, as the message says it
   */
  static void require(String what, long expected, long actual) throws WrongCountException {
    if (expected != actual) {
      throw new WrongCountException(what + ": " + actual + " ≠ " + expected);
    }
  }
}
