package cn.anxun.app.feature.inspection;

import android.view.View;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.PickVisualMediaRequest;
import androidx.activity.result.contract.ActivityResultContracts.PickMultipleVisualMedia;
import androidx.activity.result.contract.ActivityResultContracts.PickVisualMedia;
import androidx.fragment.app.Fragment;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.photo.PhotoWords;
import com.google.android.material.snackbar.Snackbar;
import java.util.function.Supplier;

/**
 * Asks our camera and the system's picker for photos of a hazard. Made with its screen, so that an
 * answer reaches it after a kill, too.
 */
final class PhotoAsking {
  /** The most pictures chosen at once. */
  private static final int MOST = 9;

  private final Fragment screen;
  private final Supplier<VisitPhotos> photos;
  private final ActivityResultLauncher<PickVisualMediaRequest> picker;

  PhotoAsking(Fragment screen, Supplier<VisitPhotos> photos) {
    this.screen = screen;
    this.photos = photos;
    picker =
        screen.registerForActivityResult(
            new PickMultipleVisualMedia(MOST), chosen -> photos.get().picked(chosen));
  }

  /** Takes over what was shot, and says why a photo was not kept, as soon as that is known. */
  void observe() {
    photos.get().collect();
    photos
        .get()
        .failure()
        .observe(
            screen.getViewLifecycleOwner(),
            failure -> {
              if (failure != null) {
                photos.get().failureSaid();
                say(PhotoWords.of(screen.requireContext(), failure));
              }
            });
  }

  void take(String hazard, String title) {
    photos.get().capture(hazard, title).ifPresent(Navigator.of(screen)::open);
  }

  void pick(String hazard) {
    photos.get().beginPick(hazard);
    picker.launch(
        new PickVisualMediaRequest.Builder()
            .setMediaType(PickVisualMedia.ImageOnly.INSTANCE)
            .build());
  }

  private void say(CharSequence text) {
    View view = screen.getView();
    if (view != null) {
      Snackbar.make(view, text, Snackbar.LENGTH_LONG).setTextMaxLines(5).show();
    }
  }
}
