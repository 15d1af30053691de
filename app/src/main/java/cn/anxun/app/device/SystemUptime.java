package cn.anxun.app.device;

import android.content.Context;
import android.os.SystemClock;
import android.provider.Settings;

/** {@link Uptime} as Android counts it. */
public final class SystemUptime implements Uptime {
  private final Context context;

  public SystemUptime(Context context) {
    this.context = context;
  }

  @Override
  public long elapsedMillis() {
    return SystemClock.elapsedRealtime();
  }

  @Override
  public int boot() {
    return Settings.Global.getInt(context.getContentResolver(), Settings.Global.BOOT_COUNT, 0);
  }
}
