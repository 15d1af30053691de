package cn.anxun.app.feature.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Activity;
import android.app.Application;
import android.content.Context;
import android.content.Intent;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import android.net.Uri;
import android.provider.MediaStore;
import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import android.widget.ScrollView;
import android.widget.TextView;
import androidx.core.content.FileProvider;
import androidx.core.content.IntentCompat;
import androidx.recyclerview.widget.RecyclerView;
import androidx.test.core.app.ActivityScenario;
import androidx.test.core.app.ApplicationProvider;
import cn.anxun.app.MainActivity;
import cn.anxun.app.R;
import cn.anxun.app.Stillness;
import cn.anxun.app.navigation.Destination;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.robolectric.shadows.ShadowActivity;
import org.robolectric.util.ReflectionHelpers;

/** Drives the real screens as a finger would, and counts its taps. */
final class VisitDriver {
  private static final float TARGET_DP = 56;

  private final ActivityScenario<MainActivity> scenario;
  private final Executor background;
  private int taps;
  private int cameraTaps;
  private int pictures;

  VisitDriver(ActivityScenario<MainActivity> scenario, Executor background) {
    this.scenario = scenario;
    this.background = background;
  }

  MainActivity activity() {
    MainActivity[] held = new MainActivity[1];
    scenario.onActivity(activity -> held[0] = activity);
    return held[0];
  }

  /** Taps in the app. */
  int taps() {
    return taps;
  }

  /** Taps in the system's camera: shutter and acceptance. */
  int cameraTaps() {
    return cameraTaps;
  }

  /** Waits until nothing is under way, on the disk or on the screen. */
  void settle() {
    new Stillness(background).await();
  }

  void open(Destination destination) {
    activity().open(destination);
    settle();
  }

  /** The button on the home screen that leads there. */
  void tapTo(Destination destination) {
    taps++;
    open(destination);
  }

  View view(int id) {
    return activity().findViewById(id);
  }

  String text(int id) {
    return ((TextView) view(id)).getText().toString();
  }

  void tap(int id) {
    tap(view(id));
  }

  /** A tap, which needs a target that a thumb in a glove can hit. */
  void tap(View view) {
    assertThat(view.isShown()).as("shown: " + name(view)).isTrue();
    assertThat(view.isEnabled()).as("enabled: " + name(view)).isTrue();
    float density = view.getResources().getDisplayMetrics().density;
    assertThat(view.getHeight() / density)
        .as("height of " + name(view))
        .isGreaterThanOrEqualTo(TARGET_DP);
    assertThat(view.getWidth() / density)
        .as("width of " + name(view))
        .isGreaterThanOrEqualTo(TARGET_DP);
    taps++;
    assertThat(view.performClick()).as("clickable: " + name(view)).isTrue();
    settle();
  }

  private static String name(View view) {
    CharSequence described = view.getContentDescription();
    if (described != null) {
      return described.toString();
    }
    return view instanceof TextView text ? text.getText().toString() : view.toString();
  }

  /** The row of a list that shows this text. */
  View row(int list, String text) {
    RecyclerView rows = (RecyclerView) view(list);
    return find(
            rows,
            view -> view instanceof TextView shown && shown.getText().toString().contains(text))
        .stream()
        .findFirst()
        .map(found -> rows.findContainingItemView(found))
        .orElseThrow(() -> new AssertionError("no row with " + text));
  }

  /** Buttons for a hazard's photos and the like, by what TalkBack says. */
  View described(String start) {
    List<View> found =
        find(
            activity().findViewById(android.R.id.content),
            view ->
                view.isShown()
                    && view.getContentDescription() != null
                    && view.getContentDescription().toString().startsWith(start));
    assertThat(found).as("described as " + start).isNotEmpty();
    return found.get(0);
  }

  static List<View> find(View root, Predicate<View> fits) {
    List<View> found = new ArrayList<>();
    if (fits.test(root)) {
      found.add(root);
    }
    if (root instanceof ViewGroup group) {
      for (int i = 0; i < group.getChildCount(); i++) {
        found.addAll(find(group.getChildAt(i), fits));
      }
    }
    return found;
  }

  void type(int id, String text) {
    ((EditText) view(id)).setText(text);
    settle();
  }

  /** The chip of this text in a group. */
  View chip(int group, String text) {
    return find(
            view(group),
            view -> view instanceof TextView chip && chip.getText().toString().equals(text))
        .get(0);
  }

  void scrollDown() {
    ((ScrollView) view(R.id.inspection_scroll)).fullScroll(View.FOCUS_DOWN);
    settle();
  }

  static void allowCamera() {
    // The provider remembers the folders of the application of the test before.
    ReflectionHelpers.<Map<?, ?>>getStaticField(FileProvider.class, "sCache").clear();
    shadowOf((Application) ApplicationProvider.getApplicationContext())
        .grantPermissions(Manifest.permission.CAMERA);
  }

  /** Taps the button, and then shutter and acceptance in the camera. */
  void takePhoto(View button) {
    tap(button);
    ShadowActivity.IntentForResult asked = shadowOf(activity()).getNextStartedActivityForResult();
    assertThat(asked.intent.getAction()).isEqualTo(MediaStore.ACTION_IMAGE_CAPTURE);
    Uri file = IntentCompat.getParcelableExtra(asked.intent, MediaStore.EXTRA_OUTPUT, Uri.class);
    assertThat(file).isNotNull();
    write(file);
    cameraTaps += 2;
    shadowOf(activity()).receiveResult(asked.intent, Activity.RESULT_OK, new Intent());
    settle();
  }

  /** A picture that is like no other. */
  void write(Uri file) {
    pictures++;
    Context context = ApplicationProvider.getApplicationContext();
    try (OutputStream out = context.getContentResolver().openOutputStream(file)) {
      picture(pictures).compress(Bitmap.CompressFormat.JPEG, 90, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Bitmap picture(int number) {
    Bitmap picture = Bitmap.createBitmap(800, 600, Bitmap.Config.ARGB_8888);
    Canvas canvas = new Canvas(picture);
    canvas.drawColor(Color.rgb(40 * number % 256, 90, 200 - 20 * number % 200));
    Paint paint = new Paint();
    paint.setColor(Color.WHITE);
    paint.setTextSize(300);
    canvas.drawText(String.valueOf(number), 250, 400, paint);
    return picture;
  }
}
