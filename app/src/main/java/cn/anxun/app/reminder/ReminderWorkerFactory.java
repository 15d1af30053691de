package cn.anxun.app.reminder;

import android.content.Context;
import androidx.work.ListenableWorker;
import androidx.work.WorkerFactory;
import androidx.work.WorkerParameters;
import javax.inject.Inject;
import javax.inject.Provider;
import org.jspecify.annotations.Nullable;

/** Makes the {@link ReminderWorker} with what it needs. */
public final class ReminderWorkerFactory extends WorkerFactory {
  private final Provider<Reminders> reminders;
  private final Provider<ReminderSchedule> schedule;

  @Inject
  public ReminderWorkerFactory(Provider<Reminders> reminders, Provider<ReminderSchedule> schedule) {
    this.reminders = reminders;
    this.schedule = schedule;
  }

  @Override
  public @Nullable ListenableWorker createWorker(
      Context context, String workerClassName, WorkerParameters parameters) {
    return workerClassName.equals(ReminderWorker.class.getName())
        ? new ReminderWorker(context, parameters, reminders.get(), schedule.get())
        : null;
  }
}
