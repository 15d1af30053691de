package cn.anxun.core.sync.bundle;

/** A bundle, or the receipts of one, cannot be taken; nothing of it was kept. */
public final class BundleException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The closed list of problems. */
  public enum Problem {
    /** Does not begin like one, or like one of this version. */
    NOT_A_BUNDLE,
    /** Sealed to another server's key. */
    OTHER_KEY,
    /** Does not look like receipts, or ends too early. */
    NOT_RECEIPTS,
    /** A byte was changed, or the end is missing. */
    CHANGED,
    /** More than {@link BundleFormat#MAX_BYTES} or {@link BundleFormat#MAX_ENTRIES}. */
    TOO_LARGE,
    /** The token in it is of no device of this server, or not of the device that it names. */
    UNKNOWN_DEVICE,
    /** The account may not push. */
    FORBIDDEN,
    /** The device is revoked and the inbox has no room for what is in it. */
    INBOX_FULL
  }

  private final Problem problem;

  public BundleException(Problem problem) {
    super(problem.name());
    this.problem = problem;
  }

  public BundleException(Problem problem, Throwable cause) {
    super(problem.name() + ": " + cause.getMessage(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  /** Whether the file itself is at fault, not who made it. */
  public boolean isUnreadable() {
    return problem != Problem.FORBIDDEN && problem != Problem.INBOX_FULL;
  }
}
