package cn.anxun.core.preset;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Kind;

/**
 * An activity as it is usually held, to be taken over at a tap and edited.
 *
 * @param key stable among the presets
 * @param label what its card says
 * @param english the card in English
 * @param kind what it records: a drill, a training or a publicity activity
 * @param title the name's part after the place, such as 防汛应急演练
 * @param fields what the record starts with; coded values are of the shipped code lists
 */
public record ActivityPreset(
    String key, String label, String english, Kind kind, String title, Fields fields) {
  private static final int MAX_NAME = 120;

  /**
   * The name of an activity of this kind held there, such as 某某社区防汛应急演练; at most 120 characters,
   * for which the place is cut short.
   *
   * @param place a division, a site or a unit; "" where it is not known
   */
  public String name(String place) {
    String trimmed = place.trim();
    int room = MAX_NAME - title.length();
    return (trimmed.length() > room ? trimmed.substring(0, room) : trimmed) + title;
  }
}
