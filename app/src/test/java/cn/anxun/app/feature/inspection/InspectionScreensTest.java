package cn.anxun.app.feature.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import android.widget.ScrollView;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.picture.Touchables;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Recorder;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.ParameterizedRobolectricTestRunner;
import org.robolectric.ParameterizedRobolectricTestRunner.Parameters;

/**
 * A picture of each screen of the inspection, in both languages, by day and night, small and large.
 */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(ParameterizedRobolectricTestRunner.class)
public final class InspectionScreensTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject Recorder recorder;
  @Inject CurrentVisit current;
  @Inject @Background Executor background;

  private final Look look;

  public InspectionScreensTest(Look look) {
    this.look = look;
  }

  @Parameters(name = "{0}")
  public static List<Object[]> looks() {
    List<Object[]> looks = new ArrayList<>();
    for (Look each : Look.all()) {
      looks.add(new Object[] {each});
    }
    return looks;
  }

  @Test
  public void everyScreenIsDrawn() throws Exception {
    Screenshots.set(look);
    hilt.inject();
    try (Phone phone = new Phone(background, new Destination.Home())) {
      phone.open(new Destination.Inspection());
      shoot(phone, "inspection-sites-empty");
      record();
      phone.activity().replace(new Destination.Inspection());
      phone.settle();
      shoot(phone, "inspection-sites");
      phone.type(R.id.inspection_search, "没有的店");
      shoot(phone, "inspection-sites-none");
      phone.open(new Destination.NewSite("没有的店"));
      phone.type(R.id.inspection_new_code, "91350211M0000XUF46");
      phone.tap(R.id.inspection_new_start);
      shoot(phone, "inspection-new-site-error");
      phone.back();
      phone.type(R.id.inspection_search, "");
      phone.open(new Destination.Round());
      phone.tap(phone.find(R.id.inspection_authorities).findViewWithTag("行政检查"));
      shoot(phone, "inspection-round");
      phone.back();
      visit(phone);
    }
  }

  private void visit(Phone phone) throws Exception {
    phone.tap(phone.row(R.id.inspection_sites, "阳光超市"));
    shoot(phone, "inspection-visit");
    phone.tap(
        Touchables.list(
                phone.find(R.id.inspection_checklist), view -> view.getId() == R.id.inspection_fail)
            .get(0));
    phone.tap(
        Touchables.list(
                phone.find(R.id.inspection_checklist), view -> view.getId() == R.id.inspection_fail)
            .get(1));
    phone.shoot(phone.find(R.id.inspection_card_take));
    phone.shoot(phone.find(R.id.inspection_card_take));
    shoot(phone, "inspection-visit-hazards");
    scrollDown(phone);
    shoot(phone, "inspection-visit-end");
    phone.tap(R.id.inspection_add);
    shoot(phone, "inspection-library");
    phone.type(R.id.inspection_library_search, "起重机械");
    phone.tap(phone.row(R.id.inspection_library, "起重机械"));
    List<HazardDraft> hazards = current.find().orElseThrow().hazards();
    phone.open(new Destination.VisitHazard(hazards.get(0).id()));
    shoot(phone, "inspection-hazard");
    phone.back();
    phone.open(new Destination.VisitHazard(hazards.get(hazards.size() - 1).id()));
    shoot(phone, "inspection-hazard-major");
    scrollDown(phone);
    shoot(phone, "inspection-hazard-major-end");
    phone.back();
    phone.tap(R.id.inspection_finish);
    shoot(phone, "inspection-summary");
    scrollDown(phone);
    shoot(phone, "inspection-summary-end");
    phone.tap(R.id.inspection_save);
    shoot(phone, "inspection-done");
    assertThat(phone.text(R.id.inspection_done_text)).contains("阳光超市");
  }

  private static void scrollDown(Phone phone) {
    ((ScrollView) phone.find(R.id.inspection_scroll)).fullScroll(View.FOCUS_DOWN);
    phone.settle();
  }

  private void shoot(Phone phone, String name) {
    Screenshots.take(phone.activity(), name, look);
  }

  private void record() throws Exception {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    background.execute(
        () -> {
          try {
            SampleSites.record(recorder);
            done.complete(true);
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
    assertThat(done.get(30, TimeUnit.SECONDS)).isTrue();
  }
}
