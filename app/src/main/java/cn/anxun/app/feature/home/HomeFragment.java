package cn.anxun.app.feature.home;

import android.os.Bundle;
import android.view.View;
import androidx.fragment.app.Fragment;
import cn.anxun.app.R;
import cn.anxun.app.ui.ScreenBar;
import dagger.hilt.android.AndroidEntryPoint;
import org.jspecify.annotations.Nullable;

/** 首页. */
@AndroidEntryPoint(Fragment.class)
public final class HomeFragment extends Hilt_HomeFragment {
  public HomeFragment() {
    super(R.layout.home);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.first(this, view, R.string.app_name);
  }
}
