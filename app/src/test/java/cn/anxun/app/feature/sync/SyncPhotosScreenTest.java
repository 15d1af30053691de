package cn.anxun.app.feature.sync;

import android.graphics.Rect;
import android.view.View;
import cn.anxun.app.Behind;
import cn.anxun.app.R;
import cn.anxun.app.TestPhotos;
import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.data.local.PhotoTable;
import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.device.Background;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.picture.Touchables;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.file.FileProblem;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** Photos on the sync page: what waits, and what was put aside and why. */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class SyncPhotosScreenTest {
  private static final Enrolled ENROLLED =
      new Enrolled(
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
          new ServerAddress(List.of("http://127.0.0.1:1"), Optional.empty()));

  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);

  @Inject PhotoStore photos;
  @Inject PhotoTable table;
  @Inject Recorder recorder;
  @Inject Enrolments enrolments;
  @Inject @Background Executor background;

  @Before
  public void shoot() {
    hilt.inject();
    new Behind(background)
        .ask(
            () -> {
              enrolments.keep(ENROLLED);
              Attachment first = TestPhotos.add(photos, 1, "before");
              Attachment damaged = TestPhotos.add(photos, 2, "before");
              Attachment third = TestPhotos.add(photos, 3, "before");
              recorder.record(
                  recording ->
                      recording.open(
                          HazardFound.KIND,
                          recorder.today(),
                          Fields.builder()
                              .set(HazardFound.LEVEL, "一般")
                              .set(HazardFound.DESCRIPTION, "二楼东侧疏散通道堆放纸箱")
                              .build(),
                          List.of(first, damaged, third)));
              table.refuse(damaged.sha256(), FileProblem.DAMAGED, "");
              table.refuse(third.sha256(), "file-too-large", "文件超过 64 MB，服务器不收。");
              return null;
            });
  }

  @Test
  public void sync_whenPhotosWaitAndSomeArePutAside_saysHowManyAndWhy() {
    Screenshots.of("sync-photos")
        .after(
            activity -> {
              View root = activity.getWindow().getDecorView();
              Screenshots.await("sync-photos", () -> Touchables.shows(root, "64 MB"));
              activity
                  .<View>findViewById(R.id.sync_photos_refused)
                  .requestRectangleOnScreen(new Rect(0, 0, 1, 1200));
            })
        .open(
            new Destination.Sync(),
            Look.all(),
            root -> root.findViewById(R.id.sync_photo_retry) != null);
  }
}
