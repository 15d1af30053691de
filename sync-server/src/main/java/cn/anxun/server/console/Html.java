package cn.anxun.server.console;

import java.util.function.Consumer;

/**
 * Builds HTML. Tags and attribute names are the programme's own; whatever is text or an attribute's
 * value is escaped here.
 */
final class Html {
  private final StringBuilder out = new StringBuilder();

  /**
   * An element with content.
   *
   * @param attributes names and values by turns
   */
  Html element(String tag, Consumer<Html> content, String... attributes) {
    open(tag, attributes);
    content.accept(this);
    out.append("</").append(tag).append('>');
    return this;
  }

  /** An element with text alone. */
  Html element(String tag, String text, String... attributes) {
    return element(tag, html -> html.text(text), attributes);
  }

  /** An element that has no content, such as an input. */
  Html open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ')
          .append(attributes[i])
          .append("=\"")
          .append(escaped(attributes[i + 1]))
          .append('"');
    }
    out.append('>');
    return this;
  }

  Html text(String text) {
    out.append(escaped(text));
    return this;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
