package cn.anxun.app;

import static org.assertj.core.api.Assertions.assertThat;

import androidx.appcompat.app.AppCompatDelegate;
import androidx.fragment.app.Fragment;
import androidx.test.core.app.ActivityScenario;
import cn.anxun.app.account.IdleLock;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.record.Author;
import cn.anxun.app.setting.Appearance;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.time.Duration;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.shadows.ShadowSystemClock;

@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class FormHoldsTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject IdleLock lock;
  @Inject Appearance appearance;

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
            ShadowSystemClock.advanceBy(Duration.ofHours(3));
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
