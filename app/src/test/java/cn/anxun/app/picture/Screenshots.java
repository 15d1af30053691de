package cn.anxun.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.view.View;
import androidx.test.core.app.ActivityScenario;
import cn.anxun.app.FreshProcess;
import cn.anxun.app.MainActivity;
import cn.anxun.app.navigation.Destination;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.shadows.ShadowLooper;

/**
 * Opens a screen and draws it into {@code target/screens}, once for each look. Everything tapped in
 * a picture is checked for its size and its words.
 *
 * <pre>
 * Screenshots.of("hazards-full").open(new Destination.Hazards(), Look.all(), screen -> …shown…);
 * </pre>
 */
public final class Screenshots {
  private static final Path DIRECTORY = Path.of("target", "screens");
  private static final long PATIENCE_MILLIS = 15_000;

  private final String name;
  private Consumer<MainActivity> preparation = activity -> {};

  private Screenshots(String name) {
    this.name = name;
  }

  /** Pictures of this name: screen and state, such as {@code home-empty}. */
  public static Screenshots of(String name) {
    return new Screenshots(name);
  }

  /** What is done on the screen before the picture is taken, such as opening a menu. */
  public Screenshots after(Consumer<MainActivity> steps) {
    preparation = steps;
    return this;
  }

  /** Takes the pictures as soon as the screen shows what it is to show. */
  public void open(Destination destination, List<Look> looks, Predicate<View> shown) {
    for (Look look : looks) {
      set(look);
      try (ActivityScenario<MainActivity> scenario = ActivityScenario.launch(MainActivity.class)) {
        scenario.onActivity(
            activity -> {
              activity.restart(destination);
              View root = activity.getWindow().getDecorView();
              await(name + ' ' + look.suffix(), () -> shown.test(root));
              preparation.accept(activity);
              take(activity, name, look);
            });
      }
    }
    RuntimeEnvironment.setFontScale(1.0f);
    RuntimeEnvironment.setQualifiers("+" + Look.PLAIN.qualifiers());
  }

  /** Sets the phone so; before the activity is launched. */
  public static void set(Look look) {
    RuntimeEnvironment.setQualifiers("+" + look.qualifiers());
    RuntimeEnvironment.setFontScale(look.fontScale());
    FreshProcess.begin();
  }

  /** Draws what is on the screen now, in the midst of a longer way. */
  public static void take(MainActivity activity, String name, Look look) {
    settle();
    View root = activity.getWindow().getDecorView();
    Touchables.check(name, root);
    write(root, DIRECTORY.resolve(name + '-' + look.suffix() + ".png"));
  }

  /** Runs what the main thread has to do until this holds; fails after 15 seconds. */
  public static void await(String what, Condition condition) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    ShadowLooper.idleMainLooper();
    while (!condition.holds()) {
      if (System.nanoTime() > until) {
        fail("waited " + PATIENCE_MILLIS + " ms in vain: " + what);
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      ShadowLooper.idleMainLooper();
    }
  }

  /** Lets animations come to their end. */
  public static void settle() {
    ShadowLooper.idleMainLooper(2, TimeUnit.SECONDS);
  }

  private static void write(View root, Path file) {
    assertThat(root.getWidth()).isPositive();
    Bitmap bitmap = Bitmap.createBitmap(root.getWidth(), root.getHeight(), Bitmap.Config.ARGB_8888);
    root.draw(new Canvas(bitmap));
    try {
      Files.createDirectories(DIRECTORY);
      try (OutputStream out = Files.newOutputStream(file)) {
        bitmap.compress(Bitmap.CompressFormat.PNG, 100, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      bitmap.recycle();
    }
  }

  /** What is waited for. */
  @FunctionalInterface
  public interface Condition {
    boolean holds();
  }
}
