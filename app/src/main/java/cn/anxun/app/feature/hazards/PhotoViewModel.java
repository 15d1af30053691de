package cn.anxun.app.feature.hazards;

import android.content.Context;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.RectF;
import android.net.Uri;
import androidx.annotation.MainThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.device.Background;
import cn.anxun.app.photo.Caption;
import cn.anxun.app.photo.CaptionPainter;
import cn.anxun.app.photo.HandedFiles;
import cn.anxun.app.photo.PhotoStore;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** One photo: what is written below it, and a copy with its caption to be sent on. */
@HiltViewModel
public final class PhotoViewModel extends ViewModel {
  private static final int PIXELS = 2048;
  private static final float LEAST_LETTERS = 18;
  private static final String SHARED = "photo.jpg";

  private final PhotoStore photos;
  private final HandedFiles files;
  private final Executor background;
  private final MutableLiveData<Caption> caption = new MutableLiveData<>(Caption.NONE);
  private final MutableLiveData<@Nullable Optional<Uri>> drawn = new MutableLiveData<>();
  private String sha256 = "";

  @Inject
  PhotoViewModel(PhotoStore photos, HandedFiles files, @Background Executor background) {
    this.photos = photos;
    this.files = files;
    this.background = background;
  }

  @MainThread
  void begin(String photo, Caption known) {
    if (!sha256.isEmpty()) {
      return;
    }
    sha256 = photo;
    caption.setValue(known);
  }

  LiveData<Caption> caption() {
    return caption;
  }

  /** The copy that was asked for, empty where it could not be made; null once it was taken. */
  LiveData<@Nullable Optional<Uri>> drawn() {
    return drawn;
  }

  @MainThread
  void taken() {
    drawn.setValue(null);
  }

  /** Draws a copy with the caption, in which nobody is named: it leaves the bureau. */
  @MainThread
  void draw(Context context) {
    Caption known = caption.getValue();
    List<String> lines = (known == null ? Caption.NONE : known).withoutPerson().lines(context);
    background.execute(
        () -> {
          Optional<Uri> file = Optional.empty();
          try {
            Optional<Bitmap> picture = photos.whole(sha256, PIXELS);
            if (picture.isPresent()) {
              file = Optional.of(files.forSharing(withCaption(picture.get(), lines), SHARED));
            }
          } catch (IOException e) {
            // Said by the absence of the file.
            file = Optional.empty();
          }
          drawn.postValue(file);
        });
  }

  static Bitmap withCaption(Bitmap picture, List<String> lines) {
    Bitmap copy = picture.copy(Bitmap.Config.ARGB_8888, true);
    RectF whole = new RectF(0, 0, copy.getWidth(), copy.getHeight());
    CaptionPainter.draw(new Canvas(copy), whole, lines, LEAST_LETTERS);
    return copy;
  }
}
