package cn.anxun.app.place;

import cn.anxun.app.setting.Settings;
import javax.inject.Inject;

/** Whether records get a point. Waits for the disk. */
public final class PlaceSetting {
  private static final String OFF = "place.off";

  private final Settings settings;

  @Inject
  public PlaceSetting(Settings settings) {
    this.settings = settings;
  }

  /** Unless somebody switched it off. */
  public boolean isOn() {
    return !settings.isOn(OFF);
  }

  public void choose(boolean on) {
    settings.turn(OFF, !on);
  }
}
