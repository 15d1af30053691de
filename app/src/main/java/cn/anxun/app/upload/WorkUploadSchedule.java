package cn.anxun.app.upload;

import androidx.work.ExistingWorkPolicy;
import androidx.work.WorkManager;
import cn.anxun.app.setting.Settings;
import cn.anxun.app.work.QueuedWork;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** {@link UploadSchedule} by WorkManager, which outlives the process and the phone's restart. */
public final class WorkUploadSchedule implements UploadSchedule {
  /** The setting {@code on} keeps photos to networks that are not paid by the byte. */
  public static final String WIFI_ONLY = "photos.wifiOnly";

  static final String SOON = "photos-soon";
  static final String LATER = "photos-later";

  private final QueuedWork queue;

  /**
   * @param work asked for when it is first needed, for it is made by the application
   */
  public WorkUploadSchedule(Supplier<WorkManager> work, Settings settings, Executor background) {
    queue = new QueuedWork(PhotoWorker.class, WIFI_ONLY, work, settings, background);
  }

  @Override
  public void soon() {
    queue.once(SOON, ExistingWorkPolicy.APPEND_OR_REPLACE, Duration.ZERO);
  }

  @Override
  public void later(Duration wait) {
    // The one that asks for it has done its work, and several that fail wait for one more together.
    queue.once(LATER, ExistingWorkPolicy.REPLACE, wait);
  }

  @Override
  public void stop() {
    queue.cancel(SOON, LATER);
  }
}
