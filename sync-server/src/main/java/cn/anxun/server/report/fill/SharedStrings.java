package cn.anxun.server.report.fill;

import cn.anxun.server.report.Placeholders;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The texts that a workbook's cells share; only those that hold placeholders are kept. */
final class SharedStrings {

  /**
   * A text, in runs where it has several looks.
   *
   * @param inner what stands in its {@code si} element, without phonetic readings
   */
  record Rich(String inner, String text) {}

  private final Map<Integer, Rich> byIndex = new HashMap<>();

  private SharedStrings() {}

  static SharedStrings none() {
    return new SharedStrings();
  }

  static SharedStrings read(String xml, String prefix) {
    SharedStrings strings = new SharedStrings();
    XmlCursor cursor = new XmlCursor(xml);
    int index = 0;
    while (cursor.next()) {
      if (cursor.isStart(prefix + "si")) {
        if (!cursor.isSelfClosing()) {
          strings.add(index, xml, cursor, prefix);
        }
        index++;
      }
    }
    return strings;
  }

  private void add(int index, String xml, XmlCursor cursor, String prefix) {
    Rich rich = read(xml, cursor, prefix, "si");
    if (Placeholders.suspectedIn(rich.text())) {
      byIndex.put(index, rich);
    }
  }

  /**
   * Reads a text element's content; the cursor stands on its start tag and is left on its end tag.
   */
  static Rich read(String xml, XmlCursor cursor, String prefix, String element) {
    StringBuilder inner = new StringBuilder();
    StringBuilder text = new StringBuilder();
    int kept = cursor.until();
    boolean inText = false;
    while (cursor.next() && !cursor.isEnd(prefix + element)) {
      if (cursor.isStart(prefix + "rPh") || cursor.isStart(prefix + "phoneticPr")) {
        inner.append(xml, kept, cursor.from());
        cursor.skipElement();
        kept = cursor.until();
      } else if (cursor.isStart(prefix + "t")) {
        inText = !cursor.isSelfClosing();
      } else if (cursor.isEnd(prefix + "t")) {
        inText = false;
      } else if (inText
          && (cursor.token() == XmlCursor.Token.TEXT || cursor.token() == XmlCursor.Token.CDATA)) {
        text.append(cursor.text());
      }
    }
    return new Rich(inner.append(xml, kept, cursor.from()).toString(), text.toString());
  }

  /** The text of this index, where it holds a placeholder. */
  Optional<Rich> find(int index) {
    return Optional.ofNullable(byIndex.get(index));
  }
}
