package cn.anxun.app.work;

import androidx.work.Constraints;
import androidx.work.ExistingWorkPolicy;
import androidx.work.ListenableWorker;
import androidx.work.NetworkType;
import androidx.work.OneTimeWorkRequest;
import androidx.work.WorkManager;
import cn.anxun.app.setting.Settings;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * One kind of work on the network in WorkManager's queue, which outlives the process and the
 * phone's restart. A setting keeps it to networks that are not paid by the byte.
 */
public final class QueuedWork {
  private final Class<? extends ListenableWorker> worker;
  private final String wifiOnly;
  private final Supplier<WorkManager> work;
  private final Settings settings;
  private final Executor background;

  /**
   * @param wifiOnly the name of the setting
   * @param work asked for when it is first needed, for it is made by the application
   */
  public QueuedWork(
      Class<? extends ListenableWorker> worker,
      String wifiOnly,
      Supplier<WorkManager> work,
      Settings settings,
      Executor background) {
    this.worker = worker;
    this.wifiOnly = wifiOnly;
    this.work = work;
    this.settings = settings;
    this.background = background;
  }

  /** Queues it once under this name, when the network is there after so long. Returns at once. */
  public void once(String name, ExistingWorkPolicy policy, Duration delay) {
    background.execute(
        () ->
            work.get()
                .enqueueUniqueWork(
                    name,
                    policy,
                    new OneTimeWorkRequest.Builder(worker)
                        .setInitialDelay(delay)
                        .setConstraints(network())
                        .build()));
  }

  /** Takes what waits under these names out of the queue. */
  public void cancel(String... names) {
    for (String name : names) {
      work.get().cancelUniqueWork(name);
    }
  }

  /** The network that the setting allows. Waits for the disk. */
  public Constraints network() {
    return new Constraints.Builder()
        .setRequiredNetworkType(
            settings.isOn(wifiOnly) ? NetworkType.UNMETERED : NetworkType.CONNECTED)
        .build();
  }
}
