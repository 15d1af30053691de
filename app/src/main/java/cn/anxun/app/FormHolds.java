package cn.anxun.app;

import android.os.Bundle;
import android.view.View;
import androidx.fragment.app.Fragment;
import androidx.fragment.app.FragmentManager;
import cn.anxun.app.account.IdleLock;
import cn.anxun.app.navigation.FormScreen;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the idle lock from striking so soon while a {@link FormScreen} is open. */
final class FormHolds extends FragmentManager.FragmentLifecycleCallbacks {
  private final Map<Fragment, IdleLock.Hold> holds = new HashMap<>();
  private final IdleLock lock;

  FormHolds(IdleLock lock) {
    this.lock = lock;
  }

  @Override
  public void onFragmentViewCreated(
      FragmentManager screens, Fragment screen, View view, @Nullable Bundle state) {
    if (screen instanceof FormScreen) {
      holds.put(screen, lock.hold());
    }
  }

  @Override
  public void onFragmentViewDestroyed(FragmentManager screens, Fragment screen) {
    IdleLock.Hold hold = holds.remove(screen);
    if (hold != null) {
      hold.close();
    }
  }
}
