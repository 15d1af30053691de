package cn.anxun.app;

import androidx.core.content.res.ResourcesCompat;
import java.util.Map;
import org.robolectric.util.ReflectionHelpers;

/**
 * All tests share one process, and libraries keep things in statics that a newly started app would
 * not have.
 */
public final class FreshProcess {
  private static final String BARS = "com.google.android.material.snackbar.SnackbarManager";

  private FreshProcess() {}

  /** To be called before an activity is launched. */
  public static void begin() {
    forgetColours();
    forgetBars();
  }

  /**
   * A configuration that changes in one process changes in place under Robolectric, and the cache
   * of colours takes it for the same.
   */
  private static void forgetColours() {
    ReflectionHelpers.<Map<?, ?>>getStaticField(ResourcesCompat.class, "sColorStateCaches").clear();
  }

  /** A bar that an earlier test left there would have to slide out before another is shown. */
  private static void forgetBars() {
    try {
      ReflectionHelpers.setStaticField(Class.forName(BARS), "snackbarManager", null);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
