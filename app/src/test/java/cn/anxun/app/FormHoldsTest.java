package cn.anxun.app;

import static org.assertj.core.api.Assertions.assertThat;

import android.os.Build;
import android.view.WindowManager;
import android.widget.TextView;
import androidx.appcompat.app.AppCompatDelegate;
import androidx.fragment.app.Fragment;
import androidx.test.core.app.ActivityScenario;
import cn.anxun.app.account.Consent;
import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.account.IdleLock;
import cn.anxun.app.account.Lease;
import cn.anxun.app.account.Pin;
import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.record.Author;
import cn.anxun.app.setting.Appearance;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
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
import org.robolectric.shadows.ShadowSystemClock;
import org.robolectric.util.ReflectionHelpers;

@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class FormHoldsTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject IdleLock lock;
  @Inject Appearance appearance;
  @Inject Enrolments enrolments;
  @Inject Consent consent;
  @Inject Lease lease;
  @Inject Pin pin;
  @Inject TestDoor door;
  @Inject @Background Executor background;

  @Before
  public void inject() {
    hilt.inject();
  }

  @Test
  public void idleLock_whileAFormIsOpen_doesNotStrike() {
    try (ActivityScenario<MainActivity> scenario = ActivityScenario.launch(MainActivity.class)) {
      scenario.onActivity(
          activity -> {
            lock.unlock();
            activity.restart(new Destination.Round());
            Screenshots.await("the form", () -> top(activity) instanceof FormScreen);
            ShadowSystemClock.advanceBy(Duration.ofMinutes(59));
            assertThat(lock.isLocked()).isFalse();

            activity.restart(new Destination.Home());
            Screenshots.await("home", () -> !(top(activity) instanceof FormScreen));
            ShadowSystemClock.advanceBy(Duration.ofMinutes(9));
            assertThat(lock.isLocked()).isFalse();
            ShadowSystemClock.advanceBy(Duration.ofMinutes(1));
            assertThat(lock.isLocked()).isTrue();
          });
    }
  }

  /** Since Android 13 there is another call for it, which leaves no trace to look at. */
  @Test
  public void window_beforeAndroid13_isHiddenAmongTheRecentApps() {
    int present = Build.VERSION.SDK_INT;
    ReflectionHelpers.setStaticField(Build.VERSION.class, "SDK_INT", Build.VERSION_CODES.S_V2);
    try (ActivityScenario<MainActivity> scenario = ActivityScenario.launch(MainActivity.class)) {
      scenario.onActivity(
          activity ->
              assertThat(
                      activity.getWindow().getAttributes().flags
                          & WindowManager.LayoutParams.FLAG_SECURE)
                  .isNotZero());
    } finally {
      ReflectionHelpers.setStaticField(Build.VERSION.class, "SDK_INT", present);
    }
  }

  @Test
  public void form_whenTheLockStrikesOnIt_isFoundAsItWasBehindThePin() {
    new Behind(background).ask(this::belongToSomebody);
    door.hang();
    lock.unlock();
    try (Phone phone = new Phone(background, new Destination.Activity(DrillHeld.KIND.name(), ""))) {
      phone.tapText(phone.find(R.id.activity_cards), "社区防汛");
      phone.type(phone.field("name"), "洞庭社区夜间防汛演练");
      phone.tap(R.id.ui_pad_8);

      ShadowSystemClock.advanceBy(Duration.ofHours(1));
      phone.activity().knock();
      Screenshots.await("the PIN is asked for", () -> phone.shows(R.id.unlock_pin));
      assertThat(phone.texts()).noneMatch(text -> text.contains("洞庭社区"));
      phone.type(R.id.unlock_pin, "135790");
      phone.tap(R.id.unlock_open);

      Screenshots.await("the form", () -> phone.shows(R.id.ui_pad_value));
      assertThat(((TextView) phone.field("name")).getText()).hasToString("洞庭社区夜间防汛演练");
      assertThat(phone.text(R.id.ui_pad_value)).isEqualTo("8");
    }
  }

  private boolean belongToSomebody() {
    consent.give();
    enrolments.keep(
        new Enrolled(
            new Enrolment(
                "secret",
                "li",
                "李强",
                Role.INSPECTOR,
                "U01",
                "phone-1",
                "K3",
                new Enrolment.Bureau("test", "某区应急管理局", "430602"),
                Json.members().build()),
            new ServerAddress(List.of("https://a.cn"), Optional.empty())));
    lease.renew();
    pin.set("135790");
    return true;
  }

  @Test
  public void appearance_whenTheProcessStartsAnew_isAsChosen() {
    appearance.choose(AppCompatDelegate.MODE_NIGHT_YES);
    AppCompatDelegate.setDefaultNightMode(AppCompatDelegate.MODE_NIGHT_FOLLOW_SYSTEM);

    appearance.apply();

    assertThat(AppCompatDelegate.getDefaultNightMode()).isEqualTo(AppCompatDelegate.MODE_NIGHT_YES);
    appearance.choose(AppCompatDelegate.MODE_NIGHT_FOLLOW_SYSTEM);
  }

  private static Fragment top(MainActivity activity) {
    return activity.getSupportFragmentManager().findFragmentById(R.id.screen);
  }
}
