package cn.anxun.app.feature.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.app.Dialog;
import android.content.Context;
import android.content.Intent;
import android.view.View;
import android.widget.TextView;
import androidx.core.content.FileProvider;
import androidx.test.core.app.ApplicationProvider;
import cn.anxun.app.Behind;
import cn.anxun.app.HazardFixtures;
import cn.anxun.app.Inflated;
import cn.anxun.app.OfficeFixtures;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.SettableClock;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.TestPhotos;
import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.data.local.PhotoRow;
import cn.anxun.app.data.local.PhotoTable;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.photo.HandedFiles;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.picture.Touchables;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.upload.PhotoRetention;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.PhoneRulesSet;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.wire.v1.KnownFilesJson;
import cn.anxun.core.sync.wire.v1.MalformedMessageException;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okio.Buffer;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.shadows.ShadowDialog;
import org.robolectric.util.ReflectionHelpers;

/** What stays on the phone how long, and what goes: never what the server lacks. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class StorageScreenTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject PhotoStore photos;
  @Inject PhotoTable table;
  @Inject RoomPhoneStore store;
  @Inject PhotoRetention retention;
  @Inject HandedFiles handed;
  @Inject Enrolments enrolments;
  @Inject Recorder recorder;
  @Inject SettableClock clock;
  @Inject @Background Executor background;

  private final MockWebServer server = new MockWebServer();
  private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
  private final List<Attachment> taken = new ArrayList<>();
  private volatile boolean offline;
  private volatile CountDownLatch mayAnswer = new CountDownLatch(0);
  private Behind behind;
  private String hazard = "";

  /** Five photos of a hazard: three confirmed by the server, which has lost one of them since. */
  @Before
  public void start() throws IOException {
    hilt.inject();
    // It remembers the folders of the test before.
    ReflectionHelpers.<Map<?, ?>>getStaticField(FileProvider.class, "sCache").clear();
    behind = new Behind(background);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start();
    String url = "http://" + server.getHostName() + ":" + server.getPort();
    hazard =
        behind.ask(
            () -> {
              enrolments.keep(enrolled(url));
              for (int i = 0; i < 5; i++) {
                taken.add(TestPhotos.add(photos, i, "before"));
              }
              HazardFixtures fixtures = new HazardFixtures(recorder);
              return fixtures.hazard(
                  fixtures.site("阳光超市"), "灭火器过期", -3, taken.toArray(new Attachment[0]));
            });
    for (Attachment photo : taken.subList(0, 3)) {
      behind.ask(
          () -> {
            stored.put(photo.sha256(), bytes(photo));
            table.setStored(photo.sha256(), clock.millis());
            return true;
          });
    }
    stored.remove(taken.get(2).sha256());
  }

  @After
  public void stop() throws IOException {
    mayAnswer.countDown();
    server.close();
  }

  @Test
  public void free_letsGoWhatTheServerHas_saysWhatStays_andItIsFetchedAgainToBeSeen() {
    File pdf = shared("paper-1.pdf", Duration.ofHours(2));
    File sent = shared("photo.jpg", Duration.ZERO);
    mayAnswer = new CountDownLatch(1);
    try (Phone phone = new Phone(background, new Destination.Storage())) {
      assertThat(phone.text(R.id.storage_space)).startsWith("5 张，共 ").contains("其中 2 张（");
      phone.find(R.id.storage_free).performClick();
      Screenshots.await("it is under way", () -> phone.shows(R.id.storage_stop));
      Screenshots.take(phone.activity(), "storage-running", Look.PLAIN);
      mayAnswer.countDown();
      Screenshots.await("the report", () -> phone.shows(R.id.storage_report));

      assertThat(phone.text(R.id.storage_report))
          .matches("已释放 2 张照片，共 [0-9.]+ .?B。\n3 张尚未传到服务器，留下。\n清除了 1 个分享用的临时文件。");
      phone.settle();
      assertThat(phone.text(R.id.storage_space)).startsWith("3 张，共 ").contains("另有 2 张原图在服务器上");
      assertThat(pdf).doesNotExist();
      assertThat(sent).as("another app may be reading it").exists();
      assertThat(whole()).containsExactly(false, false, true, true, true);
      assertThat(state(2)).as("the server has lost it").isEqualTo(PhotoRow.KEPT);

      seeAgain(phone);
    }
  }

  /** Without a network it says why; with one the photo is back. */
  private void seeAgain(Phone phone) {
    offline = true;
    phone.open(new Destination.Hazard(hazard));
    phone.tap(phone.described("照片，点按放大"));
    Dialog dialog = ShadowDialog.getLatestDialog();
    TextView missing = dialog.findViewById(R.id.hazards_photo_missing);
    Screenshots.await("why only a small one is seen", missing::isShown);
    assertThat(missing.getText().toString()).contains("原图不在这部手机上", "有网络时再打开");
    dialog.findViewById(R.id.hazards_photo_send).performClick();
    phone.settle();
    assertThat(started(phone))
        .as("the small one is not sent for it")
        .doesNotContain(Intent.ACTION_CHOOSER);
    dialog.dismiss();

    offline = false;
    phone.tap(phone.described("照片，点按放大"));
    Screenshots.await("it is back", () -> photos.isWhole(taken.get(0).sha256()));
    ShadowDialog.getLatestDialog().dismiss();
    phone.settle();
    assertThat(state(0)).isEqualTo(PhotoRow.FETCHED);
  }

  @Test
  public void free_whenTheServerCannotBeAsked_letsNothingGo_andSaysWhy() {
    offline = true;
    for (Look look : Look.few()) {
      Screenshots.set(look);
      try (Phone phone = new Phone(background, new Destination.Storage())) {
        phone.find(R.id.storage_free).performClick();
        Screenshots.await("the report", () -> phone.shows(R.id.storage_report));
        phone.settle();
        phone
            .find(R.id.storage_report)
            .requestRectangleOnScreen(new android.graphics.Rect(0, 0, 10, 300), true);
        Screenshots.take(phone.activity(), "storage-offline", look);
        if (look.equals(Look.PLAIN)) {
          assertThat(phone.text(R.id.storage_report))
              .isEqualTo("连不上服务器，无法确认照片还在服务器上，没有清理的都留着。联网后再清理。\n2 张尚未传到服务器，留下。");
        }
      }
    }
    Screenshots.set(Look.PLAIN);
    assertThat(whole()).containsOnly(true);
  }

  @Test
  public void days_whenChosen_areKept_andWhatIsPastThemGoes() {
    try (Phone phone = new Phone(background, new Destination.Settings())) {
      phone.tap(R.id.settings_storage);
      phone.tap(R.id.storage_days_7);
      phone.kill();
    }
    assertThat(behind.ask(retention::days)).isEqualTo(7);
    clock.advance(Duration.ofDays(6));
    File pack = shared("anxun-K3.anxunb", Duration.ofHours(25));
    assertThat(behind.ask(retention::freeOld)).isZero();
    assertThat(pack).as("made for another app a day ago").doesNotExist();
    clock.advance(Duration.ofDays(2));
    assertThat(behind.ask(retention::freeOld)).isEqualTo(2);
    assertThat(whole()).containsExactly(false, false, true, true, true);
  }

  @Test
  public void days_whenTheBureauAllowsFewer_areNoMore_andThePageNamesTheRule() {
    behind.ask(
        () -> {
          retention.choose(90);
          new OfficeFixtures(store)
              .revise(
                  PhoneRulesSet.KIND,
                  Documents.PHONE_RULES,
                  Fields.builder().set(PhoneRulesSet.PHOTO_DAYS, 20L).build());
          return true;
        });
    assertThat(behind.ask(retention::days)).isEqualTo(20);
    Screenshots.of("storage-rule")
        .open(
            new Destination.Storage(),
            Look.few(),
            root -> {
              View shown = root.findViewById(R.id.storage_rule);
              return shown != null && shown.isShown();
            });
    try (Phone phone = new Phone(background, new Destination.Storage())) {
      assertThat(phone.text(R.id.storage_rule)).isEqualTo("本单位规定最多留 20 天，现在留 20 天。");
      assertThat(phone.find(R.id.storage_days_90).isEnabled()).isFalse();
      phone.tap(R.id.storage_days_7);
      assertThat(phone.text(R.id.storage_rule)).endsWith("现在留 7 天。");
      assertThat(phone.text(R.id.storage_days_30)).isEqualTo("20 天");
      phone.tap(R.id.storage_days_30);
      assertThat(phone.text(R.id.storage_rule)).endsWith("现在留 20 天。");
    }
  }

  @Test
  public void storage_inEveryLook() {
    behind.ask(() -> photos.free(photos.find(taken.get(0).sha256()).orElseThrow()));
    Screenshots.of("storage")
        .open(
            new Destination.Storage(),
            Look.all(),
            root -> {
              View space = root.findViewById(R.id.storage_space);
              return space != null && !((TextView) space).getText().toString().isEmpty();
            });
    Screenshots.of("storage-after")
        .after(
            activity -> {
              activity.<View>findViewById(R.id.storage_free).performClick();
              View report = activity.findViewById(R.id.storage_report);
              Screenshots.await("the report", report::isShown);
              report.requestRectangleOnScreen(new android.graphics.Rect(0, 0, 10, 900), true);
            })
        .open(
            new Destination.Storage(),
            Look.few(),
            root -> Touchables.shows(root, "张，共") || Touchables.shows(root, "photos,"));
  }

  private MockResponse answer(RecordedRequest request) {
    String path = String.valueOf(request.getPath());
    try {
      if (offline || !mayAnswer.await(30, TimeUnit.SECONDS)) {
        return new MockResponse().setResponseCode(500);
      }
      if (path.endsWith("/known")) {
        Set<String> asked = KnownFilesJson.readRequest(Inflated.body(request));
        asked.retainAll(stored.keySet());
        return new MockResponse()
            .setHeader("Content-Type", MediaTypes.V1)
            .setBody(new Buffer().write(KnownFilesJson.write(asked)));
      }
    } catch (InterruptedException | MalformedMessageException e) {
      throw new IllegalStateException(e);
    }
    byte[] photo = stored.get(path.substring(path.lastIndexOf('/') + 1));
    return photo == null
        ? new MockResponse().setResponseCode(404)
        : new MockResponse()
            .setHeader("Content-Type", "image/jpeg")
            .setBody(new Buffer().write(photo));
  }

  private List<Boolean> whole() {
    List<Boolean> whole = new ArrayList<>();
    taken.forEach(photo -> whole.add(photos.isWhole(photo.sha256())));
    return whole;
  }

  /** The actions of everything that was opened so far outside of the app. */
  private static List<String> started(Phone phone) {
    List<String> actions = new ArrayList<>();
    for (Intent next = shadowOf(phone.activity()).getNextStartedActivity();
        next != null;
        next = shadowOf(phone.activity()).getNextStartedActivity()) {
      actions.add(String.valueOf(next.getAction()));
    }
    return actions;
  }

  private String state(int photo) {
    return behind.ask(() -> photos.find(taken.get(photo).sha256()).orElseThrow().state());
  }

  private byte[] bytes(Attachment photo) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = photos.openWhole(photo.sha256())) {
      in.transferTo(bytes);
    }
    return bytes.toByteArray();
  }

  /** A file that was made for another app so long ago. */
  private File shared(String name, Duration age) {
    behind.ask(() -> handed.forSharing(new byte[] {1, 2, 3}, name));
    Context context = ApplicationProvider.getApplicationContext();
    File file = new File(new File(context.getCacheDir(), "shared"), name);
    assertThat(file.setLastModified(clock.millis() - age.toMillis())).isTrue();
    return file;
  }

  private static Enrolled enrolled(String url) {
    return new Enrolled(
        new Enrolment(
            "token",
            "li",
            "李强",
            Role.INSPECTOR,
            "",
            "test.K3",
            "K3",
            new Enrolment.Bureau("test", "某区应急管理局", "430602"),
            Json.members().build()),
        new ServerAddress(List.of(url), Optional.empty()));
  }
}
