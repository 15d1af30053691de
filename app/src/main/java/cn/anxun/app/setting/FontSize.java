package cn.anxun.app.setting;

import android.content.Context;
import android.content.SharedPreferences;
import android.content.res.Configuration;
import dagger.hilt.android.qualifiers.ApplicationContext;
import javax.inject.Inject;

/**
 * How large the app's text is, whatever the system's is. Kept outside the encrypted database, for
 * it is needed before the first screen is drawn and is no secret.
 */
public final class FontSize {
  /** Follow the system. */
  public static final float SYSTEM = 0f;

  private static final String SCALE = "fontScale";

  private final SharedPreferences kept;

  @Inject
  public FontSize(@ApplicationContext Context context) {
    kept = context.getSharedPreferences("appearance", Context.MODE_PRIVATE);
  }

  /** The scale that was chosen last, such as 1.3; {@link #SYSTEM} before. */
  public float chosen() {
    return kept.getFloat(SCALE, SYSTEM);
  }

  /** From the next time that the activity is made. */
  public void choose(float scale) {
    kept.edit().putFloat(SCALE, scale).apply();
  }

  /** A context whose text is as large as was chosen; the same where the system is followed. */
  public static Context apply(Context base) {
    float scale = new FontSize(base).chosen();
    if (scale == SYSTEM) {
      return base;
    }
    Configuration larger = new Configuration(base.getResources().getConfiguration());
    larger.fontScale = scale;
    return base.createConfigurationContext(larger);
  }
}
