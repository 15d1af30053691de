package cn.anxun.app.feature.settings;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.device.Background;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.setting.FontSize;
import com.google.android.material.chip.Chip;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class FontSizeTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);

  @Inject FontSize fontSize;
  @Inject @Background Executor background;

  @Before
  public void inject() {
    hilt.inject();
  }

  @Test
  public void size_whenChosen_isTheAppsOwnWhateverTheSystemsIs_untilTheSystemIsFollowedAgain() {
    Phone phone = new Phone(background, new Destination.Settings());
    assertThat(((Chip) phone.find(R.id.settings_font_system)).isChecked()).isTrue();

    for (int chip :
        new int[] {
          R.id.settings_font_normal,
          R.id.settings_font_large,
          R.id.settings_font_larger,
          R.id.settings_font_largest
        }) {
      phone.tap(chip);
      phone.kill();
      assertThat(((Chip) phone.find(chip)).isChecked()).isTrue();
      assertThat(scale(phone)).isEqualTo(fontSize.chosen());
    }
    assertThat(scale(phone)).isEqualTo(2.0f);

    phone.tap(R.id.settings_font_system);
    phone.kill();
    assertThat(scale(phone)).isEqualTo(1.0f);
  }

  @Test
  public void settings_atTheLargestSizeOfTheApp_isWhole() {
    fontSize.choose(2.0f);
    try {
      Screenshots.of("settings-font-largest")
          .open(
              new Destination.Settings(),
              Look.few(),
              root -> root.findViewById(R.id.settings_fonts) != null);
    } finally {
      fontSize.choose(FontSize.SYSTEM);
    }
  }

  private static float scale(Phone phone) {
    return phone.activity().getResources().getConfiguration().fontScale;
  }
}
