package cn.anxun.app.upload;

import androidx.work.Constraints;
import androidx.work.ExistingWorkPolicy;
import androidx.work.NetworkType;
import androidx.work.OneTimeWorkRequest;
import androidx.work.WorkManager;
import cn.anxun.app.setting.Settings;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** {@link UploadSchedule} by WorkManager, which outlives the process and the phone's restart. */
public final class WorkUploadSchedule implements UploadSchedule {
  /** The setting {@code on} keeps photos to networks that are not paid by the byte. */
  public static final String WIFI_ONLY = "photos.wifiOnly";

  public static final String ON = "on";

  static final String SOON = "photos-soon";
  static final String LATER = "photos-later";

  private final Supplier<WorkManager> work;
  private final Settings settings;
  private final Executor background;

  /**
   * @param work asked for when it is first needed, for it is made by the application
   */
  public WorkUploadSchedule(Supplier<WorkManager> work, Settings settings, Executor background) {
    this.work = work;
    this.settings = settings;
    this.background = background;
  }

  @Override
  public void soon() {
    enqueue(SOON, ExistingWorkPolicy.APPEND_OR_REPLACE, Duration.ZERO);
  }

  @Override
  public void later(Duration wait) {
    // The one that asks for it has done its work, and several that fail wait for one more together.
    enqueue(LATER, ExistingWorkPolicy.REPLACE, wait);
  }

  @Override
  public void stop() {
    work.get().cancelUniqueWork(SOON);
    work.get().cancelUniqueWork(LATER);
  }

  private void enqueue(String name, ExistingWorkPolicy policy, Duration delay) {
    background.execute(
        () ->
            work.get()
                .enqueueUniqueWork(
                    name,
                    policy,
                    new OneTimeWorkRequest.Builder(PhotoWorker.class)
                        .setInitialDelay(delay)
                        .setConstraints(network())
                        .build()));
  }

  private Constraints network() {
    boolean wifiOnly = settings.find(WIFI_ONLY).filter(ON::equals).isPresent();
    return new Constraints.Builder()
        .setRequiredNetworkType(wifiOnly ? NetworkType.UNMETERED : NetworkType.CONNECTED)
        .build();
  }
}
