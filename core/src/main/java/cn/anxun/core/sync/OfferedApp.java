package cn.anxun.core.sync;

/**
 * The app that a server hands out, and which versions it wants, by version code.
 *
 * @param latest the version that is handed out
 * @param minimum an older app is told to update before anything else; it may push all the same
 * @param recommended an older app is told that there is a new version
 * @param page where a person gets it, a path on the server
 */
public record OfferedApp(AppVersion latest, int minimum, int recommended, String page) {

  /** What somebody with an app should be told. */
  public enum Advice {
    NONE,
    UPDATE,
    UPDATE_NOW
  }

  public Advice adviceFor(AppVersion installed) {
    if (installed.code() < minimum) {
      return Advice.UPDATE_NOW;
    }
    return installed.code() < recommended ? Advice.UPDATE : Advice.NONE;
  }
}
