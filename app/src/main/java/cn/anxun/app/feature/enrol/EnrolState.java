package cn.anxun.app.feature.enrol;

/**
 * What the screen shows.
 *
 * @param at where it stands
 * @param detail what the server says to the refusal, how many are unsent, or the name of the bureau
 *     that the phone belongs to; else ""
 */
record EnrolState(At at, String detail) {
  static final EnrolState FIRST = new EnrolState(At.ASKING, "");

  /** Where it stands. */
  enum At {
    ASKING,
    BUSY,
    DONE,
    /** What was scanned or typed is no enrolment. */
    NO_LINK,
    OFFLINE,
    /** Something answered that is not the server. */
    NOT_OURS,
    REFUSED,
    OTHER_BUREAU,
    OTHER_ACCOUNT,
    /** The phone is locked, and this is not the server that it belongs to. */
    OTHER_SERVER
  }
}
