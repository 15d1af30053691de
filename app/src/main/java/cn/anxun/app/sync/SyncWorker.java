package cn.anxun.app.sync;

import android.app.Notification;
import android.content.Context;
import androidx.core.app.NotificationChannelCompat;
import androidx.core.app.NotificationCompat;
import androidx.core.app.NotificationManagerCompat;
import androidx.work.ForegroundInfo;
import androidx.work.Worker;
import androidx.work.WorkerParameters;
import cn.anxun.app.R;
import cn.anxun.app.upload.UploadSchedule;
import cn.anxun.core.sync.SyncOutcome;
import java.time.Duration;
import java.util.Optional;

/**
 * One sync in the background; photos go after it, on their own. A sync that fails asks for the next
 * one itself, after the wait that the engine says; an error of the phone's own is thrown, so that
 * it stands in WorkManager's record and in the line on the screen.
 */
public final class SyncWorker extends Worker {
  private static final String CHANNEL = "sync";
  private static final int NOTIFICATION = 1;

  private final PhoneSync sync;
  private final SyncSchedule schedule;
  private final UploadSchedule uploads;

  public SyncWorker(
      Context context,
      WorkerParameters parameters,
      PhoneSync sync,
      SyncSchedule schedule,
      UploadSchedule uploads) {
    super(context, parameters);
    this.sync = sync;
    this.schedule = schedule;
    this.uploads = uploads;
  }

  @Override
  public Result doWork() {
    Optional<SyncOutcome> outcome = sync.sync();
    outcome.flatMap(SyncWorker::wait).ifPresent(schedule::later);
    if (outcome.isPresent()) {
      uploads.soon();
    }
    return Result.success();
  }

  private static Optional<Duration> wait(SyncOutcome outcome) {
    if (outcome instanceof SyncOutcome.Offline offline) {
      return Optional.of(offline.retryAfter());
    }
    return outcome instanceof SyncOutcome.Refused refused
        ? Optional.of(refused.retryAfter())
        : Optional.empty();
  }

  /** Android below 12 shows a notification while a sync that somebody asked for is under way. */
  @Override
  public ForegroundInfo getForegroundInfo() {
    Context context = getApplicationContext();
    NotificationManagerCompat.from(context)
        .createNotificationChannel(
            new NotificationChannelCompat.Builder(CHANNEL, NotificationManagerCompat.IMPORTANCE_LOW)
                .setName(context.getString(R.string.sync_channel))
                .build());
    Notification notification =
        new NotificationCompat.Builder(context, CHANNEL)
            .setSmallIcon(R.drawable.sync_icon)
            .setContentTitle(context.getString(R.string.sync_line_running))
            .setOngoing(true)
            .build();
    return new ForegroundInfo(NOTIFICATION, notification);
  }
}
