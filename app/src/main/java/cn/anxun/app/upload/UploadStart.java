package cn.anxun.app.upload;

import android.os.Handler;
import android.os.Looper;
import cn.anxun.app.data.local.PhotoTable;
import cn.anxun.app.device.Background;
import cn.anxun.app.photo.HandedFiles;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.photo.TinkPhotoFiles;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.inject.Inject;

/** What is set right with photos as the process starts, whatever killed the one before. */
public final class UploadStart {
  private static final Logger LOG = Logger.getLogger(UploadStart.class.getName());

  private final TinkPhotoFiles files;
  private final PhotoStore photos;
  private final PhotoTable table;
  private final HandedFiles handed;
  private final UploadSchedule schedule;
  private final Clock clock;
  private final Executor background;
  private final Handler main = new Handler(Looper.getMainLooper());

  @Inject
  UploadStart(
      TinkPhotoFiles files,
      PhotoStore photos,
      PhotoTable table,
      HandedFiles handed,
      UploadSchedule schedule,
      Clock clock,
      @Background Executor background) {
    this.files = files;
    this.photos = photos;
    this.table = table;
    this.handed = handed;
    this.schedule = schedule;
    this.clock = clock;
    this.background = background;
  }

  /** Returns at once. */
  public void begin() {
    background.execute(this::setRight);
    schedule.soon();
    clearLater();
  }

  /** As long as the process lives, what was handed out does not outlive its hour by much. */
  private void clearLater() {
    main.postDelayed(
        () -> {
          background.execute(() -> handed.deletePlain(clock.instant()));
          clearLater();
        },
        HandedFiles.PLAIN_FOR.toMillis());
  }

  private void setRight() {
    handed.deletePlain(clock.instant());
    handed.deleteShared("", clock.instant().minus(HandedFiles.SHARED_FOR));
    try {
      files.takeOver();
      photos.finishFreeing();
      handed.deleteTaken(table::isUsed);
    } catch (IOException e) {
      // A full disk, or a key that is lost: everything stays as it lies until the next start.
      LOG.log(Level.WARNING, "the photos of before were not all set right", e);
    }
  }
}
