package cn.anxun.app.feature.inspection;

import android.Manifest;
import android.content.ActivityNotFoundException;
import android.content.Context;
import android.content.pm.PackageManager;
import android.net.Uri;
import android.view.View;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.PickVisualMediaRequest;
import androidx.activity.result.contract.ActivityResultContracts.PickMultipleVisualMedia;
import androidx.activity.result.contract.ActivityResultContracts.PickVisualMedia;
import androidx.activity.result.contract.ActivityResultContracts.RequestPermission;
import androidx.activity.result.contract.ActivityResultContracts.TakePicture;
import androidx.annotation.StringRes;
import androidx.core.content.ContextCompat;
import androidx.fragment.app.Fragment;
import cn.anxun.app.R;
import cn.anxun.app.photo.PhotoWords;
import com.google.android.material.snackbar.Snackbar;
import java.util.function.Supplier;

/**
 * Asks the system's camera and its picker for photos of a hazard. Made with its screen, so that an
 * answer reaches it after a kill, too.
 */
final class PhotoAsking {
  /** The most pictures chosen at once. */
  private static final int MOST = 9;

  private final Fragment screen;
  private final Supplier<VisitPhotos> photos;
  private final ActivityResultLauncher<Uri> camera;
  private final ActivityResultLauncher<PickVisualMediaRequest> picker;
  private final ActivityResultLauncher<String> permission;

  /** The hazard whose photo waits for the permission. */
  private String asked = "";

  PhotoAsking(Fragment screen, Supplier<VisitPhotos> photos) {
    this.screen = screen;
    this.photos = photos;
    camera = screen.registerForActivityResult(new TakePicture(), taken -> photos.get().captured());
    picker =
        screen.registerForActivityResult(
            new PickMultipleVisualMedia(MOST), chosen -> photos.get().picked(chosen));
    permission =
        screen.registerForActivityResult(
            new RequestPermission(),
            granted -> {
              if (granted && !asked.isEmpty()) {
                take(asked);
              } else if (!granted) {
                say(R.string.inspection_photo_camera_denied);
              }
            });
  }

  /** Says why a photo was not kept, as soon as that is known. */
  void observe() {
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

  void take(String hazard) {
    Context context = screen.requireContext();
    if (ContextCompat.checkSelfPermission(context, Manifest.permission.CAMERA)
        != PackageManager.PERMISSION_GRANTED) {
      asked = hazard;
      permission.launch(Manifest.permission.CAMERA);
      return;
    }
    photos
        .get()
        .beginCapture(hazard)
        .ifPresent(
            uri -> {
              try {
                camera.launch(uri);
              } catch (ActivityNotFoundException e) {
                photos.get().captured();
                say(R.string.inspection_photo_camera_none);
              }
            });
  }

  void pick(String hazard) {
    photos.get().beginPick(hazard);
    picker.launch(
        new PickVisualMediaRequest.Builder()
            .setMediaType(PickVisualMedia.ImageOnly.INSTANCE)
            .build());
  }

  private void say(@StringRes int text) {
    say(screen.getString(text));
  }

  private void say(CharSequence text) {
    View view = screen.getView();
    if (view != null) {
      Snackbar.make(view, text, Snackbar.LENGTH_LONG).setTextMaxLines(5).show();
    }
  }
}
