package cn.anxun.app.upload;

import android.content.Context;
import androidx.work.Worker;
import androidx.work.WorkerParameters;
import cn.anxun.core.sync.file.UploadOutcome;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends photos in the background. What fails asks for the next time itself, after the wait that the
 * engine says.
 */
public final class PhotoWorker extends Worker {
  private final PhotoUpload upload;
  private final PhotoRetention retention;
  private final UploadSchedule schedule;

  public PhotoWorker(
      Context context,
      WorkerParameters parameters,
      PhotoUpload upload,
      PhotoRetention retention,
      UploadSchedule schedule) {
    super(context, parameters);
    this.upload = upload;
    this.retention = retention;
    this.schedule = schedule;
  }

  @Override
  public Result doWork() {
    Optional<UploadOutcome> outcome = upload.upload(this::isStopped);
    outcome.flatMap(PhotoWorker::wait).ifPresent(schedule::later);
    if (!outcome.isPresent() || outcome.get() instanceof UploadOutcome.Done) {
      retention.freeOld();
    }
    return Result.success();
  }

  private static Optional<Duration> wait(UploadOutcome outcome) {
    if (outcome instanceof UploadOutcome.Done done) {
      return done.next();
    } else if (outcome instanceof UploadOutcome.Offline offline) {
      return Optional.of(offline.retryAfter());
    }
    return outcome instanceof UploadOutcome.Refused refused
        ? Optional.of(refused.retryAfter())
        : Optional.empty();
  }
}
