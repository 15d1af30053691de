package cn.anxun.server.report.docx;

import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** The fonts of a form, by what they are for. Chinese and Latin letters take the same one. */
enum DocxFont {
  TITLE("宋体", 18, true),
  SUBTITLE("宋体", 12, false),
  SMALL("仿宋", 8, false),
  BODY("宋体", 10, false),
  FOOTER("宋体", 11, false),
  HEADING("黑体", 16, false),
  TEXT("仿宋", 16, false);

  private static final double SPACER_POINTS = 0.1;

  private final String family;
  private final int points;
  private final boolean bold;

  DocxFont(String family, int points, boolean bold) {
    this.family = family;
    this.points = points;
    this.bold = bold;
  }

  /** Adds the text; its line ends break the line. */
  static XWPFRun write(XWPFParagraph paragraph, String text, DocxFont font) {
    XWPFRun run = font.run(paragraph);
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        run.addBreak();
      }
      run.setText(lines[i]);
    }
    return run;
  }

  /** Adds a field that the word processor computes, such as PAGE. */
  static void field(XWPFParagraph paragraph, String instruction) {
    SMALL.run(paragraph).getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
    SMALL.run(paragraph).getCTR().addNewInstrText().setStringValue(instruction);
    SMALL.run(paragraph).getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
    write(paragraph, "1", SMALL);
    SMALL.run(paragraph).getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
  }

  /** Makes the paragraph take no room. */
  static void spacer(XWPFParagraph paragraph) {
    paragraph.setSpacingBetween(SPACER_POINTS, LineSpacingRule.EXACT);
    paragraph.setSpacingBefore(0);
    paragraph.setSpacingAfter(0);
    paragraph.createRun().setFontSize(1);
  }

  private XWPFRun run(XWPFParagraph paragraph) {
    XWPFRun run = paragraph.createRun();
    for (FontCharRange range : FontCharRange.values()) {
      run.setFontFamily(family, range);
    }
    run.setFontSize(points);
    run.setBold(bold);
    return run;
  }
}
