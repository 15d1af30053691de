package cn.anxun.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.content.Intent;
import android.graphics.Bitmap;
import android.net.ConnectivityManager;
import android.net.ConnectivityManager.NetworkCallback;
import android.net.Network;
import android.net.NetworkCapabilities;
import android.net.Uri;
import android.os.Looper;
import android.view.KeyEvent;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import cn.anxun.app.server.ServerProcess;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.model.FrameworkMethod;
import org.junit.runners.model.InitializationError;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;
import org.robolectric.internal.bytecode.InstrumentationConfiguration;
import org.robolectric.shadows.ShadowNetworkCapabilities;

/**
 * Goes through the screens of what R8 made of the app by the release's rules: shrunk, optimized and
 * renamed. Only the profile release runs it, with {@code shrunk.jar} in place of the app and of all
 * libraries in it; so it names nothing but Android's own classes, and of the app only what the
 * manifest names. Android's SQLite stands in for SQLCipher, a plain vault for the Keystore ({@code
 * src/shrunk}). Android 8 is the oldest that it runs on, and the one of which Robolectric tells
 * WorkManager that there is a network.
 */
@RunWith(ReleaseSmokeTest.ShrunkRunner.class)
@Config(application = AnxunApplication.class, sdk = 26)
public final class ReleaseSmokeTest {
  /**
   * Loads what R8 left in Kotlin's packages by the loader of the app's other classes, which they
   * are entangled with by now; Robolectric leaves Kotlin to the loader of the tests.
   */
  public static final class ShrunkRunner extends RobolectricTestRunner {
    public ShrunkRunner(Class<?> test) throws InitializationError {
      super(test);
    }

    @Override
    protected InstrumentationConfiguration createClassLoaderConfig(FrameworkMethod method) {
      InstrumentationConfiguration.Builder builder =
          new InstrumentationConfiguration.Builder(super.createClassLoaderConfig(method));
      builder.packagesToNotAcquire.removeIf(name -> name.startsWith("kotlin"));
      return builder.build();
    }
  }

  private static final Duration LONGEST = Duration.ofSeconds(90);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private ActivityController<MainActivity> controller;

  /** One test, for WorkManager lives as long as the process. */
  @Test
  public void app_whenUsedFromEnrolmentToFigures_doesAsItDidBeforeItWasShrunk() {
    assertThatThrownBy(() -> Class.forName("cn.anxun.app.feature.home.HomeFragment"))
        .as("the classes are those that R8 renamed")
        .isInstanceOf(ClassNotFoundException.class);
    try (ServerProcess server = ServerProcess.start(folder.getRoot().toPath())) {
      server.addUser("li", "李强", "inspector");
      controller = Robolectric.buildActivity(MainActivity.class).setup();
      networkComes();
      enrol(server);
      lookInto(R.id.home_inspection, "这台手机上还没有检查对象");
      lookInto(R.id.home_review, "待复查 0 条");
      lookInto(R.id.home_training, "三级教育");
      lookInto(R.id.home_hazards, "台账里还没有隐患");
      lookInto(R.id.home_more, "汇总报送");
      recordDrill();
      sync();
      assertThat(server.command("verify"))
          .as("the drill, and the numbers reserved for four papers")
          .contains("共 5 条");
      lookInto(R.id.home_statistics, "80 人次");
    }
  }

  /** A screen of layouts, Hilt and Room, which says this of what it read. */
  private void lookInto(int button, String words) {
    tap(button);
    await(() -> shows(words));
    back();
  }

  private void recordDrill() {
    tap(R.id.home_drill);
    await(() -> shows("社区防汛"));
    tap(find("社区防汛"));
    tap(R.id.ui_pad_8);
    tap(R.id.ui_pad_0);
    comeBackAfterAKill();
    pickPhoto();
    tap(R.id.activity_save);
    await(() -> isShown(R.id.activity_cards));
    back();
    await(() -> text(R.id.home_sync).equals("1 条待上传"));
  }

  /** Sealed as it is kept, and opened for its thumbnail and for the upload. */
  private void pickPhoto() {
    Bitmap wall = Bitmap.createBitmap(640, 480, Bitmap.Config.ARGB_8888);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    wall.compress(Bitmap.CompressFormat.JPEG, 90, jpeg);
    Uri photo = Uri.parse("content://media/wall");
    shadowOf(controller.get().getContentResolver())
        .registerInputStreamSupplier(photo, () -> new ByteArrayInputStream(jpeg.toByteArray()));
    tap(R.id.activity_pick);
    shadowOf(controller.get())
        .receiveResult(
            shadowOf(controller.get()).getNextStartedActivityForResult().intent,
            Activity.RESULT_OK,
            new Intent().setData(photo));
    await(() -> isShown(R.id.activity_photo));
  }

