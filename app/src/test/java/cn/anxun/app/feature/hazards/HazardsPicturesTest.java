package cn.anxun.app.feature.hazards;

import android.view.View;
import android.view.ViewGroup;
import cn.anxun.app.Behind;
import cn.anxun.app.HazardFixtures;
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
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Listed;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** Pictures of the list, a hazard's page and its forms. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class HazardsPicturesTest {
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
  public void list_whenFull() {
    record();

    Screenshots.of("hazards-full")
        .open(new Destination.Hazards(), Look.all(), root -> rows(root) > 0);
  }

  @Test
  public void list_whenEmpty() {
    Screenshots.of("hazards-empty")
        .open(
            new Destination.Hazards(),
            Look.few(),
            root ->
                root.findViewById(R.id.hazards_message) != null
                    && root.findViewById(R.id.hazards_message).isShown());
  }

  @Test
  public void list_whenTheDiskCannotBeRead() {
    behind.ask(
        () -> {
          database.getOpenHelper().getWritableDatabase().execSQL("DROP TABLE record");
          return true;
        });

    Screenshots.of("hazards-error")
        .open(
            new Destination.Hazards(),
            Look.few(),
            root -> root.findViewById(R.id.hazards_mend).isShown());
  }

  @Test
  public void page_withALifeBehindIt() {
    String hazard = record();

    Screenshots.of("hazard-full")
        .open(new Destination.Hazard(hazard), Look.all(), root -> isKnown(root));
    Screenshots.of("hazard-timeline")
        .after(
            activity -> {
              View scroll = activity.findViewById(R.id.hazards_page_scroll);
              View steps = activity.findViewById(R.id.hazards_page_steps);
              scroll.scrollTo(0, steps.getTop());
            })
        .open(new Destination.Hazard(hazard), Look.few(), root -> isKnown(root));
  }

  @Test
  public void page_ofWhatThePhoneDoesNotHave() {
    Screenshots.of("hazard-unknown")
        .open(
            new Destination.Hazard("nothing"),
            Look.few(),
            root -> root.findViewById(R.id.hazards_page_note).isShown());
  }

  @Test
  public void forms_ofSteps() {
    String hazard = record();

    for (HazardStep step :
        List.of(
            HazardStep.RECTIFY,
            HazardStep.REVIEW,
            HazardStep.EXTEND,
            HazardStep.LIST,
            HazardStep.CORRECT,
            HazardStep.VOID)) {
      Screenshots.of("hazard-form-" + step.name().toLowerCase(Locale.ROOT))
          .after(
              activity -> {
                // What is missing shows; these two could be saved as they are.
                if (step != HazardStep.RECTIFY && step != HazardStep.LIST) {
                  activity.findViewById(R.id.hazards_form_save).performClick();
                }
              })
          .open(
              new Destination.HazardForm(hazard, step.name(), ""),
              step == HazardStep.RECTIFY ? Look.all() : Look.few(),
              root ->
                  ((ViewGroup) root.findViewById(R.id.hazards_form_fields)).getChildCount() > 0);
    }
  }

  private static boolean isKnown(View root) {
    View known = root.findViewById(R.id.hazards_page_known);
    return known != null && known.isShown();
  }

  private static int rows(View root) {
    ViewGroup list = root.findViewById(R.id.hazards_list);
    return list == null ? 0 : list.getChildCount();
  }

  /** Answers the one with a life behind it. */
  private String record() {
    return behind.ask(
        () -> {
          HazardFixtures fixtures = new HazardFixtures(recorder);
          String shop = fixtures.site("阳光超市（南湖路店）");
          String works = fixtures.site("岳阳鑫源五金制品有限公司");
          String hazard =
              fixtures.hazard(
                  works,
                  Fields.builder()
                      .set(HazardFound.DESCRIPTION, "喷涂车间未设置可燃气体检测报警装置，电气设备不防爆")
                      .set(HazardFound.LEVEL, "重大")
                      .set(HazardFound.CATEGORY, "设备设施及工艺")
                      .set(HazardFound.CRITERION, "《工贸企业重大事故隐患判定标准》第十二条第（二）项")
                      .set(HazardFound.LEGAL_BASIS, "《中华人民共和国安全生产法》第三十六条")
                      .set(HazardFound.DEADLINE, fixtures.today().minusDays(6))
                      .set(HazardFound.RESPONSIBLE_PERSON, "王建国")
                      .set(HazardFound.MEASURES, "停产整改，安装检测报警装置，更换防爆电气")
                      .set(HazardFound.FUNDS_YUAN, new BigDecimal("86000"))
                      .build(),
                  TestPhotos.add(photos, 1, "before"),
                  TestPhotos.add(photos, 2, "before"));
          LocalDate day = fixtures.today();
          recorder.record(
              recording -> {
                recording.step(
                    Rectified.KIND,
                    hazard,
                    day.minusDays(5),
                    Fields.builder()
                        .set(Rectified.REPORTED_BY_ENTERPRISE, true)
                        .set(Rectified.MEASURES_TAKEN, "已安装 4 台报警装置")
                        .build(),
                    List.of(TestPhotos.add(photos, 3, "after")));
                recording.step(
                    Reviewed.KIND,
                    hazard,
                    day.minusDays(3),
                    Fields.builder()
                        .set(Reviewed.PASSED, false)
                        .set(Reviewed.OPINION, "电气仍不防爆")
                        .set(Reviewed.DEADLINE, day.minusDays(1))
                        .build());
                recording.step(
                    Listed.KIND,
                    hazard,
                    day,
                    Fields.builder().set(Listed.AUTHORITY_LEVEL, "市").build());
              });
          fixtures.hazard(shop, "二楼东侧疏散通道堆放纸箱，净宽不足 1.1 米", -12);
          fixtures.hazard(shop, "3 具灭火器压力不足", 4);
          fixtures.rectify(fixtures.hazard(works, "配电箱无门", 5));
          fixtures.hazard(
              shop,
              Fields.builder()
                  .set(HazardFound.DESCRIPTION, "安全出口指示灯损坏")
                  .set(HazardFound.LEVEL, "一般")
                  .set(HazardFound.FIXED_ON_THE_SPOT, true)
                  .build());
          return hazard;
        });
  }
}
