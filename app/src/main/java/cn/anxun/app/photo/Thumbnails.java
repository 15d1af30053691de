package cn.anxun.app.photo;

import android.graphics.Bitmap;
import android.os.Handler;
import android.os.Looper;
import android.util.LruCache;
import android.widget.ImageView;
import cn.anxun.app.R;
import cn.anxun.app.device.Background;
import cn.anxun.app.photo.ElsewherePhotos.Found;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * Shows photos small, read off the main thread. What is not on this phone is asked of the server;
 * where that cannot be, a sign stands in its place.
 */
@Singleton
public final class Thumbnails {
  private static final int PIXELS = PhotoStore.SMALL;
  private static final int SCREEN_PIXELS = 2048;
  private static final int KEPT = 60;

  private final PhotoStore photos;
  private final ElsewherePhotos elsewhere;
  private final Executor background;
  private final Handler main = new Handler(Looper.getMainLooper());
  private final LruCache<String, Bitmap> cache = new LruCache<>(KEPT);

  @Inject
  public Thumbnails(PhotoStore photos, ElsewherePhotos elsewhere, @Background Executor background) {
    this.photos = photos;
    this.elsewhere = elsewhere;
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
    showLarge(view, sha256, missing -> {});
  }

  /**
   * Shows the photo as large as a screen can, as soon as it is here.
   *
   * @param missing is told on the main thread why only a small one is seen, or none
   */
  public void showLarge(ImageView view, String sha256, Consumer<Found> missing) {
    view.setTag(R.id.photo, sha256);
    background.execute(
        () -> {
          Optional<Bitmap> here = photos.picture(sha256, SCREEN_PIXELS);
          here.ifPresent(picture -> put(view, sha256, picture));
          if (!photos.isWhole(sha256)) {
            elsewhere.whole(sha256, found -> arrived(view, sha256, found, missing));
          }
        });
  }

  private void arrived(ImageView view, String sha256, Found found, Consumer<Found> missing) {
    if (found == Found.HERE) {
      background.execute(
          () ->
              photos
                  .picture(sha256, SCREEN_PIXELS)
                  .ifPresent(picture -> put(view, sha256, picture)));
    } else {
      main.post(() -> missing.accept(found));
    }
  }

  private void load(ImageView view, String sha256) {
    Optional<Bitmap> thumbnail = photos.picture(sha256, PIXELS);
    if (thumbnail.isPresent()) {
      cache.put(sha256, thumbnail.get());
      put(view, sha256, thumbnail.get());
    } else {
      elsewhere.small(sha256, found -> loaded(view, sha256, found));
    }
  }

  private void loaded(ImageView view, String sha256, Found found) {
    if (found == Found.HERE) {
      background.execute(
          () ->
              photos
                  .picture(sha256, PIXELS)
                  .ifPresent(
                      picture -> {
                        cache.put(sha256, picture);
                        put(view, sha256, picture);
                      }));
    } else {
      main.post(
          () -> {
            if (sha256.equals(view.getTag(R.id.photo))) {
              view.setImageResource(R.drawable.photo_elsewhere);
            }
          });
    }
  }

  private void put(ImageView view, String sha256, Bitmap picture) {
    main.post(
        () -> {
          if (sha256.equals(view.getTag(R.id.photo))) {
            view.setImageBitmap(picture);
          }
        });
  }
}
