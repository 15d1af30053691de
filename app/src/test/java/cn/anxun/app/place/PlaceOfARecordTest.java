package cn.anxun.app.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Application;
import android.location.Location;
import android.location.LocationManager;
import android.os.Looper;
import android.os.SystemClock;
import android.view.View;
import androidx.test.core.app.ApplicationProvider;
import cn.anxun.app.Behind;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.SettableClock;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.picture.Touchables;
import cn.anxun.app.record.Author;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.place.FieldPoint;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.shadows.ShadowLocationManager;

/** One point while a form is open: shown, taken away, refused, and never beyond the form. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class PlaceOfARecordTest {
  private static final Destination DRILL = new Destination.Activity(DrillHeld.KIND.name(), "");

  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject RoomPhoneStore store;
  @Inject PlaceSetting setting;
  @Inject SettableClock clock;
  @Inject @Background Executor background;

  private final Application app = ApplicationProvider.getApplicationContext();
  private ShadowLocationManager satellites;

  @Before
  public void begin() {
    hilt.inject();
    satellites = shadowOf(app.getSystemService(LocationManager.class));
    satellites.setProviderEnabled(LocationManager.GPS_PROVIDER, true);
  }

  @Test
  public void form_whenThePhoneKnowsWhereItIs_saysHowWell_andTheRecordHasThePoint() {
    allow();
    try (Phone phone = open()) {
      assertThat(phone.text(R.id.place_text)).isEqualTo("位置：正在获取…");
      fix(12.3f, false);
      phone.settle();
      assertThat(phone.text(R.id.place_text)).isEqualTo("位置：已取得（±13 米）");
      fix(40f, false);
      phone.settle();
      assertThat(phone.text(R.id.place_text)).as("a worse one").isEqualTo("位置：已取得（±13 米）");
      phone.tap(R.id.activity_save);

      assertThat(point())
          .contains(new FieldPoint(29.371234, 113.123457, 12.3, clock.instant(), "gps", false));
      phone.back();
      assertThat(satellites.getLocationRequests(LocationManager.GPS_PROVIDER))
          .as("nothing is located beyond the form")
          .isEmpty();
    }
  }

  @Test
  public void form_whenNothingIsFoundInHalfAMinute_saysSoAndOffersToLookAgain() {
    allow();
    try (Phone phone = open()) {
      assertThat(phone.text(R.id.place_text)).isEqualTo("位置：正在获取…");
      assertThat(phone.shows(R.id.place_retake)).isFalse();

      shadowOf(Looper.getMainLooper()).idleFor(Duration.ofSeconds(30));

      assertThat(phone.text(R.id.place_text)).startsWith("位置：未取得");
      phone.tap(R.id.place_retake);
      fix(12.3f, false);
      phone.settle();
      assertThat(phone.text(R.id.place_text)).isEqualTo("位置：已取得（±13 米）");
      shadowOf(Looper.getMainLooper()).idleFor(Duration.ofSeconds(30));
      assertThat(phone.text(R.id.place_text)).as("what was found stays").contains("±13 米");
    }
  }

  @Test
  public void form_whenThePointIsTakenAway_hasNoneUntilSomebodyAsks() {
    allow();
    fix(5f, true);
    try (Phone phone = open()) {
      phone.settle();
      assertThat(phone.text(R.id.place_text)).contains("±5 米", "模拟");
      phone.tap(R.id.place_remove);
      phone.turn();
      assertThat(phone.text(R.id.place_text)).contains("已移去");
      phone.tap(R.id.activity_save);
      assertThat(point()).isEmpty();

      phone.tapText(phone.find(R.id.activity_cards), "社区防汛");
      phone.tap(R.id.place_retake);
      phone.tap(R.id.activity_save);
      assertThat(point()).get().extracting(FieldPoint::mock).isEqualTo(true);
    }
  }

  @Test
  public void form_whenItIsRefusedOrOff_asksNobodyAndSavesWithout() {
    try (Phone phone = open()) {
      assertThat(phone.text(R.id.place_text)).contains("未允许");
      assertThat(shadowOf(phone.activity()).getLastRequestedPermission())
          .as("nobody is asked but by a tap")
          .isNull();
      phone.tap(R.id.activity_save);
      assertThat(point()).isEmpty();
    }
    allow();
    fix(5f, false);
    new Behind(background)
        .ask(
            () -> {
              setting.choose(false);
              return true;
            });
    try (Phone phone = open()) {
      assertThat(phone.shows(R.id.place_line)).isFalse();
      phone.tap(R.id.activity_save);
      assertThat(point()).isEmpty();
      assertThat(satellites.getLocationRequests(LocationManager.GPS_PROVIDER)).isEmpty();
    }
  }

  @Test
  public void form_withAPoint_isWhole() {
    allow();
    fix(12f, true);
    for (Look look : Look.few()) {
      Screenshots.set(look);
      try (Phone phone = open()) {
        phone
            .find(R.id.place_line)
            .requestRectangleOnScreen(
                new android.graphics.Rect(0, 0, 10, phone.find(R.id.place_line).getHeight()), true);
        phone.settle();
        Screenshots.take(phone.activity(), "place-line", look);
      }
    }
    Screenshots.set(Look.PLAIN);
  }

  private Phone open() {
    Phone phone = new Phone(background, DRILL);
    if (!phone.shows(R.id.activity_save)) {
      phone.tap(Touchables.list(phone.find(R.id.activity_cards), View::isClickable).get(0));
    }
    return phone;
  }

  private void allow() {
    shadowOf(app).grantPermissions(Manifest.permission.ACCESS_FINE_LOCATION);
  }

  private void fix(float accuracy, boolean mock) {
    Location location = new Location(LocationManager.GPS_PROVIDER);
    location.setLatitude(29.3712344);
    location.setLongitude(113.1234567);
    location.setAccuracy(accuracy);
    location.setTime(clock.millis());
    location.setElapsedRealtimeNanos(SystemClock.elapsedRealtimeNanos());
    location.setMock(mock);
    satellites.simulateLocation(location);
  }

  /** Of the entry that was recorded last. */
  private Optional<FieldPoint> point() {
    return new Behind(background)
        .ask(
            () -> {
              List<OutboxEntry> pending = store.list(OutboxState.PENDING);
              return pending
                  .get(pending.size() - 1)
                  .written()
                  .entry()
                  .fields()
                  .find(RecordFields.POINT)
                  .flatMap(FieldPoint::read);
            });
  }
}
