package cn.anxun.app.ui;

import android.view.View;
import androidx.annotation.StringRes;
import androidx.core.view.ViewCompat;
import androidx.fragment.app.Fragment;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Navigator;
import com.google.android.material.appbar.MaterialToolbar;

/** The bar at the top of a screen, from the layout {@code ui_toolbar}. */
public final class ScreenBar {
  private ScreenBar() {}

  /** With the screen's name and the way back. */
  public static MaterialToolbar show(Fragment screen, View root, @StringRes int title) {
    MaterialToolbar bar = first(screen, root, title);
    bar.setNavigationIcon(R.drawable.ui_back);
    bar.setNavigationContentDescription(R.string.ui_back);
    bar.setNavigationOnClickListener(view -> Navigator.of(screen).back());
    return bar;
  }

  /** Of a screen that nothing lies behind. */
  public static MaterialToolbar first(Fragment screen, View root, @StringRes int title) {
    MaterialToolbar bar = root.findViewById(R.id.ui_toolbar);
    bar.setTitle(title);
    ViewCompat.setAccessibilityPaneTitle(root, screen.getString(title));
    return bar;
  }
}
