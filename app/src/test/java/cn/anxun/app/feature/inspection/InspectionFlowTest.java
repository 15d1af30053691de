package cn.anxun.app.feature.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.content.Intent;
import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import android.net.Uri;
import androidx.core.content.IntentCompat;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.draft.DraftKeeper;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.record.Records;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** A visit through the real screens, into the real database. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class InspectionFlowTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject Recorder recorder;
  @Inject Records records;
  @Inject CurrentVisit current;
  @Inject DraftKeeper keeper;
  @Inject @Background Executor background;

  private Phone phone;
  private String shop;

  @Before
  public void start() throws Exception {
    hilt.inject();
    shop = away(() -> SampleSites.record(recorder)).get(0);
    phone = new Phone(background, new Destination.Home());
  }

  @After
  public void stop() {
    phone.close();
  }

  private <T> T away(Callable<T> work) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    background.execute(
        () -> {
          try {
            result.complete(work.call());
          } catch (Exception e) {
            result.completeExceptionally(e);
          }
        });
    return result.get(30, TimeUnit.SECONDS);
  }

  @Test
  public void threeHazardsFixedOnTheSpotWithSixPhotos_takeAtMost22TapsAndNoTyping()
      throws Exception {
    phone.tap(R.id.home_inspection);
    phone.tap(phone.row(R.id.inspection_sites, "阳光超市"));
    for (String question : new String[] {"安全出口、疏散通道是否畅通", "灭火器压力正常、在有效期内", "是否未在室内、楼道停放电动自行车或充电"}) {
      phone.tap(phone.described("不合格：" + question));
    }
    for (String hazard : new String[] {"安全出口", "灭火器压力不足", "电动自行车在室内"}) {
      phone.tap(phone.described("拍照：" + hazard));
      phone.tap(R.id.capture_shutter);
      phone.tap(R.id.capture_after);
      phone.shoot();
    }
    phone.tap(R.id.inspection_finish);
    phone.tap(R.id.inspection_save);

    assertThat(phone.text(R.id.inspection_done_text)).contains("阳光超市", "发现隐患 3 条", "已现场整改");
    List<RecordItem> visits = away(() -> records.listType("inspection", TODAY, TODAY, 0, 10));
    assertThat(visits).hasSize(1);
    List<RecordItem> hazards = away(() -> records.listFoundBy(visits.get(0).record().subject()));
    assertThat(hazards).hasSize(3);
    assertThat(hazards).allMatch(hazard -> "closed".equals(hazard.record().state()));
    assertThat(hazards).allMatch(hazard -> shop.equals(hazard.record().site()));
    assertThat(hazards).allMatch(hazard -> author.unit().equals(hazard.record().unit()));
    int photos = 0;
    for (RecordItem hazard : hazards) {
      photos += away(() -> records.listPhotos(hazard.record().subject())).size();
    }
    assertThat(photos).isEqualTo(6);
    System.out.println(
        "taps: a shop, three hazards fixed on the spot, six photos: "
            + phone.taps()
            + ", the camera's shutter counted");
    assertThat(phone.taps()).isLessThanOrEqualTo(22);
  }

  @Test
  public void send_handsOverTheTextAndOneLongPicture() throws Exception {
    phone.open(new Destination.Inspection());
    phone.tap(phone.row(R.id.inspection_sites, "阳光超市"));
    phone.tap(phone.described("不合格：安全出口"));
    phone.shoot(phone.described("拍照：安全出口"));
    phone.shoot(phone.described("拍照：安全出口"));
    phone.tap(R.id.inspection_finish);
    phone.tap(R.id.inspection_save);
    phone.tap(R.id.inspection_send);
    Intent chooser = shadowOf(phone.activity()).getNextStartedActivity();
    Intent send = IntentCompat.getParcelableExtra(chooser, Intent.EXTRA_INTENT, Intent.class);
    assertThat(send).isNotNull();
    assertThat(send.getType()).isEqualTo("image/jpeg");
    assertThat(send.getStringExtra(Intent.EXTRA_TEXT)).contains("阳光超市", "安全出口", "第二十八条");
    Uri file = IntentCompat.getParcelableExtra(send, Intent.EXTRA_STREAM, Uri.class);
    assertThat(file).isNotNull();
    try (InputStream in = phone.activity().getContentResolver().openInputStream(file)) {
      Bitmap picture = BitmapFactory.decodeStream(in);
      assertThat(picture.getWidth()).isEqualTo(LongPicture.WIDTH);
      assertThat(picture.getHeight()).isBetween(900, LongPicture.MOST_HEIGHT);
      Path drawn = Path.of("target", "screens", "inspection-long-picture.png");
      Files.createDirectories(drawn.getParent());
      try (OutputStream out = Files.newOutputStream(drawn)) {
        picture.compress(Bitmap.CompressFormat.PNG, 100, out);
      }
    }
  }

  @Test
  public void visit_whenTheAppIsKilledOrTurned_goesOnWhereItWas() throws Exception {
    phone.open(new Destination.Inspection());
    phone.tap(phone.row(R.id.inspection_sites, "阳光超市"));
    phone.tap(phone.described("不合格：安全出口"));
    phone.tap(phone.described("编辑：安全出口"));
    phone.type(R.id.inspection_text, "后门被货架堵住");
    phone.turn();
    assertThat(phone.text(R.id.inspection_text)).isEqualTo("后门被货架堵住");
    CurrentVisit afterKill = new CurrentVisit(keeper, background);
    phone.settle();
    assertThat(afterKill.find()).isEqualTo(current.find()).isPresent();
    assertThat(afterKill.find().orElseThrow().hazards().get(0).description()).isEqualTo("后门被货架堵住");

    phone.activity().restart(new Destination.Inspection());
    phone.settle();
    phone.tap(R.id.inspection_discard);
    assertThat(current.find()).isEmpty();
    phone.tap(com.google.android.material.R.id.snackbar_action);
    phone.tap(R.id.inspection_resume);
    assertThat(phone.described("编辑：后门被货架堵住").isShown()).isTrue();
  }

  @Test
  public void answer_whenTakenBack_removesTheHazardAndOffersUndo() {
    phone.open(new Destination.Inspection());
    phone.tap(phone.row(R.id.inspection_sites, "阳光超市"));
    phone.tap(phone.described("不合格：安全出口"));
    phone.tap(phone.described("合格：安全出口"));
    assertThat(current.find().orElseThrow().hazards()).isEmpty();
    phone.tap(com.google.android.material.R.id.snackbar_action);
    assertThat(current.find().orElseThrow().hazards()).hasSize(1);
    phone.tap(R.id.inspection_finish);
    phone.tap(com.google.android.material.R.id.snackbar_action);
    assertThat(current.find().orElseThrow().answers()).hasSize(1);
  }

  @Test
  public void newShop_needsOnlyNameAndType() throws Exception {
    phone.open(new Destination.Inspection());
    phone.type(R.id.inspection_search, "老王面馆");
    phone.tap(R.id.inspection_new);
    phone.tap(R.id.inspection_new_start);
    assertThat(phone.text(R.id.inspection_new_kind_heading)).isEqualTo("请选择场所类型");
    phone.tapText(phone.find(R.id.inspection_new_kinds), "小商铺");
    phone.tap(R.id.inspection_new_start);
    phone.tap(R.id.inspection_finish);
    phone.tap(R.id.inspection_save);
    assertThat(phone.text(R.id.inspection_done_text)).contains("老王面馆", "未发现问题");
    assertThat(away(() -> records.listSitesNamed("老王面馆"))).hasSize(1);
    assertThat(away(() -> records.searchSites("lwmg", 0, 10))).hasSize(1);
  }

  @Test
  public void save_whenAHazardSaysNothing_namesItAndKeepsAll() throws Exception {
    phone.open(new Destination.Inspection());
    phone.tap(phone.row(R.id.inspection_sites, "阳光超市"));
    phone.tap(phone.described("不合格：安全出口"));
    phone.tap(phone.described("编辑：安全出口"));
    phone.type(R.id.inspection_text, "");
    phone.tap(R.id.inspection_hazard_done);
    phone.tap(R.id.inspection_finish);
    phone.tap(R.id.inspection_save);
    assertThat(phone.find(R.id.inspection_hazard_done).isShown()).isTrue();
    assertThat(current.find()).isPresent();
    assertThat(away(() -> records.listType("inspection", TODAY, TODAY, 0, 10))).isEmpty();
  }
}
