package cn.anxun.server.handout;

/**
 * Which versions are wanted, by version code. An app of any version may push; an older one than
 * {@code minimum} is told to update before anything else.
 *
 * @param minimum the oldest that is still well; 1 where every one is
 * @param recommended the oldest that needs no hint
 */
public record VersionPolicy(int minimum, int recommended) {
  public VersionPolicy {
    if (minimum < 1 || recommended < minimum) {
      throw new IllegalArgumentException(minimum + " to " + recommended);
    }
  }
}
