package cn.anxun.core.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads well-formed JSON in one pass over its characters. What is wrong with other text it does not
 * say: {@link JsonText} has that read again by a reader that knows lines and paths.
 */
final class JsonParser {
  /** Deeper than this nothing is even checked. */
  private static final int MAX_CHECKED_DEPTH = 250;

  /** The characters of an escape such as {@code \n}. */
  private static final int ESCAPED = 2;

  /** Those of one by its number, four hexadecimal digits. */
  private static final int ESCAPED_HEX = 6;

  /** The text is not JSON, or not within the limits. */
  static final class Stop extends Exception {
    private static final long serialVersionUID = 1L;

    private Stop() {
      super(null, null, false, false);
    }
  }

  private final char[] text;
  private int at;

  private JsonParser(String text) {
    this.text = text.toCharArray();
  }

  /** The value, read within the limits of {@link JsonText#read(String)}. */
  static Json read(String text) throws Stop {
    JsonParser parser = new JsonParser(text);
    Json value = parser.value(0);
    parser.end();
    return value;
  }

  /** Reads over one value, without those limits and without building it. */
  static void check(String text) throws Stop {
    JsonParser parser = new JsonParser(text);
    parser.skipValue(0);
    parser.end();
  }

  private void end() throws Stop {
    skipSpace();
    if (at < text.length) {
      throw new Stop();
    }
  }

  private Json value(int depth) throws Stop {
    if (depth > JsonText.MAX_DEPTH) {
      throw new Stop();
    }
    return switch (next()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> Recurring.text(string());
      case 't' -> literal("true", Json.TRUE);
      case 'f' -> literal("false", Json.FALSE);
      case 'n' -> literal("null", Json.NULL);
      default -> number();
    };
  }

  private Json object(int depth) throws Stop {
    Map<String, Json> members = new LinkedHashMap<>();
    at++;
    if (next() == '}') {
      at++;
      return new Json.Members(members);
    }
    while (true) {
      if (next() != '"') {
        throw new Stop();
      }
      String name = Recurring.name(string());
      take(':');
      if (members.put(name, value(depth + 1)) != null) {
        throw new Stop();
      }
      if (ends('}')) {
        return new Json.Members(members);
      }
    }
  }

  private Json array(int depth) throws Stop {
    List<Json> items = new ArrayList<>();
    at++;
    if (next() == ']') {
      at++;
      return new Json.Items(items);
    }
    do {
      items.add(value(depth + 1));
    } while (!ends(']'));
    return new Json.Items(items);
  }

  /** Whether the bracket closes here; else there is a comma. */
  private boolean ends(char bracket) throws Stop {
    char here = next();
    at++;
    if (here != bracket && here != ',') {
      throw new Stop();
    }
    return here == bracket;
  }

  private void take(char mark) throws Stop {
    if (next() != mark) {
      throw new Stop();
    }
    at++;
  }

  private Json literal(String word, Json value) throws Stop {
    skipLiteral(word);
    return value;
  }

  private Json number() throws Stop {
    int from = at;
    skipNumber();
    if (at - from > JsonText.MAX_NUMBER_CHARS) {
      throw new Stop();
    }
    BigDecimal number;
    try {
      number = new BigDecimal(text, from, at - from);
    } catch (NumberFormatException e) {
      throw new Stop();
    }
    if (Math.abs((long) number.scale()) > JsonText.MAX_SCALE) {
      throw new Stop();
    }
    return new Json.Num(number);
  }

  private String string() throws Stop {
    int from = at + 1;
    boolean plain = skipString();
    if (plain) {
      return new String(text, from, at - 1 - from);
    }
    return unescaped(from, at - 1);
  }

  private String unescaped(int from, int to) throws Stop {
    StringBuilder builder = new StringBuilder(to - from);
    int i = from;
    while (i < to) {
      if (text[i] != '\\') {
        builder.append(text[i]);
        i++;
      } else if (text[i + 1] == 'u') {
        builder.append((char) hex(i + 2));
        i += ESCAPED_HEX;
      } else {
        builder.append(escaped(text[i + 1]));
        i += ESCAPED;
      }
    }
    requireWholeCharacters(builder);
    return builder.toString();
  }

