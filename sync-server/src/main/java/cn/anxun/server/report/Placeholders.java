package cn.anxun.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Names in double braces within a text, as in {@code 得分：{{total}}}. */
public final class Placeholders {
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";

  /**
   * One of them.
   *
   * @param from where its first brace stands
   * @param until just after its last brace
   * @param name what is between the braces, without spaces around it
   */
  public record Span(int from, int until, String name) {}

  private Placeholders() {}

  /** All of them in order; braces that are never closed open none. */
  public static List<Span> find(String text) {
    List<Span> spans = new ArrayList<>();
    int from = text.indexOf(OPEN);
    while (from >= 0) {
      int close = text.indexOf(CLOSE, from + OPEN.length());
      if (close < 0) {
        break;
      }
      int inner = text.lastIndexOf(OPEN, close - 1);
      String name = text.substring(inner + OPEN.length(), close).strip();
      spans.add(new Span(inner, close + CLOSE.length(), name));
      from = text.indexOf(OPEN, close + CLOSE.length());
    }
    return spans;
  }

  /** Whether anything in the text looks like the start or the end of one. */
  public static boolean suspectedIn(String text) {
    return text.contains(OPEN) || text.contains(CLOSE);
  }

  /** The text with each replaced. */
  public static String expand(String text, Function<String, String> values) {
    StringBuilder expanded = new StringBuilder();
    int done = 0;
    for (Span span : find(text)) {
      expanded.append(text, done, span.from()).append(values.apply(span.name()));
      done = span.until();
    }
    return expanded.append(text, done, text.length()).toString();
  }
}
