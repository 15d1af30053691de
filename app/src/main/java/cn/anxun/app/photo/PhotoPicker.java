package cn.anxun.app.photo;

import android.Manifest;
import android.content.ActivityNotFoundException;
import android.content.ContentResolver;
import android.content.Context;
import android.content.pm.PackageManager;
import android.net.Uri;
import android.os.Bundle;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.PickVisualMediaRequest;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.core.content.ContextCompat;
import androidx.core.content.FileProvider;
import androidx.fragment.app.Fragment;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a photo by the phone's own camera app, or has one chosen. To be made in the screen's {@code
 * onCreate}; what was under way when the process was killed is heard as the screen comes back.
 */
public final class PhotoPicker {
  private static final String STATE = "photo_picker";
  private static final String PENDING = "pending";
  private static final int MOST_AT_ONCE = 20;

  private final Fragment screen;
  private final Consumer<PhotoSource> taken;
  private final ActivityResultLauncher<Uri> camera;
  private final ActivityResultLauncher<String> permission;
  private final ActivityResultLauncher<PickVisualMediaRequest> picker;
  private final ActivityResultLauncher<PickVisualMediaRequest> severalPicker;

  /** Where the camera writes. */
  private @Nullable Uri pending;

  /**
   * For this screen.
   *
   * @param taken is given each photo, on the main thread; nothing where the person went back
   */
  public PhotoPicker(Fragment screen, Consumer<PhotoSource> taken) {
    this.screen = screen;
    this.taken = taken;
    camera =
        screen.registerForActivityResult(
            new ActivityResultContracts.TakePicture(), this::takeFromCamera);
    permission =
        screen.registerForActivityResult(
            new ActivityResultContracts.RequestPermission(),
            granted -> {
              if (granted) {
                launchCamera();
              } else {
                pick();
              }
            });
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
    Bundle kept = screen.getSavedStateRegistry().consumeRestoredStateForKey(STATE);
    String uri = kept == null ? null : kept.getString(PENDING);
    pending = uri == null ? null : Uri.parse(uri);
    screen.getSavedStateRegistry().registerSavedStateProvider(STATE, this::save);
  }

  private Bundle save() {
    Bundle state = new Bundle();
    if (pending != null) {
      state.putString(PENDING, pending.toString());
    }
    return state;
  }

  /** Opens the camera; the picker where the phone has none, or where it may not be used. */
  public void camera() {
    Context context = screen.requireContext();
    boolean granted =
        ContextCompat.checkSelfPermission(context, Manifest.permission.CAMERA)
            == PackageManager.PERMISSION_GRANTED;
    if (granted) {
      launchCamera();
    } else {
      permission.launch(Manifest.permission.CAMERA);
    }
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

  private void launchCamera() {
    try {
      Uri file = newFile(screen.requireContext());
      pending = file;
      camera.launch(file);
    } catch (ActivityNotFoundException | IOException e) {
      // No camera app, or no space to write to: a photo may still be chosen.
      pick();
    }
  }

  private void takeFromCamera(boolean isTaken) {
    Uri photo = pending;
    pending = null;
    if (isTaken && photo != null) {
      taken.accept(source(photo));
    }
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

  private static Uri newFile(Context context) throws IOException {
    File directory = new File(context.getCacheDir(), "captured");
    if (!directory.isDirectory() && !directory.mkdirs()) {
      throw new IOException("cannot make the directory for photos");
    }
    File file = File.createTempFile("photo", ".jpg", directory);
    return FileProvider.getUriForFile(context, context.getPackageName() + ".files", file);
  }
}
