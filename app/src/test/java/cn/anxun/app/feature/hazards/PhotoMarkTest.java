package cn.anxun.app.feature.hazards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.app.Dialog;
import android.content.Intent;
import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import android.graphics.Canvas;
import android.net.Uri;
import android.os.SystemClock;
import android.view.MotionEvent;
import android.view.View;
import androidx.core.content.IntentCompat;
import cn.anxun.app.Behind;
import cn.anxun.app.HazardFixtures;
import cn.anxun.app.MainActivity;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.SettableClock;
import cn.anxun.app.Stillness;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.TestPhotos;
import cn.anxun.app.data.local.PhotoItem;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.photo.Caption;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.photo.ZoomImageView;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.record.Records;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.ledger.Stamp;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import okio.ByteString;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.shadows.ShadowDialog;

/** A photo of a hazard: enlarged, with its caption, marked. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class PhotoMarkTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject Recorder recorder;
  @Inject Records records;
  @Inject PhotoStore photos;
  @Inject SettableClock clock;
  @Inject RoomPhoneStore store;
  @Inject @Background Executor background;

  private Behind behind;
  private Attachment photo;
  private String hazard = "";

  @Before
  public void record() {
    hilt.inject();
    behind = new Behind(background);
    photo = behind.ask(() -> TestPhotos.add(photos, 5, "before"));
    hazard =
        behind.ask(
            () -> {
              HazardFixtures fixtures = new HazardFixtures(recorder);
              return fixtures.hazard(fixtures.site("阳光超市"), "灭火器过期", -3, photo);
            });
  }

  private Phone mark() {
    Phone phone = new Phone(background, new Destination.Hazard(hazard));
    phone.open(new Destination.Mark(hazard, photo.sha256()));
    return phone;
  }

  @Test
  public void marks_areKeptAsACopyOfItsOwn_andTheOriginalIsUntouched() {
    Phone phone = mark();
    draw(phone.activity(), 0.3f, 0.2f, 0.7f, 0.7f);
    phone.tap(R.id.hazards_mark_arrow);
    draw(phone.activity(), 0.1f, 0.9f, 0.35f, 0.6f);
    draw(phone.activity(), 0.9f, 0.9f, 0.8f, 0.1f);
    phone.tap(R.id.hazards_mark_undo);
    phone.kill();
    phone.tap(R.id.hazards_mark_save);

    List<PhotoItem> all = behind.ask(() -> records.listPhotos(hazard));
    assertThat(all).extracting(PhotoItem::role).containsExactly("before", "marked");
    assertThat(all.get(0).sha256()).isEqualTo(photo.sha256());
    String camera = behind.ask(() -> photos.find(photo.sha256()).orElseThrow().original());
    String marks = behind.ask(() -> photos.find(all.get(1).sha256()).orElseThrow().original());
    assertThat(camera).isNotNull().isNotEqualTo(marks);
    assertThat(originals()).as("both of what the camera wrote").containsExactly(camera, camera);
    assertThat(behind.ask(() -> recorder.originalOf(hazard, all.get(1).sha256())))
        .as("of a copy that is marked again")
        .isEqualTo(camera);
    assertThat(phone.texts()).anyMatch(text -> text.contains(photo.sha256().substring(0, 12)));
    Bitmap before = behind.ask(() -> photos.picture(photo.sha256(), 2048)).orElseThrow();
    Bitmap marked = behind.ask(() -> photos.picture(all.get(1).sha256(), 2048)).orElseThrow();
    int[] edge = {before.getWidth() / 2, Math.round(before.getHeight() * 0.2f)};
    assertThat(marked.getPixel(edge[0], edge[1])).isNotEqualTo(before.getPixel(edge[0], edge[1]));

    phone.tap(com.google.android.material.R.id.snackbar_action);
    assertThat(behind.ask(() -> records.listPhotos(hazard))).hasSize(1);
    phone.close();
  }

  /** What the record's entries say of their photos. */
  private List<String> originals() {
    return behind.ask(
        () ->
            store.listSubject(hazard, Stamp.UNSENT).stream()
                .flatMap(held -> held.entry().header().attachments().stream())
                .map(each -> each.original().orElse("none"))
                .toList());
  }

  @Test
  public void photo_isEnlargedByButtons_andSentOnWithACaptionThatNamesNobody() throws Exception {
    Phone phone = new Phone(background, new Destination.Hazard(hazard));
    phone.tap(phone.described("照片，点按放大：整改前"));
    Dialog dialog = ShadowDialog.getLatestDialog();
    ZoomImageView shown = dialog.findViewById(R.id.hazards_photo_full);
    assertThat(shown.getContentDescription().toString())
        .isEqualTo("照片：2026年3月2日 09:00 · 26-K3-0002-1，阳光超市 · li");
    assertThat(shown.zoom()).isEqualTo(1);
    dialog.findViewById(R.id.hazards_photo_larger).performClick();
    assertThat(shown.zoom()).isGreaterThan(1.5f);
    dialog.findViewById(R.id.hazards_photo_smaller).performClick();
    dialog.findViewById(R.id.hazards_photo_smaller).performClick();
    assertThat(shown.zoom()).isEqualTo(1);
    picture(dialog, "hazards-photo");

    dialog.findViewById(R.id.hazards_photo_send).performClick();
    phone.settle();
    Intent chooser = shadowOf(phone.activity()).getNextStartedActivity();
    Intent send = IntentCompat.getParcelableExtra(chooser, Intent.EXTRA_INTENT, Intent.class);
    assertThat(send).isNotNull();
    Uri file = IntentCompat.getParcelableExtra(send, Intent.EXTRA_STREAM, Uri.class);
    assertThat(file).isNotNull();
    try (InputStream in = phone.activity().getContentResolver().openInputStream(file)) {
      Bitmap sent = BitmapFactory.decodeStream(in);
      write(sent, "hazards-photo-sent");
      Caption full = new Caption(Optional.of(clock.instant()), "阳光超市", "li", "26-K3-0002-1");
      List<String> nobody = full.withoutPerson().lines(phone.activity());
      assertThat(nobody).containsExactly("2026年3月2日 09:00 · 26-K3-0002-1", "阳光超市");
      assertThat(sent.sameAs(sentWith(nobody))).isTrue();
      assertThat(sent.sameAs(sentWith(full.lines(phone.activity())))).isFalse();
    }
    phone.close();
  }

  /** What other apps get with this caption. */
  private Bitmap sentWith(List<String> caption) {
    Bitmap whole = behind.ask(() -> photos.picture(photo.sha256(), 2048)).orElseThrow();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    PhotoViewModel.withCaption(whole, caption).compress(Bitmap.CompressFormat.JPEG, 85, jpeg);
    return BitmapFactory.decodeByteArray(jpeg.toByteArray(), 0, jpeg.size());
  }

  @Test
  public void photo_ofAColleague_whenFetchedADayLater_isCaptionedWithTheTimeOfItsRecord() {
    Bitmap picture = Bitmap.createBitmap(640, 480, Bitmap.Config.ARGB_8888);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    picture.compress(Bitmap.CompressFormat.JPEG, 90, out);
    byte[] jpeg = out.toByteArray();
    String sha256 = ByteString.of(jpeg).sha256().hex();
    String theirs =
        behind.ask(
            () -> {
              HazardFixtures fixtures = new HazardFixtures(recorder);
              Attachment elsewhere = new Attachment(sha256, jpeg.length, "image/jpeg", "before");
              return fixtures.hazard(fixtures.site("月光超市"), "线路老化", -3, elsewhere);
            });
    clock.advance(Duration.ofDays(1));
    assertThat(behind.ask(() -> photos.addWhole(sha256, jpeg))).isTrue();

    Phone phone = new Phone(background, new Destination.Hazard(theirs));
    phone.tap(phone.described("照片，点按放大：整改前"));

    ZoomImageView shown = ShadowDialog.getLatestDialog().findViewById(R.id.hazards_photo_full);
    assertThat(shown.getContentDescription().toString()).contains("2026年3月2日 09:00", "月光超市");
    phone.close();
  }

  @Test
  public void mark_inEveryLook() {
    Screenshots.of("hazards-mark")
        .after(
            activity -> {
              draw(activity, 0.3f, 0.2f, 0.7f, 0.7f);
              activity.findViewById(R.id.hazards_mark_arrow).performClick();
              draw(activity, 0.1f, 0.9f, 0.35f, 0.6f);
              new Stillness(background).await();
            })
        .open(
            new Destination.Mark(hazard, photo.sha256()),
            Look.all(),
            root -> {
              MarkView view = root.findViewById(R.id.hazards_mark_photo);
              return view != null && view.getDrawable() != null && view.getWidth() > 0;
            });
  }

  /** Draws with a finger, from 0 to 1 of the picture, which is 4:3 in the middle of the view. */
  private static void draw(MainActivity activity, float fromX, float fromY, float toX, float toY) {
    View view = activity.findViewById(R.id.hazards_mark_photo);
    float width = Math.min(view.getWidth(), view.getHeight() * 4 / 3f);
    float height = width * 3 / 4;
    float left = (view.getWidth() - width) / 2;
    float top = (view.getHeight() - height) / 2;
    touch(view, MotionEvent.ACTION_DOWN, left + fromX * width, top + fromY * height);
    touch(view, MotionEvent.ACTION_MOVE, left + toX * width, top + toY * height);
    touch(view, MotionEvent.ACTION_UP, left + toX * width, top + toY * height);
  }

  private static void touch(View view, int action, float x, float y) {
    long now = SystemClock.uptimeMillis();
    MotionEvent event = MotionEvent.obtain(now, now, action, x, y, 0);
    view.dispatchTouchEvent(event);
    event.recycle();
  }

  private static void picture(Dialog dialog, String name) throws Exception {
    Screenshots.settle();
    View root = dialog.getWindow().getDecorView();
    Bitmap bitmap = Bitmap.createBitmap(root.getWidth(), root.getHeight(), Bitmap.Config.ARGB_8888);
    root.draw(new Canvas(bitmap));
    write(bitmap, name);
  }

  private static void write(Bitmap bitmap, String name) throws Exception {
    Path file = Path.of("target", "screens", name + ".png");
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      bitmap.compress(Bitmap.CompressFormat.PNG, 100, out);
    }
  }
}
