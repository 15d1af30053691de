package cn.anxun.app.setting;

import android.content.Context;
import android.content.SharedPreferences;
import androidx.appcompat.app.AppCompatDelegate;
import dagger.hilt.android.qualifiers.ApplicationContext;
import javax.inject.Inject;

/**
 * Light or dark. Kept outside the encrypted database, for it is needed before the first screen is
 * drawn and is no secret.
 */
public final class Appearance {
  private static final String NIGHT = "night";

  private final SharedPreferences kept;

  @Inject
  public Appearance(@ApplicationContext Context context) {
    kept = context.getSharedPreferences("appearance", Context.MODE_PRIVATE);
  }

  /** As it was chosen last, else as the system's. */
  public void apply() {
    AppCompatDelegate.setDefaultNightMode(chosen());
  }

  /** What was chosen last, one of {@link AppCompatDelegate}'s modes. */
  public int chosen() {
    return kept.getInt(NIGHT, AppCompatDelegate.MODE_NIGHT_FOLLOW_SYSTEM);
  }

  /**
   * @param mode one of {@link AppCompatDelegate}'s
   */
  public void choose(int mode) {
    kept.edit().putInt(NIGHT, mode).apply();
    AppCompatDelegate.setDefaultNightMode(mode);
  }
}
