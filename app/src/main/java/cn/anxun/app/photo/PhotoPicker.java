package cn.anxun.app.photo;

import android.content.ContentResolver;
import android.net.Uri;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.PickVisualMediaRequest;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.fragment.app.Fragment;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Has photos chosen that are on the phone already. To be made in the screen's {@code onCreate};
 * what was under way when the process was killed is heard as the screen comes back.
 */
public final class PhotoPicker {
  private static final int MOST_AT_ONCE = 20;

  private final Fragment screen;
  private final ActivityResultLauncher<PickVisualMediaRequest> picker;
  private final ActivityResultLauncher<PickVisualMediaRequest> severalPicker;

  /**
   * For this screen.
   *
   * @param taken is given each photo, on the main thread; nothing where the person went back
   */
  public PhotoPicker(Fragment screen, Consumer<PhotoSource> taken) {
    this.screen = screen;
    picker =
        screen.registerForActivityResult(
            new ActivityResultContracts.PickVisualMedia(),
            photo -> {
              if (photo != null) {
                taken.accept(source(photo));
              }
            });
    severalPicker =
        screen.registerForActivityResult(
            new ActivityResultContracts.PickMultipleVisualMedia(MOST_AT_ONCE),
            chosen -> {
              for (Uri photo : chosen) {
                taken.accept(source(photo));
              }
            });
  }

  /** Has a photo chosen that is on the phone already. */
  public void pick() {
    picker.launch(images());
  }

  /** Has several chosen at once; each is given apart. */
  public void pickSeveral() {
    severalPicker.launch(images());
  }

  private static PickVisualMediaRequest images() {
    return new PickVisualMediaRequest.Builder()
        .setMediaType(ActivityResultContracts.PickVisualMedia.ImageOnly.INSTANCE)
        .build();
  }

  private PhotoSource source(Uri photo) {
    ContentResolver resolver = screen.requireContext().getApplicationContext().getContentResolver();
    return () -> {
      InputStream in = resolver.openInputStream(photo);
      if (in == null) {
        throw new FileNotFoundException(photo.toString());
      }
      return in;
    };
  }
}