  /** Half a surrogate pair is no character, and could not be written again. */
  private static void requireWholeCharacters(CharSequence text) throws Stop {
    int i = 0;
    while (i < text.length()) {
      boolean half = Character.isSurrogate(text.charAt(i));
      if (half
          && (i + 1 == text.length()
              || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1)))) {
        throw new Stop();
      }
      i += half ? 2 : 1;
    }
  }

  private static char escaped(char mark) throws Stop {
    return switch (mark) {
      case '"', '\\', '/' -> mark;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> throw new Stop();
    };
  }

  private int hex(int from) throws Stop {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = i < text.length && text[i] < 128 ? Character.digit(text[i], 16) : -1;
      if (digit < 0) {
        throw new Stop();
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private void skipValue(int depth) throws Stop {
    if (depth > MAX_CHECKED_DEPTH) {
      throw new Stop();
    }
    switch (next()) {
      case '{' -> skipMembers(depth);
      case '[' -> skipItems(depth);
      case '"' -> skipText();
      case 't' -> skipLiteral("true");
      case 'f' -> skipLiteral("false");
      case 'n' -> skipLiteral("null");
      default -> skipNumber();
    }
  }

  private void skipMembers(int depth) throws Stop {
    at++;
    if (next() == '}') {
      at++;
      return;
    }
    do {
      if (next() != '"') {
        throw new Stop();
      }
      skipText();
      take(':');
      skipValue(depth + 1);
    } while (!ends('}'));
  }

  private void skipItems(int depth) throws Stop {
    at++;
    if (next() == ']') {
      at++;
      return;
    }
    do {
      skipValue(depth + 1);
    } while (!ends(']'));
  }

  private void skipText() throws Stop {
    int from = at + 1;
    if (skipString()) {
      return;
    }
    int i = from;
    while (i < at - 1) {
      if (text[i] != '\\') {
        i++;
      } else if (text[i + 1] == 'u') {
        int unused = hex(i + 2);
        i += ESCAPED_HEX;
      } else {
        char unused = escaped(text[i + 1]);
        i += ESCAPED;
      }
    }
  }

  /** Goes behind the string that begins here; whether it stands there as it is to be read. */
  private boolean skipString() throws Stop {
    boolean plain = true;
    int i = at + 1;
    while (i < text.length && text[i] != '"') {
      if (text[i] < ' ') {
        throw new Stop();
      }
      if (text[i] == '\\') {
        plain = false;
        i++;
      } else if (Character.isSurrogate(text[i])) {
        plain = false;
      }
      i++;
    }
    if (i >= text.length) {
      throw new Stop();
    }
    at = i + 1;
    return plain;
  }

  private void skipLiteral(String word) throws Stop {
    for (int i = 0; i < word.length(); i++) {
      if (at == text.length || text[at] != word.charAt(i)) {
        throw new Stop();
      }
      at++;
    }
    requireEndOfWord();
  }

  private void skipNumber() throws Stop {
    if (is('-')) {
      at++;
    }
    if (is('0')) {
      at++;
    } else {
      skipDigits();
    }
    if (is('.')) {
      at++;
      skipDigits();
    }
    if (is('e') || is('E')) {
      at++;
      if (is('+') || is('-')) {
        at++;
      }
      skipDigits();
    }
    requireEndOfWord();
  }

  private boolean is(char mark) {
    return at < text.length && text[at] == mark;
  }

  private void skipDigits() throws Stop {
    int from = at;
    while (at < text.length && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    if (at == from) {
      throw new Stop();
    }
  }

  /** Behind a number or a word there is nothing, space, a comma or a bracket. */
  private void requireEndOfWord() throws Stop {
    if (at < text.length && ",]} \t\r\n".indexOf(text[at]) < 0) {
      throw new Stop();
    }
  }

  private char next() throws Stop {
    skipSpace();
    if (at == text.length) {
      throw new Stop();
    }
    return text[at];
  }

  private void skipSpace() {
    while (at < text.length
        && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r')) {
      at++;
    }
  }
}
