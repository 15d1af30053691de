package cn.anxun.app;

import android.app.Application;
import androidx.work.Configuration;
import androidx.work.DelegatingWorkerFactory;
import cn.anxun.app.reminder.ReminderSchedule;
import cn.anxun.app.reminder.ReminderWorkerFactory;
import cn.anxun.app.setting.Appearance;
import cn.anxun.app.sync.SyncStart;
import cn.anxun.app.sync.SyncWorkerFactory;
import dagger.hilt.android.HiltAndroidApp;
import javax.inject.Inject;

/** The process. What it is made of is in {@code di}. */
@HiltAndroidApp(Application.class)
public final class AnxunApplication extends Hilt_AnxunApplication
    implements Configuration.Provider {
  @Inject SyncWorkerFactory workers;
  @Inject ReminderWorkerFactory reminderWorkers;
  @Inject SyncStart sync;
  @Inject ReminderSchedule reminders;
  @Inject Appearance appearance;

  @Override
  public void onCreate() {
    super.onCreate();
    appearance.apply();
    sync.begin();
    reminders.now();
  }

  @Override
  public Configuration getWorkManagerConfiguration() {
    DelegatingWorkerFactory all = new DelegatingWorkerFactory();
    all.addFactory(workers);
    all.addFactory(reminderWorkers);
    return new Configuration.Builder().setWorkerFactory(all).build();
  }
}
