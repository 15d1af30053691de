package cn.anxun.app.upload;

import java.time.Duration;

/** When this phone sends photos. Calls return at once. */
public interface UploadSchedule {

  /** As soon as the network that is allowed is there; one that runs already is waited for. */
  void soon();

  /** The last one failed: not before so long. */
  void later(Duration wait);

  /** Nothing more, as somebody logs out. */
  void stop();
}
