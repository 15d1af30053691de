package cn.anxun.apk.failure;

import java.util.List;

/**
 * A build that cannot go on for a reason its author can mend. The message says what is wrong,
 * where, and what to do.
 */
public final class BuildFailure extends Exception {

  public BuildFailure(String message) {
    super(message);
  }

  public BuildFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** A heading and one line for each thing that is wrong. */
  public static BuildFailure listing(String heading, List<String> lines) {
    return new BuildFailure(heading + "\n  " + String.join("\n  ", lines));
  }
}
