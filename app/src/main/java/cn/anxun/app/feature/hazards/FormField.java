package cn.anxun.app.feature.hazards;

/**
 * A field of a form.
 *
 * @param name of the entry's field; {@link StepForm#DATE} for the day on which it happened
 * @param required whether it must be filled in
 */
record FormField(String name, Control control, boolean required) {

  /** How it is filled in. */
  enum Control {
    LINE,
    LINES,
    NUMBER,
    DATE,
    /** A date, with days from today beside it. */
    DEADLINE,
    /** A box to tick. */
    FLAG,
    /** Yes or no, neither of which goes without saying. */
    DECISION,
    /** A value of a code list, or of the form's own. */
    CHOICE
  }
}
