package cn.anxun.app.feature.inspection;

import android.icu.text.AlphabeticIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds a Chinese name by the initials of its pinyin, as in {@code ygcs} for 阳光超市. A character has
 * the initial of its place in the dictionary, and besides, where names use another reading, that
 * one: 重 is found as z and as c.
 */
final class PinyinInitials {
  /** Characters with another reading than the dictionary's first: the character, its initials. */
  private static final String[] OTHER_READINGS = {
    "重C", "长C", "厦X", "单S", "曾C", "乐YL", "行XH", "朝Z", "都D", "车J", "石D", "查Z", "仇Q", "翟D", "传Z",
    "调T", "降X", "角J", "校J", "盛C", "省X", "藏Z", "会K", "洞T", "宿X", "盖G", "解X", "区O", "柏B", "种C",
  };

  private static final AlphabeticIndex.ImmutableIndex<Void> DICTIONARY =
      new AlphabeticIndex<Void>(Locale.CHINA).addLabels(Locale.ENGLISH).buildImmutableIndex();

  private static final Map<Character, String> OTHERS = others();

  /** A character's initials, asked of the dictionary once. */
  private final Map<Character, String> known = new HashMap<>();

  /**
   * The initials of each character, in small letters: one or more for each. A letter or digit is
   * its own; another sign has none.
   */
  synchronized List<String> of(String name) {
    List<String> initials = new ArrayList<>(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      String of = known.get(c);
      if (of == null) {
        of = initials(c);
        known.put(c, of);
      }
      initials.add(of);
    }
    return initials;
  }

  /** Whether these letters stand for neighbouring characters of the name. */
  static boolean contain(List<String> initials, String letters) {
    for (int start = 0; start + letters.length() <= initials.size(); start++) {
      int matched = 0;
      while (matched < letters.length()
          && initials.get(start + matched).indexOf(letters.charAt(matched)) >= 0) {
        matched++;
      }
      if (matched == letters.length()) {
        return true;
      }
    }
    return false;
  }

  private static String initials(char c) {
    if (c < 0x80) {
      return Character.isLetterOrDigit(c) ? String.valueOf(Character.toLowerCase(c)) : "";
    }
    String text = String.valueOf(c);
    String label = DICTIONARY.getBucket(DICTIONARY.getBucketIndex(text)).getLabel();
    String first = label.length() == 1 && label.charAt(0) < 0x80 ? label : "";
    String other = OTHERS.getOrDefault(c, "");
    return (first + other).toLowerCase(Locale.ROOT);
  }

  private static Map<Character, String> others() {
    Map<Character, String> others = new HashMap<>();
    for (String reading : OTHER_READINGS) {
      others.put(reading.charAt(0), reading.substring(1));
    }
    return others;
  }
}
