package cn.anxun.core.sync.file;

import java.time.Duration;

/** Whoever has files sent: looks on, and may end it. Called from any thread. */
public interface UploadWatch {
  boolean isCancelled();

  /** How far it has come; called often. */
  void progress(UploadProgress progress);

  /**
   * Lets so much time pass, or less where it is cancelled.
   *
   * @param time at most a few seconds
   */
  void pause(Duration time);
}
