package cn.anxun.server.report.fill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters and names in XML text. */
final class XmlText {
  private static final Pattern DECLARATION = Pattern.compile("\\sxmlns(?::([^\\s=]+))?\\s*=");

  private XmlText() {}

  /** A change of the characters {@code from} to {@code until}. */
  record Edit(int from, int until, String by) {}

  /** The text with these changes, which must not overlap; everything else stays as it is. */
  static String apply(String xml, List<Edit> edits) {
    List<Edit> inOrder = new ArrayList<>(edits);
    inOrder.sort(Comparator.comparingInt(Edit::from));
    StringBuilder changed = new StringBuilder(xml.length() + 64 * edits.size());
    int done = 0;
    for (Edit edit : inOrder) {
      if (edit.from() < done) {
        throw new IllegalStateException("two edits of one place at " + edit.from());
      }
      changed.append(xml, done, edit.from()).append(edit.by());
      done = edit.until();
    }
    return changed.append(xml, done, xml.length()).toString();
  }

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** Decoded characters, and where each stands in the raw text. */
  static final class Decoded {
    private final String text;
    private final int[] places;

    private Decoded(String text, int[] places) {
      this.text = text;
      this.places = places;
    }

    String text() {
      return text;
    }

    /** Where the character of this index starts; for one past the last, where that ends. */
    int place(int index) {
      return places[index];
    }
  }

  static String decode(String raw) {
    return raw.indexOf('&') < 0 ? raw : decodeWithPlaces(raw).text();
  }

  static Decoded decodeWithPlaces(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    int[] places = new int[raw.length() + 1];
    int at = 0;
    while (at < raw.length()) {
      int semicolon = raw.charAt(at) == '&' ? raw.indexOf(';', at) : -1;
      String decoded =
          semicolon < 0
              ? String.valueOf(raw.charAt(at))
              : reference(raw.substring(at + 1, semicolon));
      Arrays.fill(places, text.length(), text.length() + decoded.length(), at);
      text.append(decoded);
      at = semicolon < 0 ? at + 1 : semicolon + 1;
    }
    places[text.length()] = raw.length();
    return new Decoded(text.toString(), places);
  }

  /** A text that is written as it reads, in a CDATA section. */
  static Decoded verbatim(String text) {
    int[] places = new int[text.length() + 1];
    Arrays.setAll(places, i -> i);
    return new Decoded(text, places);
  }

  private static String reference(String name) {
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> {
        boolean hex = name.startsWith("#x");
        int character = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        yield Character.toString(character);
      }
    };
  }

  /**
   * The prefix, with its colon, that the outermost element binds to one of these namespaces; "" for
   * the default one, and empty where it binds none to them.
   */
  static Optional<String> prefix(String xml, Set<String> namespaces) {
    XmlCursor cursor = new XmlCursor(xml);
    while (cursor.next() && cursor.token() != XmlCursor.Token.START) {}
    Matcher declaration = DECLARATION.matcher(xml.substring(cursor.from(), cursor.until()));
    while (declaration.find()) {
      String prefix = declaration.group(1);
      String namespace = cursor.attribute(prefix == null ? "xmlns" : "xmlns:" + prefix);
      if (namespace != null && namespaces.contains(namespace)) {
        return Optional.of(prefix == null ? "" : prefix + ":");
      }
    }
    return Optional.empty();
  }
}
