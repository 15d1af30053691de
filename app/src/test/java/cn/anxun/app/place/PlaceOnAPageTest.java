package cn.anxun.app.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.app.Application;
import android.content.ClipboardManager;
import android.content.ComponentName;
import android.content.Intent;
import android.content.IntentFilter;
import android.graphics.Rect;
import android.view.View;
import androidx.test.core.app.ApplicationProvider;
import cn.anxun.app.Behind;
import cn.anxun.app.HazardFixtures;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.place.FieldPoint;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.shadows.ShadowPackageManager;

/** A record's point on its page, and in the map apps that the phone has. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class PlaceOnAPageTest {
  /** In Beijing, where the published maps draw it at 39.913345, 116.384047. */
  private static final FieldPoint POINT =
      new FieldPoint(
          39.911954, 116.377817, 12.3, Instant.parse("2026-03-02T01:00:00Z"), "gps", false);

  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject Recorder recorder;
  @Inject @Background Executor background;

  private final Application app = ApplicationProvider.getApplicationContext();
  private Behind behind;

  @Before
  public void inject() {
    hilt.inject();
    behind = new Behind(background);
  }

  @Test
  public void page_whenMapAppsAreThere_opensEachInItsOwnWordsAndCoordinates() {
    install("com.autonavi.minimap", "androidamap", "geo");
    install("com.baidu.BaiduMap", "baidumap", "geo");
    install("com.tencent.map", "qqmap");
    install("org.example.maps", "geo");
    try (Phone phone = new Phone(background, drill(POINT))) {
      assertThat(phone.text(R.id.place_how)).isEqualTo("精度 ±13 米\n2026年3月2日 09:00 卫星定位");
      assertThat(phone.text(R.id.place_pairs))
          .isEqualTo(
              "纬度, 经度（存档，WGS-84）：\n39.911954, 116.377817\n"
                  + "高德、腾讯地图坐标（GCJ-02）：\n39.913345, 116.384047");

      assertThat(opened(phone, "在高德地图中查看"))
          .isEqualTo(
              "com.autonavi.minimap androidamap://viewMap?sourceApplication=anxun"
                  + "&poiname=记录的位置&lat=39.913345&lon=116.384047&dev=0");
      assertThat(opened(phone, "在百度地图中查看"))
          .isEqualTo(
              "com.baidu.BaiduMap baidumap://map/marker?location=39.913345,116.384047"
                  + "&title=记录的位置&content=记录的位置&coord_type=gcj02&src=cn.anxun.app");
      assertThat(opened(phone, "在腾讯地图中查看"))
          .isEqualTo(
              "com.tencent.map qqmap://map/marker?marker=coord:39.913345,116.384047"
                  + ";title:记录的位置&referer=anxun");
      assertThat(opened(phone, "在地图中查看"))
          .isEqualTo("org.example.maps geo:39.911954,116.377817?q=39.911954,116.377817");
      assertThat(phone.shows(R.id.place_none_able)).isFalse();
    }
  }

  @Test
  public void page_whenNoMapAppIsThere_saysSo_andTheCoordinatesAreCopied() {
    try (Phone phone = new Phone(background, drill(POINT))) {
      assertThat(phone.text(R.id.place_none_able)).contains("没有可以打开位置的地图应用", "复制坐标");
      phone.tap(R.id.place_copy);
      assertThat(clip()).isEqualTo("39.911954, 116.377817");
      phone.tap(R.id.place_copy_gcj02);
      assertThat(clip()).isEqualTo("39.913345, 116.384047");
    }
  }

  @Test
  public void page_ofARecordWithoutAPoint_orBeyondChina_showsNoneOrOnePair() {
    try (Phone phone = new Phone(background, drill(null))) {
      assertThat(phone.shows(R.id.place_point)).isFalse();
    }
    FieldPoint paris = new FieldPoint(48.8584, 2.2945, 0, Instant.EPOCH, "network", true);
    try (Phone phone = new Phone(background, drill(paris))) {
      assertThat(phone.text(R.id.place_pairs)).isEqualTo("纬度, 经度（存档，WGS-84）：\n48.858400, 2.294500");
      assertThat(phone.text(R.id.place_how)).isEqualTo("精度未知\n网络定位（基站、Wi-Fi）");
      assertThat(phone.text(R.id.place_point_mock)).contains("不能证明到场");
      assertThat(phone.shows(R.id.place_copy_gcj02)).isFalse();
    }
  }

  @Test
  public void place_onThePagesOfADrillAndAHazard_isWhole() {
    install("com.autonavi.minimap", "androidamap", "geo");
    install("com.tencent.map", "qqmap");
    picture("place-drill", drill(POINT), Look.all());
    String hazard =
        behind.ask(
            () -> {
              HazardFixtures fixtures = new HazardFixtures(recorder);
              return fixtures.hazard(
                  fixtures.site("阳光超市"),
                  Fields.builder()
                      .set(HazardFound.DESCRIPTION, "二楼疏散通道堆放纸箱")
                      .set(HazardFound.LEVEL, "一般")
                      .set(RecordFields.POINT, POINT.json())
                      .build());
            });
    picture("place-hazard", new Destination.Hazard(hazard), Look.few());
  }

  private static void picture(String name, Destination page, List<Look> looks) {
    Screenshots.of(name)
        .after(
            activity ->
                activity
                    .<View>findViewById(R.id.place_copy)
                    .requestRectangleOnScreen(new Rect(0, 0, 10, 200), true))
        .open(
            page,
            looks,
            root -> {
              View point = root.findViewById(R.id.place_point);
              return point != null && point.isShown();
            });
  }

  private Destination drill(@org.jspecify.annotations.Nullable FieldPoint point) {
    Fields fields =
        Fields.builder()
            .set(DrillHeld.PARTICIPANTS, 120L)
            .build()
            .with(RecordFields.POINT.name(), point == null ? null : point.json());
    String subject =
        behind.ask(
            () ->
                recorder
                    .record(
                        recording ->
                            recording.open(DrillHeld.KIND, recorder.today(), fields, List.of()))
                    .items()
                    .get(0)
                    .subject());
    return new Destination.RecordDetail(DrillHeld.KIND.recordType(), subject);
  }

  /** An app that opens these schemes. */
  private void install(String owner, String... schemes) {
    ShadowPackageManager phone = shadowOf(app.getPackageManager());
    ComponentName map = new ComponentName(owner, owner + ".Map");
    phone.addActivityIfNotPresent(map);
    for (String scheme : schemes) {
      IntentFilter filter = new IntentFilter(Intent.ACTION_VIEW);
      filter.addCategory(Intent.CATEGORY_DEFAULT);
      filter.addDataScheme(scheme);
      phone.addIntentFilterForActivity(map, filter);
    }
  }

  private static String opened(Phone phone, String button) {
    phone.tapText(phone.find(R.id.place_maps), button);
    Intent intent = shadowOf(phone.activity()).getNextStartedActivity();
    return intent.getPackage() + ' ' + android.net.Uri.decode(intent.getDataString());
  }

  private String clip() {
    return String.valueOf(
        app.getSystemService(ClipboardManager.class).getPrimaryClip().getItemAt(0).getText());
  }
}
