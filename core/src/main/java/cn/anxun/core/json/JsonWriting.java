package cn.anxun.core.json;

import java.util.List;
import java.util.Map;

/**
 * Writes {@link Json} without spaces. What is written is hashed: not a byte of it may ever change.
 */
final class JsonWriting {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out = new StringBuilder(256);

  private JsonWriting() {}

  static String write(Json value) {
    JsonWriting writing = new JsonWriting();
    writing.value(value);
    return writing.out.toString();
  }

  private void value(Json value) {
    if (value instanceof Json.Text text) {
      string(text.value());
    } else if (value instanceof Json.Num num) {
      out.append(num.value());
    } else if (value instanceof Json.Flag flag) {
      out.append(flag.value());
    } else if (value instanceof Json.Items items) {
      items(items.values());
    } else if (value instanceof Json.Members members) {
      members(members.values());
    } else {
      out.append("null");
    }
  }

  private void items(List<Json> values) {
    char before = '[';
    for (Json value : values) {
      out.append(before);
      value(value);
      before = ',';
    }
    out.append(before == '[' ? "[]" : "]");
  }

  private void members(Map<String, Json> values) {
    char before = '{';
    for (Map.Entry<String, Json> member : values.entrySet()) {
      out.append(before);
      string(member.getKey());
      out.append(':');
      value(member.getValue());
      before = ',';
    }
    out.append(before == '{' ? "{}" : "}");
  }

  private void string(String text) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char here = text.charAt(i);
      if (here >= ' ' && here != '"' && here != '\\' && here != '\u2028' && here != '\u2029') {
        continue;
      }
      out.append(text, written, i);
      written = i + 1;
      escape(here);
    }
    out.append(text, written, text.length()).append('"');
  }

  private void escape(char here) {
    switch (here) {
      case '"', '\\' -> out.append('\\').append(here);
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\f' -> out.append("\\f");
      default -> {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX[here >> shift & 0xF]);
        }
      }
    }
  }
}
