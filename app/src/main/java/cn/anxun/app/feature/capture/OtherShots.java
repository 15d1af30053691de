package cn.anxun.app.feature.capture;

import android.net.Uri;
import android.os.Handler;
import androidx.annotation.MainThread;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.photo.PhotoRejectedException.Reason;
import cn.anxun.app.photo.PhotoSource;
import cn.anxun.app.photo.capture.Purpose;
import cn.anxun.app.photo.capture.ShotTray;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Photos that do not come from our own camera: the phone's camera app's, and chosen ones. */
final class OtherShots {
  private final ShotTray tray;
  private final Executor background;
  private final Handler main;
  private final Consumer<Reason> rejected;

  /**
   * Into this tray.
   *
   * @param rejected is told on the main thread why one was not kept
   */
  OtherShots(ShotTray tray, Executor background, Handler main, Consumer<Reason> rejected) {
    this.tray = tray;
    this.background = background;
    this.main = main;
    this.rejected = rejected;
  }

  /** Where the phone's own camera app may write; said on the main thread. */
  @MainThread
  void place(Purpose purpose, Consumer<Uri> then) {
    background.execute(
        () -> {
          try {
            Uri uri = tray.uri(tray.reserveElsewhere(purpose));
            main.post(() -> then.accept(uri));
          } catch (PhotoRejectedException e) {
            reject(e);
          }
        });
  }

  /** The phone's own camera app has closed. */
  @MainThread
  void collect(String owner) {
    background.execute(
        () -> {
          try {
            tray.keepFromElsewhere(owner);
          } catch (PhotoRejectedException e) {
            reject(e);
          }
        });
  }

  /** These were chosen from the phone's pictures. */
  @MainThread
  void add(Purpose purpose, List<PhotoSource> chosen) {
    background.execute(
        () -> {
          for (PhotoSource one : chosen) {
            try {
              tray.add(purpose, one);
            } catch (PhotoRejectedException e) {
              reject(e);
            }
          }
        });
  }

  private void reject(PhotoRejectedException why) {
    main.post(() -> rejected.accept(why.reason()));
  }
}
