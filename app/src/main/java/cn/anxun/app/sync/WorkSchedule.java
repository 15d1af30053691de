package cn.anxun.app.sync;

import androidx.work.ExistingPeriodicWorkPolicy;
import androidx.work.ExistingWorkPolicy;
import androidx.work.OneTimeWorkRequest;
import androidx.work.OutOfQuotaPolicy;
import androidx.work.PeriodicWorkRequest;
import androidx.work.WorkManager;
import cn.anxun.app.setting.Settings;
import cn.anxun.app.work.QueuedWork;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** {@link SyncSchedule} by WorkManager, which outlives the process and the phone's restart. */
public final class WorkSchedule implements SyncSchedule {
  /** The setting {@code on} keeps background syncs to networks that are not paid by the byte. */
  public static final String WIFI_ONLY = "sync.wifiOnly";

  /** What WorkManager calls a sync that a person asked for. */
  public static final String NOW = "sync-now";

  static final String REGULAR = "sync-regular";
  static final String SOON = "sync-soon";
  static final String LATER = "sync-later";

  /** Time in which what was saved can be taken back before it is sent. */
  static final Duration UNDO = Duration.ofSeconds(10);

  private static final Duration PERIOD = Duration.ofMinutes(15);

  private final Supplier<WorkManager> work;
  private final Executor background;
  private final QueuedWork queue;

  /**
   * @param work asked for when it is first needed, for it is made by the application
   */
  public WorkSchedule(Supplier<WorkManager> work, Settings settings, Executor background) {
    this.work = work;
    this.background = background;
    queue = new QueuedWork(SyncWorker.class, WIFI_ONLY, work, settings, background);
  }

  @Override
  public void start() {
    background.execute(
        () ->
            work.get()
                .enqueueUniquePeriodicWork(
                    REGULAR,
                    ExistingPeriodicWorkPolicy.UPDATE,
                    new PeriodicWorkRequest.Builder(SyncWorker.class, PERIOD)
                        .setConstraints(queue.network())
                        .build()));
    later(Duration.ZERO);
  }

  @Override
  public void soon() {
    queue.once(SOON, ExistingWorkPolicy.REPLACE, UNDO);
  }

  @Override
  public void now() {
    // Without a network too: then it says so. One that runs already is waited for, not cut short.
    work.get()
        .enqueueUniqueWork(
            NOW,
            ExistingWorkPolicy.KEEP,
            new OneTimeWorkRequest.Builder(SyncWorker.class)
                .setExpedited(OutOfQuotaPolicy.RUN_AS_NON_EXPEDITED_WORK_REQUEST)
                .build());
  }

  @Override
  public void later(Duration wait) {
    // The one that asks for it has done its work, and several that fail wait for one more together.
    queue.once(LATER, ExistingWorkPolicy.REPLACE, wait);
  }

  @Override
  public void stop() {
    queue.cancel(REGULAR, SOON, NOW, LATER);
  }
}
