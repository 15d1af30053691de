package cn.anxun.app.feature.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Application;
import android.content.Intent;
import android.os.Looper;
import android.provider.MediaStore;
import android.view.KeyEvent;
import androidx.test.core.app.ApplicationProvider;
import cn.anxun.app.FakeCamera;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.data.local.DraftRow;
import cn.anxun.app.data.local.DraftTable;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.photo.capture.CameraPort;
import cn.anxun.app.photo.capture.CameraPort.Fault;
import cn.anxun.app.photo.capture.Purpose;
import cn.anxun.app.photo.capture.Shot;
import cn.anxun.app.photo.capture.ShotTray;
import cn.anxun.app.record.Author;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** The camera's screen with a camera that does as the test says. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class CaptureScreenTest {
  private static final Destination.Capture PAIR =
      new Destination.Capture(
          "form", List.of(new Destination.Wanted("hazard", "灭火器过期", Purpose.BEFORE, "", true)), 0);

  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject FakeCamera camera;
  @Inject ShotTray tray;
  @Inject DraftTable drafts;
  @Inject @Background Executor background;

  @Before
  public void inject() {
    hilt.inject();
  }

  private Phone open() {
    Phone phone = new Phone(background, new Destination.Home());
    phone.open(PAIR);
    return phone;
  }

  @Test
  public void shutter_staysOpenForShotAfterShot_byButtonAndByVolumeKey() {
    Phone phone = open();
    phone.tap(R.id.capture_shutter);
    phone
        .activity()
        .dispatchKeyEvent(new KeyEvent(KeyEvent.ACTION_DOWN, KeyEvent.KEYCODE_VOLUME_DOWN));
    phone.settle();
    assertThat(phone.text(R.id.capture_count)).isEqualTo("2");
    phone.tap(R.id.capture_after);
    assertThat(phone.shows(R.id.capture_beside)).isTrue();
    phone.tap(R.id.capture_shutter);
    phone.tap(R.id.capture_done);

    assertThat(phone.shows(R.id.capture_shutter)).isFalse();
    assertThat(camera.isOpen()).isFalse();
    List<Shot> shots = away(() -> tray.list("form"));
    assertThat(shots)
        .extracting(shot -> shot.photo().role())
        .containsExactly("before", "before", "after");
    assertThat(shots).extracting(shot -> shot.photo().sha256()).doesNotHaveDuplicates();
    phone.close();
  }

  @Test
  public void camera_opensOnlyOnceThePlaceOfTheNextPhotoIsOnTheDisk() {
    List<String> kept = new ArrayList<>();
    camera.whenOpened(() -> kept.add(CompletableFuture.supplyAsync(this::tray).join()));
    Phone phone = new Phone(background, new Destination.Home());
    CountDownLatch disk = new CountDownLatch(1);
    background.execute(
        () -> {
          try {
            disk.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    phone.activity().open(PAIR);
    shadowOf(Looper.getMainLooper()).idle();
    assertThat(kept).as("the disk has not answered yet").isEmpty();

    disk.countDown();
    phone.settle();
    assertThat(kept).hasSize(1);
    assertThat(kept.get(0)).contains("\"places\":[{", "\"owner\":\"form\"");
    phone.close();
  }

  /** What is on the disk of the tray. */
  private String tray() {
    return Optional.ofNullable(drafts.find("shots")).map(DraftRow::content).orElse("");
  }

  @Test
  public void undo_takesTheLastAway_andBack() {
    Phone phone = open();
    phone.tap(R.id.capture_shutter);
    phone.tap(R.id.capture_shutter);
    phone.tap(R.id.capture_undo);
    assertThat(phone.text(R.id.capture_count)).isEqualTo("1");
    assertThat(away(() -> tray.list("form"))).hasSize(1);
    phone.tap(com.google.android.material.R.id.snackbar_action);
    assertThat(away(() -> tray.list("form"))).hasSize(2);
    phone.close();
  }

  @Test
  public void shutter_whenPressedTwice_takesOnePictureUntilThatIsOnTheDisk() {
    camera.hold();
    Phone phone = open();
    phone.tap(R.id.capture_shutter);
    assertThat(phone.find(R.id.capture_shutter).isEnabled()).isFalse();
    phone
        .activity()
        .dispatchKeyEvent(new KeyEvent(KeyEvent.ACTION_DOWN, KeyEvent.KEYCODE_VOLUME_UP));
    assertThat(camera.shots()).isEqualTo(1);
    CameraPort.Session session = camera.session();

    phone.back();
    camera.deliver(session);
    phone.settle();

    // It was asked for before the screen was left, so it is kept.
    assertThat(away(() -> tray.list("form"))).hasSize(1);
    phone.close();
  }

  @Test
  public void shots_whenTheProcessIsKilled_areAllThere() {
    Phone phone = open();
    phone.tap(R.id.capture_shutter);
    phone.kill();
    assertThat(phone.text(R.id.capture_count)).isEqualTo("1");
    phone.shoot();
    assertThat(away(() -> tray.list("form"))).hasSize(2);
    phone.close();
  }

  @Test
  public void torch_isSwitchedOnAndOff() {
    Phone phone = open();
    phone.tap(R.id.capture_torch);
    assertThat(phone.text(R.id.capture_torch)).isEqualTo("关灯");
    phone.tap(R.id.capture_torch);
    assertThat(camera.lamp()).containsExactly(true, false);
    phone.close();
  }

  @Test
  public void camera_whenItIsTakenAway_saysSoAndTakesUpAgain() {
    Phone phone = open();
    phone.tap(R.id.capture_shutter);
    camera.take(Fault.LOST);
    phone.settle();
    assertThat(phone.text(R.id.capture_problem_text)).contains("已拍的都在");
    phone.tap(R.id.capture_retry);
    assertThat(phone.shows(R.id.capture_problem)).isFalse();
    phone.shoot();
    assertThat(away(() -> tray.list("form"))).hasSize(2);
    phone.close();
  }

  @Test
  public void camera_whenBroken_offersThePhonesOwn() {
    camera.fail(Optional.of(Fault.BROKEN));
    Phone phone = open();
    phone.tap(R.id.capture_camera_app);
    Intent opened = shadowOf(phone.activity()).getNextStartedActivityForResult().intent;
    assertThat(opened.getAction()).isEqualTo(MediaStore.ACTION_IMAGE_CAPTURE);
    phone.close();
  }

  @Test
  public void camera_whenThePermissionIsRefused_offersTheGalleryAndTheSettings() {
    Phone phone = new Phone(background, new Destination.Home());
    Application application = ApplicationProvider.getApplicationContext();
    shadowOf(application).denyPermissions(Manifest.permission.CAMERA);
    phone.open(PAIR);
    phone.refuse();
    assertThat(phone.text(R.id.capture_problem_text)).contains("没有相机权限");
    assertThat(phone.shows(R.id.capture_camera_app)).isFalse();
    assertThat(phone.shows(R.id.capture_settings)).isTrue();

    phone.tap(R.id.capture_problem_pick);
    phone.choosePhotos(3);

    assertThat(away(() -> tray.list("form"))).hasSize(3);
    phone.close();
  }

  private <T> T away(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    background.execute(task);
    try {
      return task.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
