package cn.anxun.app.device;

import android.app.ActivityManager.RunningAppProcessInfo;
import android.content.ComponentName;
import android.content.Context;
import android.content.Intent;

/** {@link Restart} of a phone's own process. */
public final class ProcessRestart implements Restart {
  private final Context context;

  public ProcessRestart(Context context) {
    this.context = context;
  }

  @Override
  public void now() {
    RunningAppProcessInfo process = new RunningAppProcessInfo();
    android.app.ActivityManager.getMyMemoryState(process);
    Intent launch = context.getPackageManager().getLaunchIntentForPackage(context.getPackageName());
    ComponentName first = launch == null ? null : launch.getComponent();
    if (first != null && process.importance <= RunningAppProcessInfo.IMPORTANCE_VISIBLE) {
      context.startActivity(Intent.makeRestartActivityTask(first));
    }
    Runtime.getRuntime().exit(0);
  }
}
