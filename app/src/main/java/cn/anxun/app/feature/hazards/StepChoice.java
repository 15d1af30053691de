package cn.anxun.app.feature.hazards;

/**
 * A step that a hazard's page offers.
 *
 * @param bar why it is not open
 * @param proposal whether it stays a proposal, since who is enrolled may not decide it
 */
record StepChoice(HazardStep step, Bar bar, boolean proposal) {

  /** Why a step is not open. */
  enum Bar {
    NONE,
    /** It is put right and awaits its review. */
    RECTIFIED,
    /** It is closed. */
    CLOSED,
    /** It is not closed yet: 不消除不销号. */
    NOT_CLOSED,
    /** It is void. */
    VOIDED,
    /** Another phone recorded it. */
    NOT_OWN,
    /** It is being sent, or was. */
    SENT
  }

  boolean isOpen() {
    return bar == Bar.NONE;
  }
}
