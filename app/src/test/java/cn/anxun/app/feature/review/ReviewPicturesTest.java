package cn.anxun.app.feature.review;

import android.view.View;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.Behind;
import cn.anxun.app.HazardFixtures;
import cn.anxun.app.MainActivity;
import cn.anxun.app.R;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.TestPhotos;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.picture.Touchables;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.util.List;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** Pictures of a round. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class ReviewPicturesTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject Recorder recorder;
  @Inject PhotoStore photos;
  @Inject AnxunDatabase database;
  @Inject @Background Executor background;

  private Behind behind;

  @Before
  public void inject() {
    hilt.inject();
    behind = new Behind(background);
  }

  @Test
  public void review_whenThereIsSomethingDue() {
    record();

    Screenshots.of("review-full")
        .open(new Destination.Review(), Look.all(), ReviewPicturesTest::isFull);
    Screenshots.of("review-failed")
        .after(activity -> tap(activity, R.id.review_failed, R.id.review_opinion))
        .open(new Destination.Review(), Look.few(), ReviewPicturesTest::isFull);
  }

  @Test
  public void review_whenAPhotoIsWanted() {
    record();

    Screenshots.of("review-photo")
        .after(ReviewPicturesTest::leaveTheCamera)
        .open(new Destination.Review(), Look.few(), ReviewPicturesTest::isFull);
  }

  @Test
  public void review_whenNothingIsDue() {
    Screenshots.of("review-empty")
        .open(new Destination.Review(), Look.few(), root -> isShown(root, R.id.review_message));
  }

  @Test
  public void review_whenTheDiskCannotBeRead() {
    behind.ask(
        () -> {
          database.getOpenHelper().getWritableDatabase().execSQL("DROP TABLE record");
          return true;
        });

    Screenshots.of("review-error")
        .open(new Destination.Review(), Look.few(), root -> isShown(root, R.id.review_retry));
  }

  private static boolean isFull(View root) {
    return isShown(root, R.id.review_photo) && root.findViewById(R.id.review_hazard) != null;
  }

  private static boolean isShown(View root, int id) {
    return !shown(root, id).isEmpty();
  }

  private static List<View> shown(View root, int id) {
    return Touchables.list(root, view -> view.getId() == id && view.isShown());
  }

  private static void tap(MainActivity activity, int id, int then) {
    View root = activity.getWindow().getDecorView();
    RecyclerView list = activity.findViewById(R.id.review_list);
    if (!isShown(root, then)) {
      list.scrollToPosition(2);
      Screenshots.await("the first hazard", () -> isShown(root, id));
      shown(root, id).get(0).performClick();
    }
    Screenshots.await("what follows", () -> isShown(root, then));
    list.scrollToPosition(2);
  }

  /** The camera opens by itself; who goes back finds the other ways. */
  private static void leaveTheCamera(MainActivity activity) {
    View root = activity.getWindow().getDecorView();
    RecyclerView list = activity.findViewById(R.id.review_list);
    list.scrollToPosition(2);
    Screenshots.await(
        "the first hazard",
        () -> isShown(root, R.id.review_passed) || isShown(root, R.id.review_shoot_camera));
    if (!isShown(root, R.id.review_shoot_camera)) {
      shown(root, R.id.review_passed).get(0).performClick();
      Screenshots.await("the camera", () -> isShown(root, R.id.capture_back));
      shown(root, R.id.capture_back).get(0).performClick();
    }
    Screenshots.await("the other ways", () -> isShown(root, R.id.review_shoot_camera));
    RecyclerView again = activity.findViewById(R.id.review_list);
    again.scrollToPosition(2);
  }

  private void record() {
    behind.ask(
        () -> {
          HazardFixtures fixtures = new HazardFixtures(recorder);
          String shop = fixtures.site("阳光超市（南湖路店）");
          fixtures.hazard(
              shop, "二楼东侧疏散通道堆放纸箱，净宽不足 1.1 米", -12, TestPhotos.add(photos, 1, "before"));
          fixtures.hazard(shop, "3 具灭火器压力不足", 0, TestPhotos.add(photos, 2, "before"));
          String works = fixtures.site("岳阳鑫源五金制品有限公司");
          fixtures.hazard(
              works,
              Fields.builder()
                  .set(HazardFound.DESCRIPTION, "喷涂车间未设置可燃气体检测报警装置，电气设备不防爆，现场仍在作业")
                  .set(HazardFound.LEVEL, "重大")
                  .set(HazardFound.DEADLINE, fixtures.today().plusDays(2))
                  .build());
          fixtures.rectify(fixtures.hazard(works, "配电箱无门", 5, TestPhotos.add(photos, 3, "before")));
          return true;
        });
  }
}
