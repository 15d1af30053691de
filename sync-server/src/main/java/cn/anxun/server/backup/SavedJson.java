package cn.anxun.server.backup;

import cn.anxun.core.json.Json;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the members of what was saved; {@link IllegalArgumentException} names one that is not
 * right.
 */
final class SavedJson {
  private SavedJson() {}

  static Json.Members members(Json json) {
    if (json instanceof Json.Members members) {
      return members;
    }
    throw new IllegalArgumentException("not an object");
  }

  static List<Json> items(Json.Members json, String name) {
    if (json.get(name) instanceof Json.Items items) {
      return items.values();
    }
    throw new IllegalArgumentException(name);
  }

  static String text(Json.Members json, String name) {
    if (json.get(name) instanceof Json.Text text) {
      return text.value();
    }
    throw new IllegalArgumentException(name);
  }

  static String matching(Json.Members json, String name, Pattern form) {
    String text = text(json, name);
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException(name + ": " + text);
    }
    return text;
  }

  static long number(Json.Members json, String name) {
    if (json.get(name) instanceof Json.Num num) {
      try {
        return num.value().longValueExact();
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException(name, e);
      }
    }
    throw new IllegalArgumentException(name);
  }
}
