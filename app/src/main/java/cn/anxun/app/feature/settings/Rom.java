package cn.anxun.app.feature.settings;

import android.content.ComponentName;
import android.content.Intent;
import androidx.annotation.StringRes;
import cn.anxun.app.R;
import java.util.Locale;

/** A maker's Android, which stops apps in the background in a way of its own. */
enum Rom {
  HUAWEI(
      R.string.settings_rom_huawei,
      "com.huawei.systemmanager",
      "com.huawei.systemmanager.startupmgr.ui.StartupNormalAppListActivity"),
  HONOR(
      R.string.settings_rom_honor,
      "com.hihonor.systemmanager",
      "com.hihonor.systemmanager.startupmgr.ui.StartupNormalAppListActivity"),
  XIAOMI(
      R.string.settings_rom_xiaomi,
      "com.miui.securitycenter",
      "com.miui.permcenter.autostart.AutoStartManagementActivity"),
  OPPO(
      R.string.settings_rom_oppo,
      "com.coloros.safecenter",
      "com.coloros.safecenter.startupapp.StartupAppListActivity"),
  VIVO(
      R.string.settings_rom_vivo,
      "com.vivo.permissionmanager",
      "com.vivo.permissionmanager.activity.BgStartUpManagerActivity"),
  OTHER(R.string.settings_rom_other, "", "");

  @StringRes final int steps;
  private final String owner;
  private final String activity;

  Rom(@StringRes int steps, String owner, String activity) {
    this.steps = steps;
    this.owner = owner;
    this.activity = activity;
  }

  /** By {@code Build.MANUFACTURER}. */
  static Rom of(String manufacturer) {
    return switch (manufacturer.toLowerCase(Locale.ROOT)) {
      case "huawei" -> HUAWEI;
      case "honor", "hihonor" -> HONOR;
      case "xiaomi", "redmi", "poco" -> XIAOMI;
      case "oppo", "oneplus", "realme" -> OPPO;
      case "vivo", "iqoo" -> VIVO;
      default -> OTHER;
    };
  }

  /** The maker's own page; not there on every version. */
  Intent page() {
    return this == OTHER
        ? new Intent(android.provider.Settings.ACTION_IGNORE_BATTERY_OPTIMIZATION_SETTINGS)
        : new Intent().setComponent(new ComponentName(owner, activity));
  }
}
