package cn.anxun.app.upload;

import android.database.SQLException;
import android.os.Handler;
import android.os.Looper;
import cn.anxun.app.account.WipeProgress;
import cn.anxun.app.device.Background;
import cn.anxun.app.photo.HandedFiles;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.photo.PhotoSweep;
import cn.anxun.app.photo.TinkPhotoFiles;
import cn.anxun.app.photo.capture.ShotTray;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.inject.Inject;
import javax.inject.Provider;

/** What is set right with photos as the process starts, whatever killed the one before. */
public final class UploadStart {
  private static final Logger LOG = Logger.getLogger(UploadStart.class.getName());

  private final TinkPhotoFiles files;
  private final PhotoStore photos;
  private final HandedFiles handed;
  private final Provider<ShotTray> tray;
  private final PhotoSweep sweep;
  private final WipeProgress wipe;
  private final UploadSchedule schedule;
  private final Clock clock;
  private final Executor background;
  private final Handler main = new Handler(Looper.getMainLooper());

  @Inject
  UploadStart(
      TinkPhotoFiles files,
      PhotoStore photos,
      HandedFiles handed,
      Provider<ShotTray> tray,
      PhotoSweep sweep,
      WipeProgress wipe,
      UploadSchedule schedule,
      Clock clock,
      @Background Executor background) {
    this.files = files;
    this.photos = photos;
    this.handed = handed;
    this.tray = tray;
    this.sweep = sweep;
    this.wipe = wipe;
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

  /** What a wipe is sealing stays as it is. */
  private void sweep() throws IOException {
    if (wipe.stage() == WipeProgress.Stage.NONE) {
      tray.get().recover();
      sweep.sweep();
    }
  }

  private void setRight() {
    handed.deletePlain(clock.instant());
    handed.deleteShared("", clock.instant().minus(HandedFiles.SHARED_FOR));
    try {
      files.takeOver();
      photos.finishFreeing();
      sweep();
    } catch (IOException | SQLException e) {
      // A full disk, or a key that is lost: everything stays as it lies until the next start.
      LOG.log(Level.WARNING, "the photos of before were not all set right", e);
    }
  }
}
