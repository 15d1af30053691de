package cn.anxun.app;

import android.os.Build;
import android.os.Bundle;
import android.view.WindowManager;
import androidx.appcompat.app.AppCompatActivity;
import androidx.fragment.app.FragmentManager;
import androidx.fragment.app.FragmentTransaction;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.Navigator;
import dagger.hilt.android.AndroidEntryPoint;
import org.jspecify.annotations.Nullable;

/** The one activity. Android restores its screens after a rotation or a kill. */
@AndroidEntryPoint(AppCompatActivity.class)
public final class MainActivity extends Hilt_MainActivity implements Navigator {
  @Override
  protected void onCreate(@Nullable Bundle state) {
    super.onCreate(state);
    hideInRecents();
    setContentView(R.layout.main);
    if (state == null) {
      restart(new Destination.Home());
    }
  }

  /** What is on the screen is nobody's business who flips through the recent apps. */
  private void hideInRecents() {
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
      setRecentsScreenshotEnabled(false);
    } else {
      getWindow().addFlags(WindowManager.LayoutParams.FLAG_SECURE);
    }
  }

  @Override
  public void open(Destination destination) {
    show(destination).addToBackStack(null).commit();
  }

  @Override
  public void replace(Destination destination) {
    FragmentManager screens = getSupportFragmentManager();
    boolean above = screens.getBackStackEntryCount() > 0;
    if (above) {
      screens.popBackStack();
    }
    FragmentTransaction transaction = show(destination);
    (above ? transaction.addToBackStack(null) : transaction).commit();
  }

  @Override
  public void restart(Destination destination) {
    FragmentManager screens = getSupportFragmentManager();
    screens.popBackStack(null, FragmentManager.POP_BACK_STACK_INCLUSIVE);
    show(destination).commit();
  }

  @Override
  public void back() {
    getOnBackPressedDispatcher().onBackPressed();
  }

  private FragmentTransaction show(Destination destination) {
    return getSupportFragmentManager()
        .beginTransaction()
        .setReorderingAllowed(true)
        .replace(R.id.screen, Screens.of(destination));
  }
}
