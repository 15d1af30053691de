package cn.anxun.core.sync.file;

import java.io.IOException;

/** A file on the phone cannot be read, now or ever. */
public final class UnreadableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    MISSING,
    /** What lies there is not what was written. */
    DAMAGED,
    KEY_LOST
  }

  private final Reason reason;

  public UnreadableFileException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public UnreadableFileException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What is said of the file. */
  public FileProblem problem() {
    return FileProblem.of(
        switch (reason) {
          case MISSING -> FileProblem.MISSING;
          case DAMAGED -> FileProblem.DAMAGED;
          case KEY_LOST -> FileProblem.KEY_LOST;
        });
  }
}
