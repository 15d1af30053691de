package cn.anxun.app.feature.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import androidx.test.core.app.ActivityScenario;
import cn.anxun.app.MainActivity;
import cn.anxun.app.R;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
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
    VisitDriver.allowCamera();
    try (ActivityScenario<MainActivity> scenario = ActivityScenario.launch(MainActivity.class)) {
      VisitDriver driver = new VisitDriver(scenario, background);
      driver.settle();
      driver.open(new Destination.Inspection());
      shoot(driver, "inspection-sites-empty");
      record();
      driver.activity().replace(new Destination.Inspection());
      driver.settle();
      shoot(driver, "inspection-sites");
      driver.type(R.id.inspection_search, "没有的店");
      shoot(driver, "inspection-sites-none");
      driver.open(new Destination.NewSite("没有的店"));
      driver.type(R.id.inspection_new_code, "91350211M0000XUF46");
      driver.tap(R.id.inspection_new_start);
      shoot(driver, "inspection-new-site-error");
      driver.activity().back();
      driver.settle();
      driver.type(R.id.inspection_search, "");
      driver.open(new Destination.Round());
      driver.tap(driver.view(R.id.inspection_authorities).findViewWithTag("行政检查"));
      shoot(driver, "inspection-round");
      driver.activity().back();
      driver.settle();
      visit(driver);
    }
  }

  private void visit(VisitDriver driver) throws Exception {
    driver.tap(driver.row(R.id.inspection_sites, "阳光超市"));
    shoot(driver, "inspection-visit");
    driver.tap(
        VisitDriver.find(
                driver.view(R.id.inspection_checklist),
                view -> view.getId() == R.id.inspection_fail)
            .get(0));
    driver.tap(
        VisitDriver.find(
                driver.view(R.id.inspection_checklist),
                view -> view.getId() == R.id.inspection_fail)
            .get(1));
    driver.takePhoto(driver.view(R.id.inspection_card_take));
    driver.takePhoto(driver.view(R.id.inspection_card_take));
    shoot(driver, "inspection-visit-hazards");
    driver.scrollDown();
    shoot(driver, "inspection-visit-end");
    driver.tap(R.id.inspection_add);
    shoot(driver, "inspection-library");
    driver.type(R.id.inspection_library_search, "起重机械");
    driver.tap(driver.row(R.id.inspection_library, "起重机械"));
    List<HazardDraft> hazards = current.find().orElseThrow().hazards();
    driver.open(new Destination.VisitHazard(hazards.get(0).id()));
    shoot(driver, "inspection-hazard");
    driver.activity().back();
    driver.settle();
    driver.open(new Destination.VisitHazard(hazards.get(hazards.size() - 1).id()));
    shoot(driver, "inspection-hazard-major");
    driver.scrollDown();
    shoot(driver, "inspection-hazard-major-end");
    driver.activity().back();
    driver.settle();
    driver.tap(R.id.inspection_finish);
    shoot(driver, "inspection-summary");
    driver.scrollDown();
    shoot(driver, "inspection-summary-end");
    driver.tap(R.id.inspection_save);
    shoot(driver, "inspection-done");
    assertThat(driver.text(R.id.inspection_done_text)).contains("阳光超市");
  }

  private void shoot(VisitDriver driver, String name) {
    Screenshots.take(driver.activity(), name, look);
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
