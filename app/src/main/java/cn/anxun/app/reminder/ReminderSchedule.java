package cn.anxun.app.reminder;

import android.content.Context;
import androidx.work.ExistingWorkPolicy;
import androidx.work.OneTimeWorkRequest;
import androidx.work.WorkManager;
import cn.anxun.app.device.Background;
import dagger.hilt.android.qualifiers.ApplicationContext;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.inject.Inject;

/**
 * When it is looked next, by WorkManager, which outlives the process, the phone's restart and an
 * update of the app. No exact alarm is needed to say in the morning what is due in the day.
 */
public final class ReminderSchedule {
  static final String NEXT = "reminder-next";

  private final Context context;
  private final Executor background;

  @Inject
  public ReminderSchedule(@ApplicationContext Context context, @Background Executor background) {
    this.context = context;
    this.background = background;
  }

  /** In so long, in place of what was asked for before. Returns at once. */
  public void in(Duration wait) {
    background.execute(
        () ->
            WorkManager.getInstance(context)
                .enqueueUniqueWork(
                    NEXT,
                    ExistingWorkPolicy.REPLACE,
                    new OneTimeWorkRequest.Builder(ReminderWorker.class)
                        .setInitialDelay(wait)
                        .build()));
  }

  /** At the start of the app, and when something else was chosen. */
  public void now() {
    in(Duration.ZERO);
  }
}
