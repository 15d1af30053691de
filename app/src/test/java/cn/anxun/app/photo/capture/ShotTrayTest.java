package cn.anxun.app.photo.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import android.database.sqlite.SQLiteFullException;
import android.graphics.Bitmap;
import android.graphics.Color;
import android.util.Size;
import cn.anxun.app.SettableClock;
import cn.anxun.app.Stillness;
import cn.anxun.app.data.local.PhotoTable;
import cn.anxun.app.device.Background;
import cn.anxun.app.draft.DraftKeeper;
import cn.anxun.app.photo.DyingDisk;
import cn.anxun.app.photo.PhotoFiles;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.core.entry.EntryIds;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** What a kill leaves behind: another tray over the same disk is the process that starts next. */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class ShotTrayTest {
  private static final Purpose BEFORE = new Purpose("review", "hazard-1", "灭火器过期", Purpose.BEFORE);

  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @Inject DraftKeeper drafts;
  @Inject PhotoStore photos;
  @Inject ShotFiles files;
  @Inject EntryIds ids;
  @Inject PhotoFiles sealed;
  @Inject PhotoTable table;
  @Inject SettableClock clock;
  @Inject @Background Executor background;

  @Before
  public void inject() {
    hilt.inject();
  }

  /** The tray of a process that has just started. */
  private ShotTray start() {
    return start(photos);
  }

  private ShotTray start(PhotoStore store) {
    return new ShotTray(drafts, store, files, ids, clock, background);
  }

  @Test
  public void keep_whenKilledAtOnce_isThereInTheNextProcess() {
    ShotTray tray = start();
    Shot shot = away(() -> tray.keep(tray.reserve(BEFORE), BEFORE, jpeg(1)));

    List<Shot> found = away(() -> start().list("review"));

    assertThat(found).containsExactly(shot);
    assertThat(found.get(0).purpose()).isEqualTo(BEFORE);
    assertThat(away(() -> photos.picture(shot.photo().sha256(), 100))).isPresent();
    assertThat(away(() -> files.exists(shot.id() + ".jpg"))).isFalse();
  }

  @Test
  public void keep_whenKilledAfterThePictureWasWritten_isTakenInAtTheNextStart() {
    ShotTray tray = start();
    ShotPlace place = away(() -> tray.reserve(BEFORE));
    away(
        () -> {
          files.write(place.file(), jpeg(1));
          return true;
        });

    List<Shot> found = away(() -> start().list("review"));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).id()).isEqualTo(place.id());
    assertThat(found.get(0).purpose()).isEqualTo(BEFORE);
    assertThat(away(() -> start().list("review"))).hasSize(1);
  }

  @Test
  public void keep_whenKilledInTheMidstOfWriting_dropsTheHalfAndKeepsAllBefore() {
    ShotTray tray = start();
    Shot whole = away(() -> tray.keep(tray.reserve(BEFORE), BEFORE, jpeg(1)));
    ShotPlace place = away(() -> tray.reserve(BEFORE));
    byte[] half = jpeg(2);
    away(
        () -> {
          files.write(place.file(), Arrays.copyOf(half, half.length / 2));
          return true;
        });

    assertThat(away(() -> start().list("review"))).containsExactly(whole);
    assertThat(away(() -> files.exists(place.file()))).isFalse();
  }

  @Test
  public void keep_atWhicheverStepOfTheStoreItIsKilled_isThereOnceAfterwards() {
    boolean killed = true;
    int step = 0;
    for (; killed; step++) {
      byte[] taken = jpeg(step);
      DyingDisk disk = new DyingDisk(step);
      ShotTray dying =
          start(
              new PhotoStore(
                  disk.of(PhotoFiles.class, sealed), disk.of(PhotoTable.class, table), clock));
      killed = away(() -> DyingDisk.kills(() -> dying.keep(dying.reserve(BEFORE), BEFORE, taken)));

      List<Shot> found = away(() -> start().list("review"));

      assertThat(found).as("after %s steps", step).hasSize(step + 1);
      String sha256 = found.get(step).photo().sha256();
      assertThat(away(() -> photos.picture(sha256, 100))).isPresent();
      assertThat(away(() -> photos.find(sha256))).isPresent();
      assertThat(away(() -> files.list())).as("nothing lies open").isEmpty();
    }
    assertThat(step).as("steps at which it was killed").isGreaterThan(6);
  }

  @Test
  public void raw_whenTheDiskIsFull_waitsForTheNextStart() {
    ShotTray tray = start();
    ShotPlace place = away(() -> tray.reserve(BEFORE));
    write(place.file(), jpeg(1));
    PhotoTable full =
        (PhotoTable)
            Proxy.newProxyInstance(
                PhotoTable.class.getClassLoader(),
                new Class<?>[] {PhotoTable.class},
                (proxy, method, arguments) -> {
                  throw new SQLiteFullException("database or disk is full");
                });

    ShotTray next = start(new PhotoStore(sealed, full, clock));

    assertThat(away(() -> next.list("review"))).isEmpty();
    assertThat(away(() -> files.exists(place.file()))).isTrue();
    assertThat(away(() -> start().list("review"))).hasSize(1);
  }

  @Test
  public void raw_whenKilledBeforeItWasDeleted_isNotTakenTwice() {
    ShotTray tray = start();
    byte[] taken = jpeg(1);
    Shot shot = away(() -> tray.keep(tray.reserve(BEFORE), BEFORE, taken));
    write(shot.id() + ".jpg", taken);

    ShotTray next = start();

    assertThat(away(() -> next.list("review"))).containsExactly(shot);
    assertThat(away(() -> next.list(Purpose.CASUAL))).isEmpty();
    assertThat(away(() -> files.list())).isEmpty();
  }

  @Test
  public void raw_thatNobodyKnowsOf_isTakenInAsOfNothingYet_andWhatIsNoPhotoGoesWithAReason() {
    clock.set(Instant.now());
    byte[] whole = jpeg(1);
    write("unknown.jpg", whole);
    write("half.jpg", Arrays.copyOf(whole, whole.length / 2));
    write("text.jpg", new byte[] {1, 2, 3});
    write("empty.jpg", new byte[0]);

    assertThat(away(() -> start().list(Purpose.CASUAL))).hasSize(1);
    assertThat(away(() -> files.list()))
        .as("somebody may be writing")
        .containsExactlyInAnyOrder("half.jpg", "text.jpg", "empty.jpg");
    clock.advance(Duration.ofHours(25));

    assertThat(away(() -> start().list(Purpose.CASUAL))).hasSize(1);
    assertThat(away(() -> files.list())).isEmpty();
    assertThat(away(() -> drafts.find(ShotRecovery.GIVEN_UP)).orElseThrow())
        .contains("half.jpg", "text.jpg, 3 bytes: NOT_A_PHOTO");
  }

  @Test
  public void cameraApp_whenItLeavesHalfAPictureOrNone_isWaitedForADay() {
    ShotTray tray = start();
    ShotPlace half = away(() -> tray.reserveElsewhere(BEFORE));
    away(() -> tray.reserveElsewhere(BEFORE));
    write(half.file(), Arrays.copyOf(jpeg(1), 700));
    assertThat(away(() -> start().list("review"))).isEmpty();
    assertThat(away(() -> files.exists(half.file()))).isTrue();
    clock.advance(Duration.ofHours(25));

    assertThat(away(() -> start().list("review"))).isEmpty();

    assertThat(away(() -> files.list())).isEmpty();
    assertThat(away(() -> drafts.find(ShotRecovery.GIVEN_UP)).orElseThrow())
        .contains(half.file() + " (灭火器过期), 700 bytes");
    assertThat(away(() -> drafts.find(ShotTray.DRAFT)).orElseThrow()).contains("\"places\":[]");
  }

  @Test
  public void tray_whenWhatWasKeptCannotBeRead_showsItsPhotosAsOfNothingYet() {
    ShotTray tray = start();
    Shot first = away(() -> tray.keep(tray.reserve(BEFORE), BEFORE, jpeg(1)));
    Shot second = away(() -> tray.keep(tray.reserve(BEFORE), BEFORE, jpeg(2)));
    ShotPlace place = away(() -> tray.reserve(BEFORE));
    write(place.file(), jpeg(3));
    String kept = away(() -> drafts.find(ShotTray.DRAFT)).orElseThrow();
    away(
        () -> {
          drafts.putNow(ShotTray.DRAFT, kept.substring(0, kept.length() - 1));
          return true;
        });

    List<Shot> found = away(() -> start().list(Purpose.CASUAL));

    assertThat(found)
        .extracting(shot -> shot.photo().sha256())
        .hasSize(3)
        .contains(first.photo().sha256(), second.photo().sha256());
    assertThat(away(() -> files.list())).isEmpty();
    assertThat(away(() -> start().list(Purpose.CASUAL))).isEqualTo(found);
  }

  private void write(String name, byte[] content) {
    away(
        () -> {
          files.write(name, content);
          return true;
        });
  }

  @Test
  public void cameraApp_whenItWritesAfterTheKill_isTakenInAsItComesBack() {
    ShotTray tray = start();
    ShotPlace place = away(() -> tray.reserveElsewhere(BEFORE));
    ShotTray next = start();
    assertThat(away(() -> next.list("review"))).isEmpty();

    away(
        () -> {
          files.write(place.file(), jpeg(1));
          next.keepFromElsewhere("review");
          return true;
        });

    assertThat(away(() -> next.list("review"))).hasSize(1);
  }

  @Test
  public void handOver_leavesWhatTheOwnerDidNotTake_andAllWhereItIsKilledBefore() {
    ShotTray tray = start();
    Shot first = away(() -> tray.keep(tray.reserve(BEFORE), BEFORE, jpeg(1)));
    Shot second = away(() -> tray.keep(tray.reserve(BEFORE), BEFORE, jpeg(2)));
    tray.handOver(
        "review",
        shots -> {
          assertThat(shots).containsExactly(first, second);
          // Killed here, both are still on the disk.
          drafts.put("review-draft", "with the first");
          return List.of(first);
        });
    assertThat(away(() -> start().list("review"))).containsExactly(first, second);
    new Stillness(background).await();

    assertThat(away(() -> start().list("review"))).containsExactly(second);
    assertThat(away(() -> drafts.find("review-draft"))).contains("with the first");
  }

  @Test
  public void remove_whenPutBack_standsWhereItStood() {
    ShotTray tray = start();
    Shot first = away(() -> tray.keep(tray.reserve(BEFORE), BEFORE, jpeg(1)));
    Shot second = away(() -> tray.keep(tray.reserve(BEFORE), BEFORE, jpeg(2)));
    away(
        () -> {
          tray.remove(List.of(first));
          return true;
        });
    assertThat(away(() -> tray.list("review"))).containsExactly(second);
    away(
        () -> {
          tray.putBack(List.of(first));
          return true;
        });
    assertThat(away(() -> start().list("review"))).containsExactly(first, second);
  }

  @Test
  public void add_whenItIsNoPicture_isRefusedAndLeavesNothing() {
    ShotTray tray = start();
    assertThatThrownBy(
            () ->
                away(() -> tray.add(BEFORE, () -> new ByteArrayInputStream(new byte[] {1, 2, 3}))))
        .hasRootCauseInstanceOf(PhotoRejectedException.class);
    assertThat(away(() -> tray.list("review"))).isEmpty();
  }

  @Test
  public void sizes_areTheLargestThatARecordCanUse_andTheFinderShowsTheSame() {
    List<Size> stills = List.of(new Size(8000, 6000), new Size(4000, 3000), new Size(3840, 2160));
    Size still = CameraGeometry.still(stills).orElseThrow();
    assertThat(still).isEqualTo(new Size(4000, 3000));
    assertThat(
            CameraGeometry.finder(
                List.of(new Size(1920, 1080), new Size(1440, 1080), new Size(640, 480)), still))
        .contains(new Size(1440, 1080));
    assertThat(CameraGeometry.still(List.of())).isEmpty();
  }

  @Test
  public void picture_isTurnedAsThePhoneIsHeld() {
    assertThat(CameraGeometry.upright(90, 0, false)).isEqualTo(90);
    assertThat(CameraGeometry.upright(90, 268, false)).isZero();
    assertThat(CameraGeometry.upright(90, 95, false)).isEqualTo(180);
    assertThat(CameraGeometry.upright(270, 90, true)).isEqualTo(180);
  }

  private static byte[] jpeg(int number) {
    Bitmap bitmap = Bitmap.createBitmap(320, 240, Bitmap.Config.ARGB_8888);
    bitmap.eraseColor(Color.rgb(40 * number % 256, 90, 120 + 10 * (number / 6)));
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    bitmap.compress(Bitmap.CompressFormat.JPEG, 90, jpeg);
    return jpeg.toByteArray();
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
