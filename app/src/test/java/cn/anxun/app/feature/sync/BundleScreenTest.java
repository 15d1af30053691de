package cn.anxun.app.feature.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.content.Context;
import android.content.Intent;
import android.graphics.Rect;
import android.net.Uri;
import android.view.View;
import androidx.core.content.FileProvider;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import androidx.test.core.app.ApplicationProvider;
import cn.anxun.app.MainActivity;
import cn.anxun.app.R;
import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.photo.HandedFiles;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.picture.Touchables;
import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.Records;
import cn.anxun.core.sync.bundle.BundleFormat;
import cn.anxun.core.sync.bundle.BundleReceipts;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.util.ReflectionHelpers;

/** 密封文件 on the sync page, and the log-out that it allows: what is said of each state. */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class BundleScreenTest {
  private static final String TOKEN = "token";

  /** Of RFC 7748, section 6.1. */
  private static final String KEY = "hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo";

  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Inject RoomPhoneStore store;
  @Inject Enrolments enrolments;
  @Inject HandedFiles handed;
  @Inject Clock clock;

  private final Records li = new Records("li", "phone-1");

  @Before
  public void enrol() {
    hilt.inject();
    // It keeps the folders of the test before.
    Map<?, ?> providers = ReflectionHelpers.getStaticField(FileProvider.class, "sCache");
    providers.clear();
    behind(() -> enrolments.keep(enrolled(Json.members().put("bundleKey", KEY).build())));
  }

  private static Enrolled enrolled(Json.Members policy) {
    return new Enrolled(
        new Enrolment(
            TOKEN,
            "li",
            "李强",
            Role.INSPECTOR,
            "",
            "test.K3",
            "K3",
            new Enrolment.Bureau("test", "某区应急管理局", "430602"),
            policy),
        new ServerAddress(List.of("http://127.0.0.1:1"), Optional.empty()));
  }

  private static void behind(Runnable work) {
    CompletableFuture.runAsync(work).join();
  }

  private void save(String note) {
    behind(() -> store.save(li.hazard(note), li.unsent()));
  }

  private static void picture(
      String name, Consumer<MainActivity> steps, String chinese, String english) {
    Screenshots.of(name)
        .after(
            activity -> {
              steps.accept(activity);
              View root = activity.getWindow().getDecorView();
              Screenshots.await(
                  name, () -> Touchables.shows(root, chinese) || Touchables.shows(root, english));
              activity
                  .<View>findViewById(R.id.sync_bundle_read)
                  .requestRectangleOnScreen(new Rect(0, 0, 1, 500));
            })
        .open(
            new Destination.Sync(),
            Look.few(),
            root -> root.findViewById(R.id.sync_bundle_make) != null);
  }

  private static void make(MainActivity activity) {
    activity.<View>findViewById(R.id.sync_bundle_make).performClick();
  }

  private static void read(MainActivity activity, Path file) {
    for (Fragment fragment : activity.getSupportFragmentManager().getFragments()) {
      if (fragment instanceof SyncFragment) {
        new ViewModelProvider(fragment)
            .get(BundleViewModel.class)
            .read(Uri.fromFile(file.toFile()));
      }
    }
  }

  private Path file(byte[] content) {
    try {
      return Files.write(folder.newFile().toPath(), content);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  public void bundle_whenNothingWaits_saysSo() {
    picture("sync-bundle-empty", BundleScreenTest::make, "没有待上传的记录。", "Nothing is waiting");
  }

  @Test
  @SuppressWarnings("deprecation") // The typed getter is too new for API 26.
  public void bundle_whenMade_isSharedAndNamesWhatWasRecordedSince() {
    save("第一条");
    save("第二条");
    picture(
        "sync-bundle-made",
        activity -> {
          make(activity);
          Screenshots.await(
              "share sheet", () -> shadowOf(activity).peekNextStartedActivity() != null);
          Intent chooser = shadowOf(activity).getNextStartedActivity();
          assertThat(chooser.getAction()).isEqualTo(Intent.ACTION_CHOOSER);
          Intent send = chooser.getParcelableExtra(Intent.EXTRA_INTENT);
          assertThat(send.getAction()).isEqualTo(Intent.ACTION_SEND);
          assertThat(send.getFlags() & Intent.FLAG_GRANT_READ_URI_PERMISSION).isNotZero();
          Uri shared = send.getParcelableExtra(Intent.EXTRA_STREAM);
          assertThat(shared.getLastPathSegment()).matches("anxun-K3-\\d{8}-\\d{6}\\.anxunb");
        },
        "已装入 2 条",
        "Sealed: 2.");
    save("其后一条");
    picture("sync-bundle-since", activity -> {}, "其后又有 1 条没有装", "in none: 1");
  }

  @Test
  public void bundle_whenTheServerToldNoKey_saysWhatToDo() {
    behind(() -> enrolments.keep(enrolled(Json.members().build())));
    save("第一条");
    picture("sync-bundle-no-key", BundleScreenTest::make, "没有服务器的密钥", "no key");
  }

  @Test
  public void receipts_whenTheyAreNone_orForAnother_areRefusedInWords() {
    save("第一条");
    picture(
        "sync-bundle-foreign",
        activity -> read(activity, file(new byte[] {1, 2, 3})),
        "这不是服务器的回执文件",
        "not a receipts file");
    BundleReceipts receipts = new BundleReceipts("cd", new PushReply(List.of(), Records.NOW));
    picture(
        "sync-bundle-changed",
        activity -> read(activity, file(receipts.write("another"))),
        "回执文件被改动过",
        "was changed");
    picture(
        "sync-bundle-other",
        activity -> read(activity, file(receipts.write(TOKEN))),
        "答复的不是本机现有的密封文件",
        "answer another sealed file");
  }

  @Test
  public void receipts_whenTheServersOwn_settleWhatTheyName() {
    picture(
        "sync-bundle-received",
        activity -> {
          save("第一条");
          save("第二条");
          make(activity);
          Screenshots.await(
              "share sheet", () -> shadowOf(activity).peekNextStartedActivity() != null);
          read(activity, file(answer(activity, shadowOf(activity).getNextStartedActivity())));
        },
        "回执已读取：1 条已进入服务器台账。\n1 条被退回",
        "in the server's ledger now: 1.\nNot taken: 1");
    picture("sync-bundle-refused", activity -> {}, "条被退回，改好后才能装进文件。", "in no file until corrected");
    assertThat(CompletableFuture.supplyAsync(() -> store.counts().pending()).join()).isZero();
  }

  /** What a server answers that takes the first entry and refuses the second. */
  @SuppressWarnings("deprecation") // The typed getter is too new for API 26.
  private byte[] answer(MainActivity activity, Intent chooser) {
    Intent send = chooser.getParcelableExtra(Intent.EXTRA_INTENT);
    Uri file = send.getParcelableExtra(Intent.EXTRA_STREAM);
    try (InputStream in = activity.getContentResolver().openInputStream(file)) {
      List<String> ids = new ArrayList<>();
      behind(() -> store.list(OutboxState.PENDING).forEach(entry -> ids.add(entry.id())));
      return new BundleReceipts(
              BundleFormat.hash(in.readAllBytes()),
              new PushReply(
                  List.of(
                      new Receipt.Accepted(ids.get(0), 1, "ab", false),
                      new Receipt.Rejected(
                          ids.get(1),
                          new EntryProblem(EntryProblem.Code.TOO_LONG, "note", "“备注”太长。"))),
                  Records.NOW))
          .write(TOKEN);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  public void deleteShared_whenABundleWasSharedADayAgo_deletesItAndNothingElse()
      throws IOException {
    Context context = ApplicationProvider.getApplicationContext();
    File directory = new File(context.getCacheDir(), "shared");
    assertThat(directory.isDirectory() || directory.mkdirs()).isTrue();
    File old = write(directory, "anxun-K3-20260228-090000.anxunb", Duration.ofHours(25));
    File fresh = write(directory, "anxun-K3-20260301-100000.anxunb", Duration.ofHours(23));
    File picture = write(directory, "visit.jpg", Duration.ofDays(9));

    assertThat(handed.deleteShared("anxun-", clock.instant().minus(HandedFiles.SHARED_FOR)))
        .isEqualTo(1);

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
    assertThat(picture).exists();
  }

  private File write(File directory, String name, Duration ago) throws IOException {
    File file = new File(directory, name);
    Files.write(file.toPath(), new byte[] {1});
    assertThat(file.setLastModified(clock.instant().minus(ago).toEpochMilli())).isTrue();
    return file;
  }

  @Test
  public void readReceipts_opensTheSystemsPicker() {
    picture(
        "sync-bundle-picker",
        activity -> {
          activity.<View>findViewById(R.id.sync_bundle_read).performClick();
          Screenshots.await(
              "picker", () -> shadowOf(activity).peekNextStartedActivityForResult() != null);
          assertThat(shadowOf(activity).getNextStartedActivityForResult().intent.getAction())
              .isEqualTo(Intent.ACTION_OPEN_DOCUMENT);
        },
        "没有待上传的记录。",
        "Nothing is waiting");
  }

  @Test
  public void logOut_whenSomethingIsInNoBundle_namesTheTwoWaysOut() {
    save("第一条");
    Screenshots.of("settings-unsent")
        .after(
            activity -> {
              View logOut = activity.findViewById(R.id.settings_log_out);
              logOut.performClick();
              View root = activity.getWindow().getDecorView();
              Screenshots.await(
                  "refused",
                  () ->
                      Touchables.shows(root, "还有 1 条记录没有上传")
                          || Touchables.shows(root, "Not uploaded yet: 1."));
              logOut.requestRectangleOnScreen(new Rect(0, 0, 1, logOut.getHeight()));
            })
        .open(
            new Destination.Settings(),
            Look.few(),
            root -> root.findViewById(R.id.settings_log_out) != null);
  }
}
