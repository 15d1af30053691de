package cn.anxun.app.feature.home;

import androidx.test.ext.junit.runners.AndroidJUnit4;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.picture.Touchables;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

@HiltAndroidTest
@RunWith(AndroidJUnit4.class)
public final class HomePicturesTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);

  @Before
  public void inject() {
    hilt.inject();
  }

  @Test
  public void home_whenNothingIsRecorded_saysSo() {
    Screenshots.of("home-empty")
        .open(
            new Destination.Home(),
            Look.few(),
            screen -> Touchables.list(screen, v -> true).size() > 3);
  }
}
