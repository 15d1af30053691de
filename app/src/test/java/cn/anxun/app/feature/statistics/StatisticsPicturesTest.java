package cn.anxun.app.feature.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.core.widget.NestedScrollView;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.HazardFixtures;
import cn.anxun.app.OfficeFixtures;
import cn.anxun.app.R;
import cn.anxun.app.SettableClock;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.TallyReported;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.json.JsonText;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** What the statistics look like, drawn by whichever charts are built. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class StatisticsPicturesTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject SettableClock clock;
  @Inject Recorder recorder;
  @Inject RoomPhoneStore store;
  @Inject @Background Executor background;

  @Before
  public void inject() {
    hilt.inject();
    // What the fixtures found 20 days ago is of this month.
    clock.set(Instant.parse("2026-03-25T02:00:00Z"));
  }

  @Test
  public void statistics_whenEmpty_isDrawn() {
    Screenshots.of("statistics-empty")
        .open(
            new Destination.Statistics(),
            Look.few(),
            root -> !text(root, R.id.statistics_message).contains("…") && isHidden(root));
  }

  @Test
  public void statistics_whenFull_isDrawnFromTopToBottom() {
    inBackground(this::fill);
    Screenshots.of("statistics-full")
        .open(new Destination.Statistics(), Look.all(), StatisticsPicturesTest::isDrawn);
    for (int page = 1; page <= 3; page++) {
      int times = page;
      Screenshots.of("statistics-full-" + (page + 1))
          .after(
              activity -> {
                NestedScrollView scroll = activity.findViewById(R.id.statistics_scroll);
                scroll.scrollTo(0, scroll.getHeight() * times);
              })
          .open(new Destination.Statistics(), Look.few(), StatisticsPicturesTest::isDrawn);
    }
    LocalDate today = recorder.today();
    Screenshots.of("figure-full")
        .open(
            new Destination.Figure(
                "隐患整改率",
                JsonText.write(
                    MeasureJson.write(Catalogue.standard().get("hazard.rate").measure())),
                "%",
                today.minusDays(40),
                today,
                "",
                0,
                ""),
            Look.all(),
            root -> {
              RecyclerView records = root.findViewById(R.id.statistics_records);
              return records != null && records.getChildCount() > 3;
            });
  }

  private static boolean isHidden(View root) {
    View progress = root.findViewById(R.id.statistics_progress);
    return progress != null && progress.getVisibility() != View.VISIBLE;
  }

  private static boolean isDrawn(View root) {
    ViewGroup sections = root.findViewById(R.id.statistics_sections);
    return sections != null && sections.getChildCount() > 4 && isHidden(root);
  }

  private static String text(View root, int id) {
    TextView view = root.findViewById(id);
    return view == null ? "…" : view.getText().toString();
  }

  private boolean fill() throws Exception {
    new OfficeFixtures(store).units("U01", "城东街道", "U02", "南湖街道");
    HazardFixtures fixtures = new HazardFixtures(recorder);
    String site = fixtures.site("阳光超市");
    for (int i = 0; i < 14; i++) {
      String hazard = fixtures.hazard(site, "疏散通道堆放杂物，第" + (i + 1) + "处", i * 3 - 12);
      if (i % 2 == 0) {
        fixtures.rectify(hazard);
      }
    }
    LocalDate today = recorder.today();
    recorder.record(
        recording -> {
          recording.open(
              DrillHeld.KIND,
              today,
              Fields.builder()
                  .set(DrillHeld.NAME, "洞庭社区防汛应急演练")
                  .set(DrillHeld.LEVEL, "村社区")
                  .set(DrillHeld.PARTICIPANTS, 1650)
                  .set(RecordFields.UNIT, "U01")
                  .build());
          recording.open(
              TallyReported.KIND,
              today,
              Fields.builder()
                  .set(RecordFields.UNIT, "U02")
                  .set(TallyReported.MEASURED, "drill")
                  .set(TallyReported.QUANTITY, BigDecimal.valueOf(1000))
                  .set(TallyReported.FROM, today.withDayOfMonth(1))
                  .set(TallyReported.UNTIL, today)
                  .build());
        });
    return true;
  }

  private <T> void inBackground(Callable<T> task) {
    FutureTask<T> future = new FutureTask<>(task);
    background.execute(future);
    try {
      future.get();
      assertThat(future.isDone()).isTrue();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
