package cn.anxun.server.report;

import java.util.PrimitiveIterator;

/**
 * How much room a text takes in a Chinese font of fixed width: a Chinese character is two
 * half-width characters, a Latin letter or digit one. Spreadsheets do not grow a row by themselves
 * where its cells are merged, so heights are computed from this.
 */
public final class TextMeasure {
  private TextMeasure() {}

  /** The width in half-width characters, were it written in one line. */
  public static int width(String text) {
    return text.codePoints().map(TextMeasure::width).sum();
  }

  /** The lines it takes within this width; an empty text takes one. */
  public static int lines(String text, int width) {
    int lines = 0;
    for (String paragraph : text.split("\n", -1)) {
      lines += linesOfParagraph(paragraph, Math.max(width, 2));
    }
    return lines;
  }

  private static int linesOfParagraph(String paragraph, int width) {
    int lines = 1;
    int used = 0;
    int word = 0;
    PrimitiveIterator.OfInt characters = paragraph.codePoints().iterator();
    while (characters.hasNext()) {
      int character = characters.nextInt();
      int own = width(character);
      word = own == 1 && character != ' ' ? word + 1 : 0;
      if (used + own > width) {
        lines++;
        // A Latin word that fits on a line moves down whole.
        used = word > 1 && word <= width ? word : own;
        word = word > width ? 1 : word;
      } else {
        used += own;
      }
    }
    return lines;
  }

  /** Chinese fonts draw what lies beyond Latin letters two columns wide, quotes and ≥ included. */
  private static int width(int character) {
    return character < 0x0250 && character != 0xD7 && character != 0xB7 ? 1 : 2;
  }
}
