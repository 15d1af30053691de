package cn.anxun.server.report.docx;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** Writes a 自评报告 as .docx: A4 upright, a title, headings, paragraphs two letters indented. */
public final class NarrativeWriter {
  /** In twentieths of a point. */
  private static final int PAGE_WIDTH = 11_906;

  private static final int PAGE_HEIGHT = 16_838;
  private static final int MARGIN = 1_588;
  private static final int INDENT = 640;
  private static final double LINE = 1.5;

  private NarrativeWriter() {}

  /**
   * A part of the report.
   *
   * @param text its paragraphs, a line each
   */
  public record Part(String heading, String text) {}

  /**
   * Writes the whole file; the stream stays open.
   *
   * @param small of what ledger the numbers are, in small letters at the end
   */
  public static void write(String title, List<Part> parts, String small, OutputStream out)
      throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document.getProperties().getCoreProperties().setCreator("安巡");
      document.getProperties().getCoreProperties().setTitle(title);
      page(document);
      XWPFParagraph heading = document.createParagraph();
      heading.setAlignment(ParagraphAlignment.CENTER);
      heading.setSpacingAfter(240);
      DocxFont.write(heading, title, DocxFont.TITLE);
      for (Part section : parts) {
        DocxFont.write(paragraph(document), section.heading(), DocxFont.HEADING);
        for (String line : section.text().split("\\R", -1)) {
          if (!line.isBlank()) {
            DocxFont.write(paragraph(document), line, DocxFont.TEXT);
          }
        }
      }
      DocxFont.write(document.createParagraph(), small, DocxFont.SMALL);
      document.write(out);
    }
  }

  private static XWPFParagraph paragraph(XWPFDocument document) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setIndentationFirstLine(INDENT);
    paragraph.setSpacingBetween(LINE);
    return paragraph;
  }

  private static void page(XWPFDocument document) {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(PAGE_WIDTH));
    size.setH(BigInteger.valueOf(PAGE_HEIGHT));
    CTPageMar margins = section.addNewPgMar();
    BigInteger margin = BigInteger.valueOf(MARGIN);
    margins.setLeft(margin);
    margins.setRight(margin);
    margins.setTop(margin);
    margins.setBottom(margin);
  }
}
