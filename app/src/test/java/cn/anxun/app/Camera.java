package cn.anxun.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Activity;
import android.app.Application;
import android.content.ClipData;
import android.content.Intent;
import android.graphics.Bitmap;
import android.net.Uri;
import androidx.core.content.FileProvider;
import androidx.test.core.app.ApplicationProvider;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.robolectric.shadows.ShadowActivity;
import org.robolectric.util.ReflectionHelpers;

/** The picker, the scanner and whatever else of the phone the app hands over to and waits for. */
final class Camera {
  private int shots;

  /** Something was opened that will come back with a result. */
  record Asked(Intent intent, int code) {
    void answer(MainActivity activity, int result, @Nullable Intent data) {
      activity.getActivityResultRegistry().dispatchResult(code, result, data);
    }
  }

  /** The person has allowed it. */
  static void allow() {
    // It keeps the folders of the application of the test before.
    ReflectionHelpers.<Map<?, ?>>getStaticField(FileProvider.class, "sCache").clear();
    Application application = ApplicationProvider.getApplicationContext();
    shadowOf(application).grantPermissions(Manifest.permission.CAMERA);
  }

  /** What the app has opened and waits for. */
  static Asked asked(MainActivity activity) {
    ShadowActivity.IntentForResult started =
        shadowOf((Activity) activity).getNextStartedActivityForResult();
    assertThat(started).as("something opened by the app").isNotNull();
    return new Asked(started.intent, started.requestCode);
  }

  /** Hands over so many photos, as the picker does. */
  void choose(MainActivity activity, int count) {
    Asked asked = asked(activity);
    ClipData chosen = null;
    for (int i = 0; i < count; i++) {
      File file = new File(activity.getCacheDir(), "shared/chosen" + i + ".jpg");
      assertThat(file.getParentFile().isDirectory() || file.getParentFile().mkdirs()).isTrue();
      Uri uri = FileProvider.getUriForFile(activity, activity.getPackageName() + ".files", file);
      write(activity, uri);
      ClipData.Item item = new ClipData.Item(uri);
      if (chosen == null) {
        chosen = new ClipData("photos", new String[] {"image/jpeg"}, item);
      } else {
        chosen.addItem(item);
      }
    }
    Intent answer = new Intent();
    answer.setClipData(chosen);
    asked.answer(activity, Activity.RESULT_OK, answer);
  }

  private void write(MainActivity activity, Uri file) {
    shots++;
    try (OutputStream out = activity.getContentResolver().openOutputStream(file)) {
      assertThat(out).isNotNull();
      FakeCamera.picture(100 + shots).compress(Bitmap.CompressFormat.JPEG, 90, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
