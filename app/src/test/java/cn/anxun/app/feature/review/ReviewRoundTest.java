package cn.anxun.app.feature.review;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import android.widget.TextView;
import cn.anxun.app.HazardFixtures;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.data.local.PhotoItem;
import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.data.local.RecordQuery;
import cn.anxun.app.data.local.RecordRow;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.record.Records;
import cn.anxun.app.record.Timeline;
import cn.anxun.app.record.Timelines;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** A round on its real screen, from the database and back into it. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class ReviewRoundTest {
  private static final String[] SITES = {"阳光超市", "顺达物流", "鑫源五金厂", "南湖小学", "红星招待所", "城北加油站"};
  private static final int[] HAZARDS = {4, 3, 3, 2, 2, 1};

  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject Recorder recorder;
  @Inject Records records;
  @Inject Timelines timelines;
  @Inject @Background Executor background;

  private final List<String> sites = new ArrayList<>();

  @Before
  public void inject() {
    hilt.inject();
  }

  @Test
  public void round_whenFifteenHazardsAtSixSitesAreReviewed_takesAtMostFiftyTaps() {
    inBackground(this::recordRound);
    Phone phone = new Phone(background, new Destination.Review());
    assertThat(text(phone, R.id.review_summary)).isEqualTo("待复查 15 条，6 处");

    allPassed(phone, SITES[0], R.id.review_all_shared);
    phone.shoot();
    for (int i = 0; i < 3; i++) {
      phone.tap(row(phone, "顺达物流隐患" + i), R.id.review_passed);
      phone.shoot();
    }
    for (int i = 0; i < 2; i++) {
      phone.tap(row(phone, "鑫源五金厂隐患" + i), R.id.review_passed);
      phone.shoot();
    }
    phone.tap(row(phone, "鑫源五金厂隐患2"), R.id.review_failed);
    phone.tap(row(phone, "鑫源五金厂隐患2"), R.id.review_days_15);
    allPassed(phone, SITES[3], R.id.review_all_each);
    phone.tap(R.id.capture_shutter);
    phone.shoot();
    phone.tap(row(phone, "红星招待所隐患0"), R.id.review_failed);
    phone.tapText(row(phone, "红星招待所隐患0"), "消防救援机构");
    phone.tap(row(phone, "红星招待所隐患1"), R.id.review_failed);
    phone.tap(row(phone, "红星招待所隐患1"), R.id.review_case);
    phone.tap(row(phone, "城北加油站隐患0"), R.id.review_passed);
    phone.shoot();

    int taps = 1 + phone.taps();
    System.out.println(
        "taps: a review round of 15 hazards at 6 sites, from the home screen, with the camera's: "
            + taps);
    assertThat(taps).isLessThanOrEqualTo(50);
    assertThat(phone.texts()).anyMatch(text -> text.contains("范围内没有要复查的隐患"));
    assertThat(text(phone, R.id.review_summary)).contains("今天已复查 15 条");
    assertThat(states("closed")).hasSize(12);
    assertThat(states("open")).hasSize(3);
    assertThat(inBackground(() -> records.countType("enforcement", day(), day()))).isEqualTo(1);
    assertThat(byDescription("鑫源五金厂隐患2").deadline()).isEqualTo(day().plusDays(15));
    assertThat(byDescription("红星招待所隐患0").transferredTo()).isEqualTo("消防救援机构");
    assertThat(photos("阳光超市隐患3")).hasSize(1);
    assertThat(photos("阳光超市隐患0")).isEqualTo(photos("阳光超市隐患3"));
    assertThat(photos("南湖小学隐患0")).isNotEqualTo(photos("南湖小学隐患1"));
  }

  @Test
  public void passed_whenOpen_isRectifiedAndReviewedAtOnce_andUndoneAtOnce() {
    inBackground(() -> hazard("灭火器过期"));
    Phone phone = new Phone(background, new Destination.Review());

    phone.tap(row(phone, "灭火器过期"), R.id.review_passed);
    phone.shoot();
    String subject = byDescription("灭火器过期").subject();

    assertThat(byDescription("灭火器过期").state()).isEqualTo("closed");
    assertThat(kinds(subject)).containsExactly("HazardFound", "Rectified", "Reviewed");
    phone.tap(com.google.android.material.R.id.snackbar_action);
    assertThat(byDescription("灭火器过期").state()).isEqualTo("open");
    assertThat(kinds(subject)).containsExactly("HazardFound");
    assertThat(row(phone, "灭火器过期").isShown()).isTrue();
  }

  @Test
  public void passed_whenRectifiedBefore_isOnlyReviewed() {
    String subject = inBackground(() -> hazard("配电箱缺门"));
    inBackground(
        () -> {
          new HazardFixtures(recorder).rectify(subject);
          return true;
        });
    Phone phone = new Phone(background, new Destination.Review());

    phone.tap(row(phone, "配电箱缺门"), R.id.review_passed);
    phone.shoot();

    assertThat(kinds(subject)).containsExactly("HazardFound", "Rectified", "Reviewed");
    assertThat(byDescription("配电箱缺门").state()).isEqualTo("closed");
  }

  @Test
  public void passed_whenTheProcessIsKilledUnderTheCamera_isRecordedAsThePhotoComes() {
    inBackground(() -> hazard("疏散通道堵塞"));
    Phone phone = new Phone(background, new Destination.Review());

    phone.tap(row(phone, "疏散通道堵塞"), R.id.review_passed);
    phone.shootAfterKill();

    assertThat(byDescription("疏散通道堵塞").state()).isEqualTo("closed");
    assertThat(photos("疏散通道堵塞")).hasSize(1);
  }

  @Test
  public void passed_whenNoPhotoIsTaken_asksAndRecordsWithout() {
    inBackground(() -> hazard("应急灯不亮"));
    Phone phone = new Phone(background, new Destination.Review());

    phone.tap(row(phone, "应急灯不亮"), R.id.review_passed);
    phone.tap(R.id.capture_back);
    assertThat(byDescription("应急灯不亮").state()).isEqualTo("open");
    phone.tap(row(phone, "应急灯不亮"), R.id.review_shoot_without);

    assertThat(byDescription("应急灯不亮").state()).isEqualTo("closed");
  }

  @Test
  public void failed_whenTheProcessIsKilled_keepsWhatWasTyped() {
    inBackground(() -> hazard("电线私拉乱接"));
    Phone phone = new Phone(background, new Destination.Review());
    phone.tap(row(phone, "电线私拉乱接"), R.id.review_failed);
    phone.type(phone.find(R.id.review_opinion), "只拆了一半");
    phone.type(phone.find(R.id.review_body), "住建局");

    phone.kill();
    row(phone, "电线私拉乱接");

    assertThat(text(phone, R.id.review_opinion)).isEqualTo("只拆了一半");
    assertThat(text(phone, R.id.review_body)).isEqualTo("住建局");
    phone.tap(row(phone, "电线私拉乱接"), R.id.review_transfer);
    assertThat(byDescription("电线私拉乱接").transferredTo()).isEqualTo("住建局");
  }

  @Test
  public void reported_whenTheEnterpriseSaysSo_awaitsItsReview() {
    inBackground(() -> hazard("消火栓被遮挡"));
    Phone phone = new Phone(background, new Destination.Review());

    phone.tap(row(phone, "消火栓被遮挡"), R.id.review_reported);
    phone.shoot();

    assertThat(byDescription("消火栓被遮挡").state()).isEqualTo("rectified");
    assertThat(Phone.texts(row(phone, "消火栓被遮挡"))).anyMatch(text -> text.contains("已报整改，待复查"));
  }

  private boolean recordRound() {
    HazardFixtures fixtures = new HazardFixtures(recorder);
    for (int i = 0; i < SITES.length; i++) {
      String site = fixtures.site(SITES[i]);
      sites.add(site);
      for (int j = 0; j < HAZARDS[i]; j++) {
        fixtures.hazard(site, SITES[i] + "隐患" + j, i + j - 6);
      }
    }
    return true;
  }

  private String hazard(String description) {
    HazardFixtures fixtures = new HazardFixtures(recorder);
    return fixtures.hazard(fixtures.site("阳光超市"), description, -2);
  }

  private static void allPassed(Phone phone, String site, int choice) {
    phone.tap(row(phone, site), R.id.review_all_passed);
    phone.tap(row(phone, site), choice);
  }

  private static View row(Phone phone, String text) {
    return phone.row(R.id.review_list, text);
  }

  private static String text(Phone phone, int id) {
    return ((TextView) phone.find(id)).getText().toString();
  }

  private LocalDate day() {
    return recorder.today();
  }

  private List<RecordItem> states(String state) {
    return inBackground(
        () ->
            records.list(
                RecordQuery.of("hazard").is(RecordQuery.Column.STATE, state), 0, Records.PAGE));
  }

  private RecordRow byDescription(String description) {
    return inBackground(
        () -> records.list(RecordQuery.of("hazard").search(description), 0, 1).get(0).record());
  }

  private List<String> photos(String description) {
    String subject = byDescription(description).subject();
    List<String> hashes = new ArrayList<>();
    for (PhotoItem photo : inBackground(() -> records.listPhotos(subject))) {
      hashes.add(photo.sha256());
    }
    return hashes;
  }

  private List<String> kinds(String subject) {
    List<String> kinds = new ArrayList<>();
    for (Timeline.Step step : inBackground(() -> timelines.timeline(subject, day())).steps()) {
      kinds.add(step.source().entry().kind().name());
    }
    return kinds;
  }

  private <T> T inBackground(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    background.execute(task);
    try {
      return task.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