  /** Tells WorkManager, which waits for a network that leads to the Internet. */
  private void networkComes() {
    ConnectivityManager connectivity = controller.get().getSystemService(ConnectivityManager.class);
    NetworkCapabilities able = ShadowNetworkCapabilities.newInstance();
    shadowOf(able).addCapability(NetworkCapabilities.NET_CAPABILITY_INTERNET);
    shadowOf(able).addCapability(NetworkCapabilities.NET_CAPABILITY_VALIDATED);
    Network network = connectivity.getActiveNetwork();
    shadowOf(connectivity).setNetworkCapabilities(network, able);
    for (NetworkCallback waiting : List.copyOf(shadowOf(connectivity).getNetworkCallbacks())) {
      waiting.onCapabilitiesChanged(network, able);
    }
  }

  /** Files of the bureau that are pictures; the server has checked each against its hash. */
  private long countPhotosAtServer() {
    try (Stream<Path> files = Files.walk(folder.getRoot().toPath())) {
      return files.filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By WorkManager, which makes its worker by the class's name. */
  private void sync() {
    tap(R.id.home_sync);
    tap(R.id.sync_now);
    await(() -> text(R.id.sync_line).startsWith("已同步"));
    assertThat(isShown(R.id.sync_waiting_title)).isFalse();
    await(() -> countPhotosAtServer() == 1);
    back();
  }

  private void enrol(ServerProcess server) {
    await(() -> isShown(R.id.notice_agree));
    tap(R.id.notice_agree);
    await(() -> isShown(R.id.enrol_server));
    type(R.id.enrol_server, server.url());
    type(R.id.enrol_code, server.enrolmentCode("li"));
    tap(R.id.enrol_submit);
    await(() -> isShown(R.id.unlock_set_first));
    type(R.id.unlock_set_first, "314159");
    type(R.id.unlock_set_second, "314159");
    tap(R.id.unlock_set_done);
    await(() -> isShown(R.id.home_sync));
  }

  /** Android makes the screen again by its class's name, and the form finds what was typed. */
  private void comeBackAfterAKill() {
    await(() -> text(R.id.ui_pad_value).equals("80"));
    controller.recreate();
    await(() -> isShown(R.id.ui_pad_value) && text(R.id.ui_pad_value).equals("80"));
  }

  private void tap(int id) {
    await(() -> isShown(id) && window().findViewById(id).isEnabled());
    tap(window().findViewById(id));
  }

  private void tap(View view) {
    assertThat(view.performClick()).isTrue();
    shadowOf(Looper.getMainLooper()).idle();
  }

  private void type(int id, String text) {
    window().<TextView>findViewById(id).setText(text);
  }

  private void back() {
    Activity activity = controller.get();
    activity.dispatchKeyEvent(new KeyEvent(KeyEvent.ACTION_DOWN, KeyEvent.KEYCODE_BACK));
    activity.dispatchKeyEvent(new KeyEvent(KeyEvent.ACTION_UP, KeyEvent.KEYCODE_BACK));
    await(() -> isShown(R.id.home_sync));
  }

  private boolean isShown(int id) {
    View view = window().findViewById(id);
    return view != null && view.isShown();
  }

  private String text(int id) {
    return window().<TextView>findViewById(id).getText().toString();
  }

  private boolean shows(String text) {
    return texts().stream().anyMatch(shown -> shown.contains(text));
  }

  private View find(String text) {
    return views(window()).stream()
        .filter(view -> view instanceof TextView shown && shown.getText().toString().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing says " + text + ", but " + texts()));
  }

  private List<String> texts() {
    return views(window()).stream()
        .filter(view -> view.isShown() && view instanceof TextView)
        .map(view -> ((TextView) view).getText().toString())
        .toList();
  }

  private View window() {
    return controller.get().getWindow().getDecorView();
  }

  private static List<View> views(View within) {
    List<View> views = new ArrayList<>(List.of(within));
    if (within instanceof ViewGroup group) {
      for (int i = 0; i < group.getChildCount(); i++) {
        views.addAll(views(group.getChildAt(i)));
      }
    }
    return views;
  }

  /** What is under way behind the screen is R8's to name, so that nothing but the screen tells. */
  private void await(BooleanSupplier condition) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the screen still shows " + texts());
      }
      shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(20));
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
