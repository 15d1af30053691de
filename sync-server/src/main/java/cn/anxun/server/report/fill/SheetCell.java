package cn.anxun.server.report.fill;

import java.util.Optional;

/**
 * A cell's element as it stands in its sheet.
 *
 * @param from where it starts, {@code until} just after it
 * @param tag its start tag as written
 * @param style the index of its style
 * @param formula whether it computes
 * @param shared the index of its shared text
 * @param inline its own text, where it has one
 */
record SheetCell(
    CellReference place,
    int from,
    int until,
    String tag,
    int style,
    boolean formula,
    Optional<Integer> shared,
    Optional<SharedStrings.Rich> inline) {

  /** Reads the cell that the cursor stands on, and leaves the cursor at its end. */
  static SheetCell read(String xml, XmlCursor cursor, String prefix, CellReference place) {
    int from = cursor.from();
    String tag = xml.substring(from, cursor.until());
    int style = CellFormats.integer(cursor.attribute("s"));
    boolean sharedType = "s".equals(cursor.attribute("t"));
    boolean formula = false;
    StringBuilder value = new StringBuilder();
    Optional<SharedStrings.Rich> inline = Optional.empty();
    if (!cursor.isSelfClosing()) {
      boolean inValue = false;
      while (cursor.next() && !cursor.isEnd(prefix + "c")) {
        if (cursor.isStart(prefix + "f")) {
          formula = true;
        } else if (cursor.isStart(prefix + "is") && !cursor.isSelfClosing()) {
          inline = Optional.of(SharedStrings.read(xml, cursor, prefix, "is"));
        } else if (cursor.isStart(prefix + "v")) {
          inValue = !cursor.isSelfClosing();
        } else if (cursor.isEnd(prefix + "v")) {
          inValue = false;
        } else if (inValue && cursor.token() == XmlCursor.Token.TEXT) {
          value.append(cursor.text());
        }
      }
    }
    Optional<Integer> shared =
        sharedType ? Optional.of(CellFormats.integer(value.toString())) : Optional.empty();
    if (!sharedType && inline.isEmpty()) {
      inline = Optional.of(new SharedStrings.Rich("", value.toString()));
    }
    return new SheetCell(place, from, cursor.until(), tag, style, formula, shared, inline);
  }

  /** The text in it, as far as it may hold placeholders. */
  Optional<SharedStrings.Rich> text(SharedStrings strings) {
    return shared.isPresent() ? strings.find(shared.get()) : inline;
  }

  /** Its start tag for another type of content, every other attribute as it was. */
  String tagOfType(String type) {
    XmlCursor cursor = new XmlCursor(tag);
    cursor.next();
    int[] old = cursor.attributeSpan("t");
    String open = tag.substring(0, tag.length() - (tag.endsWith("/>") ? 2 : 1));
    if (old != null) {
      int start = old[0];
      while (Character.isWhitespace(open.charAt(start - 1))) {
        start--;
      }
      open = open.substring(0, start) + open.substring(old[2] + 1);
    }
    return open.stripTrailing() + (type.isEmpty() ? "" : " t=\"" + type + "\"") + ">";
  }
}
