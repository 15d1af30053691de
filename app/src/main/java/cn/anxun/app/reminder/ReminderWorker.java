package cn.anxun.app.reminder;

import android.content.Context;
import androidx.work.Worker;
import androidx.work.WorkerParameters;

/** Looks in the background what is due, and asks to be called when there may be more. */
public final class ReminderWorker extends Worker {
  private final Reminders reminders;
  private final ReminderSchedule schedule;

  public ReminderWorker(
      Context context,
      WorkerParameters parameters,
      Reminders reminders,
      ReminderSchedule schedule) {
    super(context, parameters);
    this.reminders = reminders;
    this.schedule = schedule;
  }

  @Override
  public Result doWork() {
    schedule.in(reminders.look());
    return Result.success();
  }
}
