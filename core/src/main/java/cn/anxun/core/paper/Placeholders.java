package cn.anxun.core.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with {@code {name}} in them. */
final class Placeholders {
  private static final Pattern NAME = Pattern.compile("\\{([a-z_]{1,32})\\}");

  private Placeholders() {}

  /** The text with what is known put in, in one pass; other placeholders stay. */
  static String fill(String text, Map<String, String> values) {
    Matcher matcher = NAME.matcher(text);
    StringBuffer filled = new StringBuffer();
    while (matcher.find()) {
      String value = values.getOrDefault(matcher.group(1), matcher.group());
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }

  /** The names that stand in a text. */
  static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
