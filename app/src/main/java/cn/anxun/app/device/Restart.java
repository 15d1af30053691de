package cn.anxun.app.device;

/**
 * Ends the process, so that nothing of what was held in memory is left; the app that was in front
 * opens anew.
 */
public interface Restart {
  void now();
}
