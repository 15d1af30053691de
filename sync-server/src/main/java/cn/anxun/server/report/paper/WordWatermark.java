package cn.anxun.server.report.paper;

import java.util.List;
import javax.xml.namespace.QName;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.xmlbeans.XmlCursor;

/** A word across each page of a .docx, light and slanted, so that the text stays legible. */
final class WordWatermark {
  private static final String COLOUR = "#f2c4cb";
  private static final QName FILL = new QName("fillcolor");
  private static final QName STYLE = new QName("style");

  private WordWatermark() {}

  static void add(XWPFDocument document, String word) {
    XWPFHeaderFooterPolicy policy = document.createHeaderFooterPolicy();
    policy.createWatermark(word);
    for (XWPFHeader header :
        List.of(
            policy.getDefaultHeader(), policy.getFirstPageHeader(), policy.getEvenPageHeader())) {
      try (XmlCursor cursor = header._getHdrFtr().newCursor()) {
        while (cursor.hasNextToken()) {
          boolean shape =
              cursor.toNextToken().isStart() && cursor.getName().getLocalPart().equals("shape");
          if (shape) {
            cursor.setAttributeText(FILL, COLOUR);
            cursor.setAttributeText(STYLE, cursor.getAttributeText(STYLE) + ";rotation:315");
          }
        }
      }
    }
  }
}
