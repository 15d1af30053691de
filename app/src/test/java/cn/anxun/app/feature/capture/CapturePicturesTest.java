package cn.anxun.app.feature.capture;

import android.view.View;
import android.widget.TextView;
import cn.anxun.app.FakeCamera;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.Stillness;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.TestPhotos;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.photo.capture.CameraPort.Fault;
import cn.anxun.app.photo.capture.Purpose;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.record.Author;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** Pictures of the camera's screen. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class CapturePicturesTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject FakeCamera camera;
  @Inject PhotoStore photos;
  @Inject @Background Executor background;

  @Before
  public void inject() {
    hilt.inject();
    Phone.allowCamera();
  }

  private Destination.Capture pair() throws Exception {
    FutureTask<String> before =
        new FutureTask<>(() -> TestPhotos.add(photos, 3, "before").sha256());
    background.execute(before);
    return new Destination.Capture(
        "form",
        List.of(
            new Destination.Wanted(
                "hazard", "阳光超市 安全出口、疏散通道被货架堵塞", Purpose.AFTER, before.get(), true)),
        0);
  }

  @Test
  public void camera_whileTheAfterIsShot() throws Exception {
    Screenshots.of("capture")
        .after(
            activity -> {
              activity.findViewById(R.id.capture_shutter).performClick();
              View root = activity.getWindow().getDecorView();
              Screenshots.await(
                  "the shot",
                  () ->
                      root.<TextView>findViewById(R.id.capture_count).length() > 0
                          && root.findViewById(R.id.capture_shutter).isEnabled());
              new Stillness(background).await();
            })
        .open(pair(), Look.all(), root -> isEnabled(root, R.id.capture_shutter));
  }

  @Test
  public void camera_whenAnotherAppHasIt() throws Exception {
    camera.fail(Optional.of(Fault.IN_USE));
    Screenshots.of("capture-in-use")
        .open(pair(), Look.few(), root -> isShown(root, R.id.capture_problem));
  }

  private static boolean isEnabled(View root, int id) {
    View view = root.findViewById(id);
    return view != null && view.isEnabled();
  }

  private static boolean isShown(View root, int id) {
    View view = root.findViewById(id);
    return view != null && view.isShown();
  }
}
