package cn.anxun.server.report.fill;

import cn.anxun.server.report.fill.FillProblem.Reason;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The paragraphs of a document's parts, those in tables and text boxes among them, in the order of
 * their ends.
 */
final class DocxParagraphs {
  private static final Set<String> NAMESPACES =
      Set.of(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main");

  /** What parts two letters of a line: no placeholder goes across. */
  private static final Set<String> BARRIERS =
      Set.of("tab", "br", "cr", "drawing", "pict", "object", "sym", "footnoteReference");

  private DocxParagraphs() {}

  /** The body, then headers, footers and notes. */
  static List<String> parts(OfficeFile file, String documentPart)
      throws IOException, FillException {
    List<String> parts = new ArrayList<>(List.of(documentPart));
    Relationships related = Relationships.of(file, documentPart);
    for (String kind : List.of("header", "footer", "footnotes", "endnotes")) {
      related.list(kind).stream().filter(file::has).forEach(parts::add);
    }
    return parts;
  }

  static String prefix(String part, String xml) throws FillException {
    return XmlText.prefix(xml, NAMESPACES)
        .orElseThrow(() -> new FillException(FillProblem.of(Reason.BROKEN, part)));
  }

  /** How a person finds the paragraph. */
  static String place(String part, int number) {
    String name = part.substring(part.lastIndexOf('/') + 1).replace(".xml", "");
    return ServerTexts.CHINESE.text("fill.paragraph", name, String.valueOf(number));
  }

  static List<TextRuns> of(String part, String xml) throws FillException {
    String prefix = prefix(part, xml);
    List<TextRuns> paragraphs = new ArrayList<>();
    Deque<TextRuns> open = new ArrayDeque<>();
    XmlCursor cursor = new XmlCursor(xml);
    int tagFrom = -1;
    int tagUntil = -1;
    while (cursor.next()) {
      TextRuns paragraph = open.peek();
      if (cursor.isStart(prefix + "p")) {
        if (!cursor.isSelfClosing()) {
          open.push(new TextRuns(xml));
        }
      } else if (cursor.isEnd(prefix + "p")) {
        paragraphs.add(open.pop());
      } else if (cursor.isStart(prefix + "t")) {
        tagFrom = cursor.isSelfClosing() ? -1 : cursor.from();
        tagUntil = cursor.until();
      } else if (cursor.isEnd(prefix + "t")) {
        tagFrom = -1;
      } else if (paragraph != null && tagFrom >= 0 && isText(cursor)) {
        paragraph.add(tagFrom, tagUntil, cursor);
      } else if (paragraph != null
          && cursor.token() == XmlCursor.Token.START
          && BARRIERS.contains(cursor.localName())
          && cursor.name().startsWith(prefix)) {
        paragraph.addBarrier();
      }
    }
    return paragraphs;
  }

  private static boolean isText(XmlCursor cursor) {
    return cursor.token() == XmlCursor.Token.TEXT || cursor.token() == XmlCursor.Token.CDATA;
  }
}
