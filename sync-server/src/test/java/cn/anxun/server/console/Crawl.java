package cn.anxun.server.console;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Follows every link from the first page on, a few addresses of each kind. */
public final class Crawl {
  private static final Pattern LINK = Pattern.compile("\\shref=\"([^\"]*)\"");
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, Integer> kinds = new HashMap<>();
  private final UnaryOperator<String> kind;
  private final int ofEach;

  private Crawl(UnaryOperator<String> kind, int ofEach) {
    this.kind = kind;
    this.ofEach = ofEach;
  }

  /** Opens an address and says what the page's source is; "" for what is no page. */
  public interface Opening {
    String open(String address) throws Exception;
  }

  /**
   * Opens what links lead to.
   *
   * @param kind of an address, such as {@link #place}
   * @param ofEach how many addresses of a kind are opened
   * @return how many addresses of each kind were found
   */
  public static Map<String, Integer> run(UnaryOperator<String> kind, int ofEach, Opening opening)
      throws Exception {
    Crawl crawl = new Crawl(kind, ofEach);
    crawl.found("/");
    while (!crawl.open.isEmpty()) {
      String source = opening.open(crawl.open.remove());
      Matcher link = LINK.matcher(source);
      while (link.find()) {
        crawl.found(link.group(1).replace("&amp;", "&"));
      }
    }
    return new LinkedHashMap<>(crawl.kinds);
  }

  private void found(String address) {
    boolean ours = address.startsWith("/") && !address.startsWith("/assets/");
    if (ours && known.add(address) && kinds.merge(kind.apply(address), 1, Integer::sum) <= ofEach) {
      open.add(address);
    }
  }

  /** The address without what tells records apart, and with the names of its parameters. */
  public static String question(String address) {
    String[] parts = address.split("\\?", 2);
    String names =
        parts.length == 1
            ? ""
            : List.of(parts[1].split("&")).stream()
                .map(parameter -> parameter.split("=", 2)[0])
                .sorted()
                .distinct()
                .collect(Collectors.joining("&", "?", ""));
    return place(address) + names;
  }

  /** The address without its parameters and without what tells records apart. */
  public static String place(String address) {
    return address
        .split("\\?", 2)[0]
        .replaceAll("[0-9][0-9a-f-]{3,}|[0-9]+", "*")
        .replaceAll("/(say|amend|figures|base)/[^/]+", "/$1/*");
  }
}
