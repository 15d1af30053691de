package cn.anxun.app.feature.home;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.test.core.app.ActivityScenario;
import cn.anxun.app.Behind;
import cn.anxun.app.HazardFixtures;
import cn.anxun.app.MainActivity;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.DraftRow;
import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.picture.Touchables;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.setting.Settings;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** The home screen, its pictures, and where each of its buttons leads. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class HomePicturesTest {
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
          new ServerAddress(List.of("https://anxun.example"), Optional.empty()));

  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject Recorder recorder;
  @Inject AnxunDatabase database;
  @Inject Enrolments enrolments;
  @Inject Settings settings;
  @Inject @Background Executor background;

  private Behind behind;

  @Before
  public void inject() {
    hilt.inject();
    behind = new Behind(background);
  }

  @Test
  public void home_whenNothingIsRecorded_saysSo() {
    Screenshots.of("home-empty")
        .open(new Destination.Home(), Look.few(), root -> shown(root, R.id.home_due_none));
  }

  @Test
  public void home_whenHazardsAreDue_showsTheNearestFirst() {
    behind.ask(this::record);

    Screenshots.of("home-full")
        .after(
            activity ->
                assertThat(
                        activity
                            .<ViewGroup>findViewById(R.id.home_due_rows)
                            .getChildAt(0)
                            .<TextView>findViewById(R.id.home_due_what)
                            .getText()
                            .toString())
                    .isEqualTo("二楼疏散通道堆放纸箱，宽度不足 1.1 米"))
        .open(
            new Destination.Home(),
            Look.all(),
            root -> shown(root, R.id.home_resume) && shown(root, R.id.home_due_rows));
  }

  @Test
  public void home_whenTheServerHandsOutANewerApp_saysSoUntilItIsPutOff() {
    behind.ask(
        () -> {
          enrolments.keep(ENROLLED);
          settings.put(
              "app.offer",
              "{\"latest\":9,\"name\":\"0.2.0\",\"minimum\":1,\"recommended\":9,\"page\":\"/app\"}");
          return true;
        });
    Screenshots.of("home-news")
        .open(new Destination.Home(), Look.few(), root -> shown(root, R.id.home_news));
    try (Phone phone = new Phone(background, new Destination.Home())) {
      assertThat(phone.text(R.id.home_news_text)).isEqualTo("有新版本 0.2.0。");
      phone.tap(R.id.home_news_open);
      assertThat(phone.shows(R.id.settings_update)).isTrue();
      phone.back();
      phone.tap(R.id.home_news_later);
      phone.kill();
      assertThat(phone.shows(R.id.home_news)).isFalse();
    }
  }

  @Test
  public void buttons_eachOpenTheirScreen() {
    for (int button :
        List.of(
            R.id.home_inspection,
            R.id.home_review,
            R.id.home_drill,
            R.id.home_training,
            R.id.home_hazards,
            R.id.home_statistics,
            R.id.home_more,
            R.id.home_sync)) {
      try (ActivityScenario<MainActivity> scenario = ActivityScenario.launch(MainActivity.class)) {
        scenario.onActivity(
            activity -> {
              activity.restart(new Destination.Home());
              Screenshots.await("home", () -> activity.findViewById(button) != null);
              activity.findViewById(button).performClick();
              Screenshots.await(
                  "what the button opens", () -> !(top(activity) instanceof HomeFragment));
            });
      }
    }
  }

  private static Fragment top(MainActivity activity) {
    return activity.getSupportFragmentManager().findFragmentById(R.id.screen);
  }

  private boolean record() {
    HazardFixtures fixtures = new HazardFixtures(recorder);
    String mall = fixtures.site("岳阳楼区万福百货有限公司");
    String plant = fixtures.site("华兴机械制造厂");
    fixtures.hazard(plant, "冲压车间 3 号机床防护罩缺失", 0);
    fixtures.hazard(mall, "二楼疏散通道堆放纸箱，宽度不足 1.1 米", -12);
    fixtures.hazard(mall, "地下车库灭火器压力不足 6 具", 3);
    database.drafts().put(new DraftRow(DraftRow.VISITS, "{}", 0));
    return true;
  }

  private static boolean shown(View root, int id) {
    View view = root.findViewById(id);
    return view != null
        && view.getVisibility() == View.VISIBLE
        && !(view instanceof ViewGroup group && group.getChildCount() == 0)
        && !Touchables.list(root, v -> v == view).isEmpty();
  }
}
