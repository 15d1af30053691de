package cn.anxun.app.feature.sync;

import android.graphics.Rect;
import android.view.View;
import android.widget.CompoundButton;
import android.widget.ScrollView;
import androidx.core.content.FileProvider;
import cn.anxun.app.R;
import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.account.WipeProgress;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.picture.Touchables;
import cn.anxun.app.setting.Settings;
import cn.anxun.app.wipe.AppDisk;
import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.Records;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.util.ReflectionHelpers;

/** Pictures of 入网, the PIN, 同步 and 设置. */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class DoorPicturesTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);

  @Inject RoomPhoneStore store;
  @Inject Settings settings;
  @Inject Enrolments enrolments;
  @Inject WipeProgress progress;
  @Inject AppDisk disk;

  @Before
  public void inject() {
    hilt.inject();
  }

  @Test
  public void enrol_whateverTheLook_isWhole() {
    Screenshots.of("enrol")
        .open(
            new Destination.Enrol(),
            Look.all(),
            root -> root.findViewById(R.id.enrol_scan) != null);
    Screenshots.of("enrol-error")
        .after(activity -> activity.<View>findViewById(R.id.enrol_submit).performClick())
        .open(
            new Destination.Enrol(),
            Look.few(),
            root -> root.findViewById(R.id.enrol_scan) != null);
  }

  @Test
  public void pin_whateverTheLook_isWhole() {
    Screenshots.of("set-pin")
        .open(
            new Destination.SetPin(),
            Look.all(),
            root -> root.findViewById(R.id.unlock_set_done) != null);
    Screenshots.of("unlock")
        .open(
            new Destination.Unlock(),
            Look.all(),
            root -> root.findViewById(R.id.unlock_open) != null);
  }

  @Test
  public void notice_whateverTheLook_isWhole() {
    Screenshots.of("notice")
        .open(
            new Destination.Notice(),
            Look.all(),
            root -> root.findViewById(R.id.notice_agree) != null);
    Screenshots.of("notice-end")
        .after(
            activity ->
                activity.<ScrollView>findViewById(R.id.notice_scroll).fullScroll(View.FOCUS_DOWN))
        .open(
            new Destination.Notice(),
            Look.few(),
            root -> root.findViewById(R.id.notice_agree) != null);
  }

  @Test
  public void reminders_whateverTheLook_isWhole() {
    Screenshots.of("reminders")
        .open(
            new Destination.Reminders(),
            Look.all(),
            root -> root.<CompoundButton>findViewById(R.id.reminders_review).isChecked());
  }

  @Test
  public void wiped_whateverTheLook_isWhole() {
    Screenshots.of("wiped-nothing")
        .open(
            new Destination.Wiped(),
            Look.few(),
            root -> root.<View>findViewById(R.id.wiped_enrol).isShown());
    CompletableFuture.runAsync(this::wipe).join();
    Screenshots.of("wiped")
        .open(
            new Destination.Wiped(),
            Look.all(),
            root -> root.<View>findViewById(R.id.wiped_share).isShown());
  }

  /** A phone with two records, a photo and a draft that were not sent. */
  private void wipe() {
    // It remembers the folders of the test before.
    ReflectionHelpers.<Map<?, ?>>getStaticField(FileProvider.class, "sCache").clear();
    try {
      disk.seal("anxun-K3-20260302-090000.anxunb", out -> out.write(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    settings.put("wipe.at", Records.NOW.toString());
    progress.done(
        new WipeProgress.Report(Records.NOW, 2, 2, 1, 0),
        List.of("anxun-K3-20260302-090000.anxunb"));
  }

  @Test
  public void sync_whenEmptyAndFull_isWhole() {
    Screenshots.of("sync-empty")
        .open(new Destination.Sync(), Look.few(), root -> root.findViewById(R.id.sync_now) != null);
    CompletableFuture.runAsync(this::recordThree).join();
    Screenshots.of("sync-full")
        .open(
            new Destination.Sync(),
            Look.all(),
            root ->
                (Touchables.shows(root, "2000") || Touchables.shows(root, "too long"))
                    && Touchables.shows(root, "第2条"));
  }

  /** One of them was not taken by the server. */
  private void recordThree() {
    List<WrittenEntry> entries = new Records("li", "phone-1").hazards(3);
    for (WrittenEntry entry : entries) {
      store.save(entry, Stamp.unsent("li", Role.INSPECTOR, "phone-1", Records.NOW));
    }
    store.quarantine(
        entries.get(0).entry().id(),
        new EntryProblem(EntryProblem.Code.TOO_LONG, "note", "“备注”超过 2000 个字，请缩短后重新发送。"));
  }

  @Test
  public void settings_whateverTheLook_isWhole() {
    Screenshots.of("settings")
        .open(
            new Destination.Settings(),
            Look.all(),
            root -> root.findViewById(R.id.settings_wifi) != null);
  }

  @Test
  public void settings_whenTheAppIsTooOld_sayWhereTheNewOneIs() {
    CompletableFuture.runAsync(
            () -> {
              enrolments.keep(
                  new Enrolled(
                      new Enrolment(
                          "secret",
                          "li",
                          "李强",
                          Role.INSPECTOR,
                          "U01",
                          "phone-1",
                          "K3",
                          new Enrolment.Bureau("test", "某区应急管理局", "430602"),
                          Json.members().build()),
                      new ServerAddress(List.of("https://anxun.example"), Optional.empty())));
              settings.put(
                  "app.offer",
                  "{\"latest\":9,\"name\":\"0.2.0\",\"minimum\":9,\"recommended\":9,\"page\":\"/app\"}");
            })
        .join();
    Screenshots.of("settings-new-version")
        .after(
            activity ->
                activity
                    .findViewById(R.id.settings_update)
                    .requestRectangleOnScreen(new Rect(0, 0, 10, 400), true))
        .open(
            new Destination.Settings(),
            Look.few(),
            root -> root.findViewById(R.id.settings_update).getVisibility() == View.VISIBLE);
  }
}
