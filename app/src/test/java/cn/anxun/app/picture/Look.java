package cn.anxun.app.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a phone is set when a picture is taken.
 *
 * @param language {@code zh} or {@code en}
 * @param night the dark theme
 * @param fontScale of the system's settings, 1.0 to 2.0
 * @param landscape held sideways
 */
public record Look(String language, boolean night, float fontScale, boolean landscape) {

  public static final Look PLAIN = new Look("zh", false, 1.0f, false);
  public static final Look LARGE = new Look("zh", false, 2.0f, false);
  public static final Look ENGLISH_NIGHT_LARGE = new Look("en", true, 2.0f, false);
  public static final Look SIDEWAYS = new Look("zh", false, 1.0f, true);

  /** Every language with every theme and font, and one held sideways. */
  public static List<Look> all() {
    List<Look> looks = new ArrayList<>();
    for (String language : List.of("zh", "en")) {
      for (boolean night : new boolean[] {false, true}) {
        for (float fontScale : new float[] {1.0f, 2.0f}) {
          looks.add(new Look(language, night, fontScale, false));
        }
      }
    }
    looks.add(SIDEWAYS);
    return Collections.unmodifiableList(looks);
  }

  /** The two that differ most, for states other than the usual one. */
  public static List<Look> few() {
    return List.of(PLAIN, ENGLISH_NIGHT_LARGE);
  }

  /** As resource qualifiers, of a phone of usual size. */
  String qualifiers() {
    String locale = language.equals("zh") ? "zh-rCN" : "en-rUS";
    String size = landscape ? "w891dp-h411dp" : "w411dp-h891dp";
    String shape = landscape ? "land" : "port";
    return locale + '-' + size + '-' + shape + (night ? "-night" : "-notnight") + "-xhdpi";
  }

  /** As it ends the name of a picture. */
  String suffix() {
    return language
        + (night ? "-dark" : "-light")
        + (fontScale > 1 ? "-large" : "")
        + (landscape ? "-sideways" : "");
  }
}
