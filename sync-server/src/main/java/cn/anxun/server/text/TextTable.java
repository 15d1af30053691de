package cn.anxun.server.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for a terminal, its columns aligned by the width that characters take there: two cells
 * for Chinese characters and full-width signs, one for others, none for combining ones (UAX #11).
 */
public final class TextTable {
  private static final String GAP = "  ";

  /** On which side a column's texts stand. */
  public enum Align {
    LEFT,
    RIGHT
  }

  private final List<Align> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with a heading. */
  public TextTable(List<Align> columns, List<String> heading) {
    this.columns = List.copyOf(columns);
    row(heading);
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException where it has another number of cells than there are columns
   */
  public TextTable row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          columns.size() + " columns but " + cells.size() + " cells: " + cells);
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /** The lines, the heading first, a rule under it, each behind the indent. */
  public List<String> lines(String indent) {
    int[] widths = new int[columns.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int i = 0; i < widths.length; i++) {
        String padding = " ".repeat(widths[i] - width(row.get(i)));
        line.append(i == 0 ? "" : GAP)
            .append(columns.get(i) == Align.RIGHT ? padding + row.get(i) : row.get(i) + padding);
      }
      lines.add(line.toString().stripTrailing());
    }
    int total = GAP.length() * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    lines.add(1, indent + "─".repeat(total));
    return lines;
  }

  /** How many cells of a terminal the text takes. */
  public static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  /** The text, cut to so many cells with an ellipsis where it is longer. */
  public static String cut(String text, int cells) {
    if (width(text) <= cells) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int taken = 1;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      taken += width(codePoint);
      if (taken > cells) {
        break;
      }
      kept.appendCodePoint(codePoint);
      i += Character.charCount(codePoint);
    }
    return kept.append('…').toString();
  }

  private static int width(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || type == Character.CONTROL) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  private static boolean isWide(int codePoint) {
    return (codePoint >= 0x1100 && codePoint <= 0x115F)
        || (codePoint >= 0x2E80 && codePoint <= 0x303E)
        || (codePoint >= 0x3041 && codePoint <= 0xA4CF)
        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
        || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
        || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
        || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
        || (codePoint >= 0x20000 && codePoint <= 0x3FFFD)
        || codePoint == 0x201C
        || codePoint == 0x201D;
  }
}
