package cn.anxun.app.feature.shots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.content.ContentResolver;
import android.content.Intent;
import android.graphics.Bitmap;
import android.graphics.Color;
import android.net.Uri;
import android.view.View;
import androidx.recyclerview.widget.RecyclerView;
import androidx.test.core.app.ApplicationProvider;
import cn.anxun.app.HazardFixtures;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.TestDoor;
import cn.anxun.app.data.local.PhotoItem;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.photo.capture.Purpose;
import cn.anxun.app.photo.capture.ReceivedPhotos;
import cn.anxun.app.photo.capture.Shot;
import cn.anxun.app.photo.capture.ShotTray;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.record.Records;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.shadows.ShadowToast;

/** 随手拍 and messages from other apps, friendly and hostile, through the real screens. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class ShotsFlowTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject ShotTray tray;
  @Inject ReceivedPhotos received;
  @Inject Recorder recorder;
  @Inject Records records;
  @Inject TestDoor door;
  @Inject @Background Executor background;

  @Before
  public void inject() {
    hilt.inject();
  }

  @Test
  public void shots_takenInPassing_becomeAHazardOfTheNextVisit_andNothingIsLostOnTheWay() {
    away(() -> new HazardFixtures(recorder).site("阳光超市"));
    Phone phone = new Phone(background, new Destination.Home());
    assertThat(phone.shows(R.id.home_shots)).isFalse();
    phone.tap(R.id.home_shoot);
    phone.tap(R.id.capture_shutter);
    phone.tap(R.id.capture_shutter);
    phone.tap(R.id.capture_shutter);
    phone.tap(R.id.capture_done);
    assertThat(phone.text(R.id.home_shots)).isEqualTo("3 张待归入");

    phone.kill();
    phone.tap(R.id.home_shots);
    picture(phone, "shots-none-chosen", Look.PLAIN);
    phone.tap(cell(phone, 0));
    phone.tap(R.id.shots_remove);
    assertThat(count(phone)).isEqualTo(2);
    phone.tap(com.google.android.material.R.id.snackbar_action);
    assertThat(count(phone)).isEqualTo(3);

    phone.tap(cell(phone, 0));
    phone.tap(cell(phone, 1));
    phone.tap(R.id.shots_new);
    phone.tap(phone.row(R.id.inspection_sites, "阳光超市"));
    // The hazard is open with its photos, to be written down.
    assertThat(phone.shows(R.id.inspection_hazard_done)).isTrue();
    assertThat(phone.described("删除第 2 张照片").isShown()).isTrue();
    assertThat(away(() -> tray.list(Purpose.CASUAL))).hasSize(1);
    assertThat(away(() -> tray.list(Purpose.NEW_HAZARD))).isEmpty();
    phone.close();
  }

  @Test
  public void message_whenItBringsPhotos_asksWhichHazard_andRecordsTheEnterprisesReport() {
    String hazard = away(this::hazard);
    Phone phone = new Phone(background, new Destination.Home());
    receive(phone, photo(1), photo(2), text(), Uri.parse("file:///data/data/x/secret.jpg"));

    assertThat(phone.text(R.id.shots_choose_heading)).startsWith("2 张照片");
    assertThat(phone.text(R.id.shots_refused)).contains("1 个没有收下：不是照片", "不是别的应用分享的文件");
    picture(phone, "shots-choose-refused", Look.PLAIN);
    phone.type(R.id.shots_search, "没有这条");
    assertThat(phone.shows(R.id.shots_no_hazard)).isTrue();
    phone.type(R.id.shots_search, "阳光");
    phone.tap(phone.row(R.id.shots_hazards, "灭火器过期"));

    assertThat(roles(hazard)).containsExactly("report", "report");
    assertThat(away(() -> tray.list(Purpose.RECEIVED))).isEmpty();
    phone.tap(com.google.android.material.R.id.snackbar_action);
    assertThat(roles(hazard)).isEmpty();
    assertThat(away(() -> tray.list(Purpose.RECEIVED))).hasSize(2);
    phone.close();
  }

  @Test
  public void message_whenPutOff_liesWithTheShots() {
    Phone phone = new Phone(background, new Destination.Home());
    receive(phone, photo(1));
    phone.tap(R.id.shots_later);
    assertThat(phone.text(R.id.home_shots)).isEqualTo("1 张待归入");
    assertThat(away(() -> tray.list(Purpose.CASUAL))).hasSize(1);
    phone.close();
  }

  @Test
  public void message_whenHostile_isRefusedInWordsAndLeavesNothing() {
    Phone phone = new Phone(background, new Destination.Home());
    String own = ApplicationProvider.getApplicationContext().getPackageName();
    receive(phone);
    assertThat(phone.text(R.id.shots_refused)).contains("没有收到照片");
    phone.back();
    receive(
        phone,
        Uri.parse("content://" + own + ".files/shots/a.jpg"),
        Uri.parse("content://0@" + own + ".files/shots/a.jpg"),
        Uri.parse("content://" + own.toUpperCase(Locale.ROOT) + ".FILES/shots/a.jpg"),
        Uri.parse("http://example.org/a.jpg"),
        Uri.parse("content:a.jpg"));
    assertThat(phone.text(R.id.shots_refused)).startsWith("5 个没有收下：不是别的应用分享的文件");
    assertThat(away(() -> tray.list(Purpose.RECEIVED))).isEmpty();
    phone.back();
    phone.receive(
        new Intent(Intent.ACTION_SEND).setType("image/*").putExtra(Intent.EXTRA_STREAM, "text"));
    awaitReceipt(phone);
    assertThat(phone.text(R.id.shots_refused)).contains("没有收到照片");
    phone.close();
  }

  @Test
  public void message_whenOfFiveHundred_takesThirtyAndSaysSo() {
    Phone phone = new Phone(background, new Destination.Home());
    Uri[] many = new Uri[500];
    for (int i = 0; i < many.length; i++) {
      many[i] = i < 40 ? photo(i) : Uri.parse("content://other.app/none/" + i);
    }
    receive(phone, many);
    assertThat(phone.text(R.id.shots_refused)).contains("470 个没有收下：一次最多收 30 张");
    assertThat(away(() -> tray.list(Purpose.RECEIVED))).hasSize(30);
    phone.close();
  }

  @Test
  public void message_whenASendersProviderThrows_losesThatPhotoAlone() {
    Phone phone = new Phone(background, new Destination.Home());
    Uri hostile = Uri.parse("content://other.app/throws");
    shadowOf(ApplicationProvider.getApplicationContext().getContentResolver())
        .registerInputStreamSupplier(
            hostile,
            () -> {
              throw new UnsupportedOperationException("thrown in the other app");
            });
    receive(phone, hostile, photo(1));
    assertThat(phone.text(R.id.shots_refused)).isEqualTo("1 个没有收下：读不出来，请重新分享。");
    assertThat(away(() -> tray.list(Purpose.RECEIVED))).hasSize(1);
    phone.close();
  }

  @Test
  public void message_whenTwoHundredLieUnsorted_isRefusedInWords() {
    Phone phone = new Phone(background, new Destination.Home());
    receive(phone, photo(1));
    away(
        () -> {
          Shot shot = tray.list(Purpose.RECEIVED).get(0);
          List<Shot> more = new ArrayList<>();
          for (int i = 1; i < ReceivedPhotos.MOST_WAITING - 1; i++) {
            more.add(new Shot(shot.id() + i, shot.purpose(), shot.takenAt(), shot.photo()));
          }
          tray.putBack(more);
          return true;
        });

    receive(phone, photo(2), photo(3), photo(4));

    assertThat(phone.text(R.id.shots_refused)).isEqualTo("2 个没有收下：已有 200 张收到的照片没有归入，请先归入或删除。");
    assertThat(away(() -> tray.list(Purpose.RECEIVED))).hasSize(1);
    phone.close();
  }

  @Test
  public void message_whenThePhoneIsNotEnrolled_isNotTaken() {
    Phone phone = new Phone(background, new Destination.Home());
    door.hang();
    phone.receive(message(photo(1)));
    assertThat(ShadowToast.getTextOfLatestToast()).contains("请先入网");
    assertThat(received.isWaiting()).isFalse();
    assertThat(away(() -> tray.list(Purpose.RECEIVED))).isEmpty();
    phone.close();
  }

  @Test
  public void screens_inEveryLook() {
    away(this::hazard);
    away(
        () -> {
          for (int i = 1; i <= 3; i++) {
            byte[] jpeg = jpeg(i);
            String role = i == 3 ? Purpose.REPORT : Purpose.BEFORE;
            tray.add(
                new Purpose(Purpose.CASUAL, "", i == 2 ? "阳光超市 灭火器过期" : "", role),
                () -> new ByteArrayInputStream(jpeg));
            tray.add(
                new Purpose(Purpose.CHOSEN, "", "", Purpose.REPORT),
                () -> new ByteArrayInputStream(jpeg));
          }
          return true;
        });
    Screenshots.of("shots")
        .after(
            activity -> {
              RecyclerView list = activity.findViewById(R.id.shots_list);
              list.getChildAt(1).performClick();
              View actions = activity.findViewById(R.id.shots_actions);
              Screenshots.await("the actions", actions::isShown);
            })
        .open(
            new Destination.Shots(),
            Look.all(),
            root -> {
              RecyclerView list = root.findViewById(R.id.shots_list);
              return list != null && list.getChildCount() >= 6;
            });
    Screenshots.of("shots-choose")
        .open(
            new Destination.ChooseHazard(Purpose.CHOSEN, Purpose.REPORT),
            Look.all(),
            root -> {
              RecyclerView list = root.findViewById(R.id.shots_hazards);
              return list != null && list.getChildCount() >= 1;
            });
  }

  private String hazard() {
    HazardFixtures fixtures = new HazardFixtures(recorder);
    String site = fixtures.site("阳光超市");
    fixtures.hazard(site, "安全出口被货架堵塞，疏散指示标志不亮", 6);
    return fixtures.hazard(site, "灭火器过期", -2);
  }

  private static void picture(Phone phone, String name, Look look) {
    Screenshots.take(phone.activity(), name, look);
  }

  private static View cell(Phone phone, int place) {
    RecyclerView list = (RecyclerView) phone.find(R.id.shots_list);
    RecyclerView.ViewHolder holder = list.findViewHolderForAdapterPosition(place);
    assertThat(holder).isNotNull();
    return holder.itemView;
  }

  private static int count(Phone phone) {
    RecyclerView.Adapter<?> adapter = ((RecyclerView) phone.find(R.id.shots_list)).getAdapter();
    assertThat(adapter).isNotNull();
    return adapter.getItemCount();
  }

  private void receive(Phone phone, Uri... sent) {
    phone.receive(message(sent));
    awaitReceipt(phone);
  }

  private void awaitReceipt(Phone phone) {
    Screenshots.await(
        "the message",
        () -> {
          ReceivedPhotos.Receipt receipt = received.receipt().getValue();
          return receipt != null
              && !receipt.busy()
              && receipt.kept() + receipt.refused().size() > 0;
        });
    phone.settle();
  }

  private static Intent message(Uri... sent) {
    Intent intent = new Intent(Intent.ACTION_SEND_MULTIPLE).setType("image/*");
    ArrayList<Uri> streams = new ArrayList<>(List.of(sent));
    return intent.putParcelableArrayListExtra(Intent.EXTRA_STREAM, streams);
  }

  private static Uri photo(int number) {
    return serve("photo" + number, jpeg(number));
  }

  private static Uri text() {
    return serve("text", "no picture".getBytes(StandardCharsets.UTF_8));
  }

  private static Uri serve(String name, byte[] content) {
    Uri uri = Uri.parse("content://com.tencent.mm.external.fileprovider/" + name);
    ContentResolver resolver = ApplicationProvider.getApplicationContext().getContentResolver();
    shadowOf(resolver)
        .registerInputStreamSupplier(uri, () -> (InputStream) new ByteArrayInputStream(content));
    return uri;
  }

  private static byte[] jpeg(int number) {
    Bitmap bitmap = Bitmap.createBitmap(320, 240, Bitmap.Config.ARGB_8888);
    bitmap.eraseColor(Color.rgb(40 + 5 * number, 90, 120));
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    bitmap.compress(Bitmap.CompressFormat.JPEG, 90, jpeg);
    return jpeg.toByteArray();
  }

  private List<String> roles(String hazard) {
    List<String> roles = new ArrayList<>();
    for (PhotoItem photo : away(() -> records.listPhotos(hazard))) {
      roles.add(photo.role());
    }
    return roles;
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
