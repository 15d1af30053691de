package cn.anxun.app.upload;

import android.content.Context;
import androidx.work.WorkerParameters;
import javax.inject.Inject;

/** Makes {@link PhotoWorker}s. */
public final class PhotoWorkers {
  private final PhotoUpload upload;
  private final PhotoRetention retention;
  private final UploadSchedule schedule;

  @Inject
  PhotoWorkers(PhotoUpload upload, PhotoRetention retention, UploadSchedule schedule) {
    this.upload = upload;
    this.retention = retention;
    this.schedule = schedule;
  }

  /** One that is to work once. */
  public PhotoWorker make(Context context, WorkerParameters parameters) {
    return new PhotoWorker(context, parameters, upload, retention, schedule);
  }
}
