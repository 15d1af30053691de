package cn.anxun.server.report.xlsx;

/**
 * Texts that a spreadsheet program might take for a formula once somebody edits the cell or saves
 * the sheet as CSV. Such cells are marked as text, so that a hazard's description can never
 * compute.
 */
public final class CellText {
  /** The most characters that a cell holds. */
  public static final int MOST = 32_767;

  private static final String STARTS = "=+-@\t\r\n＝＋－＠";

  private CellText() {}

  /** Whether it starts as a formula does. */
  public static boolean looksLikeFormula(String text) {
    return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
  }

  /** The text without what XML cannot hold, and no longer than a cell. */
  public static String fitting(String text) {
    return text.length() <= MOST && isPlain(text) ? text : cut(text);
  }

  private static String cut(String text) {
    StringBuilder kept = new StringBuilder(Math.min(text.length(), MOST));
    text.codePoints()
        .filter(CellText::isXml)
        .takeWhile(c -> kept.length() + Character.charCount(c) <= MOST)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** Whether nothing is to be cut; of a text with surrogates that is not said. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isXml(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
