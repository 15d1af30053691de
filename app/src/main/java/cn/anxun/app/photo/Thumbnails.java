package cn.anxun.app.photo;

import android.graphics.Bitmap;
import android.os.Handler;
import android.os.Looper;
import android.util.LruCache;
import android.widget.ImageView;
import cn.anxun.app.R;
import cn.anxun.app.device.Background;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import javax.inject.Singleton;

/** Shows photos small, read off the main thread. */
@Singleton
public final class Thumbnails {
  private static final int PIXELS = 320;
  private static final int SCREEN_PIXELS = 2048;
  private static final int KEPT = 60;

  private final PhotoStore photos;
  private final Executor background;
  private final Handler main = new Handler(Looper.getMainLooper());
  private final LruCache<String, Bitmap> cache = new LruCache<>(KEPT);

  @Inject
  public Thumbnails(PhotoStore photos, @Background Executor background) {
    this.photos = photos;
    this.background = background;
  }

  /**
   * Shows the photo of this hash as soon as it is read, unless the view is given another before.
   */
  public void show(ImageView view, String sha256) {
    view.setTag(R.id.photo, sha256);
    Bitmap known = cache.get(sha256);
    view.setImageBitmap(known);
    if (known == null) {
      background.execute(() -> load(view, sha256));
    }
  }

  /** Shows the photo as large as a screen can, as soon as it is read. */
  public void showLarge(ImageView view, String sha256) {
    background.execute(
        () ->
            photos
                .picture(sha256, SCREEN_PIXELS)
                .ifPresent(picture -> main.post(() -> view.setImageBitmap(picture))));
  }

  private void load(ImageView view, String sha256) {
    Optional<Bitmap> thumbnail = photos.picture(sha256, PIXELS);
    if (thumbnail.isPresent()) {
      cache.put(sha256, thumbnail.get());
      main.post(
          () -> {
            if (sha256.equals(view.getTag(R.id.photo))) {
              view.setImageBitmap(thumbnail.get());
            }
          });
    }
  }
}
