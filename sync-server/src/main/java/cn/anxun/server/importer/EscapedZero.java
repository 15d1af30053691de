package cn.anxun.server.importer;

import java.util.regex.Pattern;

/**
 * The character U+0000 as workbooks hold it: {@code _x0000_} (ST_Xstring of ISO/IEC 29500-1), for
 * XML has none. Spreadsheet programs show nothing in its place.
 */
public final class EscapedZero {
  private static final String WRITTEN = "_x0000_";

  /** Somebody who types it has its first underscore written as _x005F_. */
  private static final Pattern ZERO = Pattern.compile("(?<!_x005[Ff])" + WRITTEN);

  private EscapedZero() {}

  /** Whether the text of a cell holds it. */
  public static boolean isIn(String text) {
    return text.contains(WRITTEN) && ZERO.matcher(text).find();
  }

  /** The text as it is shown. */
  public static String strip(String text) {
    return text.contains(WRITTEN) ? ZERO.matcher(text).replaceAll("") : text;
  }
}
