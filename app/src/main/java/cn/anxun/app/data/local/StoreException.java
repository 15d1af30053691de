package cn.anxun.app.data.local;

/** What the phone's disk would not do. Nothing of the call was kept, and nothing else was lost. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The disk is full: room must be made, then it can be tried again. */
    FULL,
    /** The database cannot be read or written. */
    BROKEN
  }

  private final Reason reason;

  public StoreException(Reason reason, Throwable cause) {
    super(
        reason == Reason.FULL
            ? "the phone's storage is full; nothing was saved"
            : "the phone's database cannot be used; nothing was saved: " + cause.getMessage(),
        cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
