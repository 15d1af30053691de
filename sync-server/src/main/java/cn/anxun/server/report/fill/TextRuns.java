package cn.anxun.server.report.fill;

import cn.anxun.server.report.Placeholders;
import cn.anxun.server.report.fill.XmlText.Edit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of one paragraph or cell, which Word and Excel divide into runs wherever they like,
 * often in the midst of a placeholder. A value goes where its placeholder starts, in that run's
 * look; what is left of the placeholder in later runs is taken out.
 */
final class TextRuns {

  /** Gives the value of a placeholder, escaped as the file wants it, or null to leave it. */
  interface Values {
    @Nullable String find(String name);
  }

  /** A character that no placeholder goes across: a tab, a picture. */
  private static final char BARRIER = '\uFFFC';

  /**
   * A text of one run.
   *
   * @param tagFrom where the start tag of its text element stands, {@code tagUntil} just after it
   * @param rawFrom where its raw text starts
   */
  private record Piece(
      int tagFrom, int tagUntil, int rawFrom, XmlText.Decoded decoded, int start, boolean cdata) {
    int end() {
      return start + decoded.text().length();
    }
  }

  private final String xml;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  TextRuns(String xml) {
    this.xml = xml;
  }

  /** Adds the text that the cursor is on, within the text element whose start tag stands there. */
  void add(int tagFrom, int tagUntil, XmlCursor cursor) {
    boolean cdata = cursor.token() == XmlCursor.Token.CDATA;
    String raw = xml.substring(cursor.from(), cursor.until());
    XmlText.Decoded decoded =
        cdata ? XmlText.verbatim(cursor.text()) : XmlText.decodeWithPlaces(raw);
    pieces.add(new Piece(tagFrom, tagUntil, cursor.from(), decoded, text.length(), cdata));
    text.append(decoded.text());
  }

  void addBarrier() {
    text.append(BARRIER);
  }

  /** What it reads. */
  String text() {
    return text.toString();
  }

  List<Placeholders.Span> placeholders() {
    return Placeholders.find(text());
  }

  /** The edits that put the values in. */
  List<Edit> fill(Values values) {
    List<Edit> edits = new ArrayList<>();
    for (Piece piece : pieces) {
      List<Edit> own = new ArrayList<>();
      for (Placeholders.Span span : placeholders()) {
        int from = Math.max(span.from(), piece.start());
        int until = Math.min(span.until(), piece.end());
        String value = from < until ? values.find(span.name()) : null;
        if (value != null) {
          own.add(edit(piece, from, until, span.from() >= piece.start() ? value : ""));
        }
      }
      if (!own.isEmpty()) {
        edits.addAll(own);
        keepSpaces(piece, own, edits);
      }
    }
    return edits;
  }

  private static Edit edit(Piece piece, int from, int until, String by) {
    XmlText.Decoded decoded = piece.decoded();
    int offset = piece.rawFrom() + (piece.cdata() ? "<![CDATA[".length() : 0);
    String value = piece.cdata() ? "]]>" + by + "<![CDATA[" : by;
    return new Edit(
        offset + decoded.place(from - piece.start()),
        offset + decoded.place(until - piece.start()),
        value);
  }

  /** Without its attribute, spaces at the edges of a text are dropped by whoever reads it. */
  private void keepSpaces(Piece piece, List<Edit> own, List<Edit> edits) {
    String tag = xml.substring(piece.tagFrom(), piece.tagUntil());
    String raw = xml.substring(piece.rawFrom(), rawUntil(piece));
    List<Edit> shifted = new ArrayList<>();
    for (Edit edit : own) {
      shifted.add(
          new Edit(edit.from() - piece.rawFrom(), edit.until() - piece.rawFrom(), edit.by()));
    }
    String changed = XmlText.apply(raw, shifted);
    boolean edged =
        !changed.isEmpty()
            && (isSpace(changed.charAt(0)) || isSpace(changed.charAt(changed.length() - 1)));
    Edit attribute =
        new Edit(piece.tagUntil() - 1, piece.tagUntil() - 1, " xml:space=\"preserve\"");
    if (edged && !tag.contains("xml:space") && !edits.contains(attribute)) {
      edits.add(attribute);
    }
  }

  private static int rawUntil(Piece piece) {
    int inner = piece.rawFrom() + piece.decoded().place(piece.decoded().text().length());
    return piece.cdata() ? inner + "<![CDATA[]]>".length() : inner;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
