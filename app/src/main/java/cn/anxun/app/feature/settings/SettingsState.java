package cn.anxun.app.feature.settings;

/**
 * What the screen shows.
 *
 * @param who the account's name and bureau; "" while it is not known
 * @param place whether records get a point
 * @param unsent entries that keep from logging out; 0 where nobody has tried or nothing keeps
 * @param loggedOut whether it is done
 */
record SettingsState(
    String who,
    boolean wifiOnly,
    boolean place,
    boolean photosWifiOnly,
    int unsent,
    boolean loggedOut) {
  static final SettingsState FIRST = new SettingsState("", false, true, false, 0, false);
}
