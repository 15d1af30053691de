package cn.anxun.server.paper;

/** Numbers that are not given out, or not taken back. */
public final class NumberRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Code {
    /** The role may not issue this paper. */
    FORBIDDEN(403, "forbidden"),
    /** Another system gives the numbers of this paper. */
    EXTERNAL(409, "numbers-external"),
    /** Not this year, nor, in December, the next. */
    YEAR(400, "numbers-year"),
    /** The device has as many unused numbers as one may have. */
    ENOUGH(409, "numbers-enough"),
    /** More would not fit into the year's register. */
    EXHAUSTED(409, "numbers-exhausted"),
    /** Not the device's, used on a paper, or given back before by another. */
    NOT_YOURS(409, "numbers-not-yours"),
    /** The paper has its number, is void, or is none that we number. */
    NOT_WAITING(409, "numbers-not-waiting");

    private final int status;
    private final String wire;

    Code(int status, String wire) {
      this.status = status;
      this.wire = wire;
    }

    public int status() {
      return status;
    }

    /** As problems say it. */
    public String wire() {
      return wire;
    }
  }

  private final Code code;

  NumberRefusedException(Code code) {
    super(code.wire());
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
