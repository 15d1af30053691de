package cn.anxun.server.report.fill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a workbook's cell styles say that a cell holds. */
final class CellFormats {

  /** What a number format is for. */
  enum Format {
    GENERAL,
    TEXT,
    NUMBER,
    PERCENT,
    DATE
  }

  private static final Set<Integer> BUILT_IN_PERCENT = Set.of(9, 10);
  private static final int BUILT_IN_TEXT = 49;

  private final List<Format> byStyle = new ArrayList<>();

  private CellFormats() {}

  /** A workbook without styles: all general. */
  static CellFormats none() {
    return new CellFormats();
  }

  static CellFormats read(String styles, String prefix) {
    CellFormats formats = new CellFormats();
    Map<Integer, String> codes = new HashMap<>();
    boolean inCells = false;
    XmlCursor cursor = new XmlCursor(styles);
    while (cursor.next()) {
      if (cursor.isStart(prefix + "numFmt")) {
        String code = cursor.attribute("formatCode");
        codes.put(integer(cursor.attribute("numFmtId")), code == null ? "" : code);
      } else if (cursor.isStart(prefix + "cellXfs")) {
        inCells = !cursor.isSelfClosing();
      } else if (cursor.isEnd(prefix + "cellXfs")) {
        inCells = false;
      } else if (inCells && cursor.isStart(prefix + "xf")) {
        int format = integer(cursor.attribute("numFmtId"));
        formats.byStyle.add(format(format, codes.get(format)));
      }
    }
    return formats;
  }

  /** What the style of this index, as a cell names it, is for. */
  Format of(int style) {
    return style >= 0 && style < byStyle.size() ? byStyle.get(style) : Format.GENERAL;
  }

  private static Format format(int id, @Nullable String code) {
    if (code != null) {
      return custom(code);
    }
    if (BUILT_IN_PERCENT.contains(id)) {
      return Format.PERCENT;
    }
    if (id == BUILT_IN_TEXT) {
      return Format.TEXT;
    }
    boolean date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
    return date ? Format.DATE : id == 0 ? Format.GENERAL : Format.NUMBER;
  }

  private static Format custom(String code) {
    String bare = code.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|[_*].", "");
    if (bare.equals("@")) {
      return Format.TEXT;
    }
    if (bare.equalsIgnoreCase("General") || bare.isEmpty()) {
      return Format.GENERAL;
    }
    if (bare.contains("%")) {
      return Format.PERCENT;
    }
    return bare.matches("(?s).*[yYdDhHsS].*|[mM/\\-]+") ? Format.DATE : Format.NUMBER;
  }

  static int integer(@Nullable String text) {
    try {
      return text == null ? 0 : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
