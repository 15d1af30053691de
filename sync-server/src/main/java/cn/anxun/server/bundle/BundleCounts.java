package cn.anxun.server.bundle;

/** What became of the entries of a bundle; together they are all of it. */
public record BundleCounts(int accepted, int alreadyThere, int rejected, int deferred, int held) {
  @Override
  public String toString() {
    return "accepted "
        + accepted
        + ", already there "
        + alreadyThere
        + ", rejected "
        + rejected
        + ", deferred "
        + deferred
        + ", held "
        + held;
  }
}
