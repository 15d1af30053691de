package cn.anxun.app.feature.unlock;

/**
 * What the screen shows.
 *
 * @param at where it stands
 * @param number attempts left, or seconds to wait; else 0
 */
record PinState(At at, long number) {
  static final PinState FIRST = new PinState(At.ASKING, 0);

  /** Where it stands. */
  enum At {
    ASKING,
    BUSY,
    DONE,
    /** Not six digits. */
    NOT_SIX,
    /** The second is not the first. */
    UNLIKE,
    WRONG,
    WAIT,
    /** The server has not been heard from for too long. */
    LEASE_OVER,
    /** The server does not let the account in any more. */
    WITHDRAWN
  }
}
