package cn.anxun.app.sync;

import android.content.Context;
import androidx.work.ListenableWorker;
import androidx.work.WorkerFactory;
import androidx.work.WorkerParameters;
import cn.anxun.app.upload.PhotoWorker;
import cn.anxun.app.upload.PhotoWorkers;
import cn.anxun.app.upload.UploadSchedule;
import javax.inject.Inject;
import javax.inject.Provider;
import org.jspecify.annotations.Nullable;

/** Makes the {@link SyncWorker} and the {@link PhotoWorker} with what they need. */
public final class SyncWorkerFactory extends WorkerFactory {
  private final Provider<PhoneSync> sync;
  private final Provider<SyncSchedule> schedule;
  private final Provider<UploadSchedule> uploads;
  private final Provider<PhotoWorkers> photos;

  @Inject
  public SyncWorkerFactory(
      Provider<PhoneSync> sync,
      Provider<SyncSchedule> schedule,
      Provider<UploadSchedule> uploads,
      Provider<PhotoWorkers> photos) {
    this.sync = sync;
    this.schedule = schedule;
    this.uploads = uploads;
    this.photos = photos;
  }

  @Override
  public @Nullable ListenableWorker createWorker(
      Context context, String workerClassName, WorkerParameters parameters) {
    if (workerClassName.equals(SyncWorker.class.getName())) {
      return new SyncWorker(context, parameters, sync.get(), schedule.get(), uploads.get());
    }
    return workerClassName.equals(PhotoWorker.class.getName())
        ? photos.get().make(context, parameters)
        : null;
  }
}
